/** What others may read of a session. */
import { streamRead, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import type { SessionId } from '../../../vocabulary/ids.ts'
import { sessionFold, type SessionState } from './session.state.ts'

export type { SessionFacts, SessionState } from './session.state.ts'
export { sessionFold } from './session.state.ts'

export const sessionStream = (session: SessionId): StreamName => `session-${session}`
export const sessionRead = (session: SessionId): StreamRead<SessionState> =>
  streamRead(sessionStream(session), sessionFold)

/** H2a: whether the log says that the session takes place. It was published before it began, since no other is, and not called off. */
export const takesPlace = ({ type }: SessionState): boolean => type === 'Published'
