import type { Fold, PersonId } from '@zhiyuan/kernel'
import type { Reason } from '../../../vocabulary/values.ts'
import type { SessionEvent, SessionPublished } from './session.codec.ts'

/** What the session said when it was published. */
export interface SessionFacts {
  readonly published: SessionPublished
}
export type Cancelled = SessionFacts & {
  readonly type: 'Cancelled'
  readonly by: PersonId
  readonly reason: Reason
}
export type SessionState = { readonly type: 'None' } | (SessionFacts & { readonly type: 'Published' }) | Cancelled

const evolve = (state: SessionState, event: SessionEvent): SessionState => {
  switch (event.type) {
    case 'SessionPublished':
      return { type: 'Published', published: event }
    case 'SessionCancelled': {
      if (state.type === 'None') return state
      const { by, reason } = event
      return { type: 'Cancelled', published: state.published, by, reason }
    }
  }
}

export const sessionFold: Fold<SessionState, SessionEvent> = { initial: { type: 'None' }, evolve }
