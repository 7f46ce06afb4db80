import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import { CancelSession, PublishSession, type SessionCommand, type SessionEvent } from './session.codec.ts'

export const restoreSession = restoreByFirst<SessionCommand, SessionEvent>({
  SessionPublished: copyFields(PublishSession),
  SessionCancelled: copyFields(CancelSession),
})
