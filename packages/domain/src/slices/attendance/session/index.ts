import { tableLifecycle, type Slice } from '@zhiyuan/kernel'
import { SessionCommand, SessionEvent } from './session.codec.ts'
import { sessionDecider } from './session.decide.ts'
import { sessionLifecycle } from './session.lifecycle.ts'
import type { SessionRejection } from './session.rejection.ts'
import { restoreSession } from './session.restore.ts'
import type { SessionState } from './session.read.ts'

export * from './session.codec.ts'
export * from './session.read.ts'
export type * from './session.rejection.ts'

/** Sessions of activities, as far as records rest on them: announced before they begin, or called off (O12 in part). */
export const session: Slice<SessionCommand, SessionState, SessionEvent, SessionRejection, 'session'> = {
  name: 'session',
  command: SessionCommand,
  event: SessionEvent,
  decider: sessionDecider,
  lifecycle: tableLifecycle(sessionLifecycle, ({ type }) => type),
  restoreCommand: restoreSession,
}
