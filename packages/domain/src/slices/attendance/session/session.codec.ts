/** The words of a published session (O12, in part): stream `session-<id>`. Sign-up, queue and closing come with activities. */
import type * as t from 'io-ts'
import { closed, Instant, literal, nullable, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId, SessionId, UnitId } from '../../../vocabulary/ids.ts'
import { Code, Interval, Reason, Risks } from '../../../vocabulary/values.ts'
import { Seats } from '../../requests/order/order.codec.ts'

/** What a session says before it begins (O12). No seats: it is not limited. */
const announced = {
  sessionId: SessionId,
  /** The unit that hosts it and answers for it. */
  host: UnitId,
  planned: Interval,
  content: Code,
  seats: nullable(Seats),
  risks: Risks,
  /** The person who answers for it on the spot. */
  responsible: PersonId,
}

/** The session was announced before it began, so that what is said of it later can be compared with the log (O12, H2a). */
export const SessionPublished = closed({ type: literal('SessionPublished'), ...announced, publishedAt: Instant })
export interface SessionPublished extends t.TypeOf<typeof SessionPublished> {}
/** The session was called off before it began: it does not take place. */
export const SessionCancelled = closed({
  type: literal('SessionCancelled'),
  sessionId: SessionId,
  host: UnitId,
  by: PersonId,
  reason: Reason,
})
export interface SessionCancelled extends t.TypeOf<typeof SessionCancelled> {}

/** All events of a session. */
export const SessionEvent: Codec<SessionEvent> = variants('SessionEvent', [SessionPublished, SessionCancelled])
export type SessionEvent = SessionPublished | SessionCancelled

/**
 * By a clerk of the host unit or above (O12). Refused for a host that is not open, once it has begun, for a longer plan than the policy's, or where
 * the content is no specialty that exists (C05).
 */
export const PublishSession = closed({ type: literal('PublishSession'), ...announced })
export interface PublishSession extends t.TypeOf<typeof PublishSession> {}
/** By a clerk of the host unit or above, with a reason. Refused once it has begun. */
export const CancelSession = closed({ type: literal('CancelSession'), sessionId: SessionId, reason: Reason })
export interface CancelSession extends t.TypeOf<typeof CancelSession> {}

/** All commands of a session. */
export const SessionCommand: Codec<SessionCommand> = variants('SessionCommand', [PublishSession, CancelSession])
export type SessionCommand = PublishSession | CancelSession
