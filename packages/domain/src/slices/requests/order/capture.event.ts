/** Events of a round whose service became known after a clock had concluded otherwise (A15), or an excuse had (A8). */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal, type Codec } from '@zhiyuan/kernel'
import { BodyId, PersonId, TeamId } from '../../../vocabulary/ids.ts'
import { Interval, Reason } from '../../../vocabulary/values.ts'
import { keyFields, moveFields, seated } from './event.fields.ts'

/** Named, so that each declaration says the name and not the whole of it. */
const why: Codec<Reason> = Reason

/** The order had gone up a level only because no one was known to have come: it is back at the handler of then, and was no escalation. */
export const EscalationUndone = closed({ type: literal('EscalationUndone'), ...moveFields })
export interface EscalationUndone extends t.TypeOf<typeof EscalationUndone> {}
/** The round was missed, and `volunteer` had come at `at` all the same: service goes on with the team and the seats of then. */
export const RoundTakenOn = closed({
  type: literal('RoundTakenOn'),
  ...keyFields,
  volunteer: PersonId,
  at: Instant,
  teamId: TeamId,
  bodyId: BodyId,
  planned: Interval,
  seated,
  /** Told too late for `system`: the service is not proven by it (A14). */
  late: boolean,
})
export interface RoundTakenOn extends t.TypeOf<typeof RoundTakenOn> {}
/**
 * `volunteer` of the team of then had come at `at`, and another team has accepted meanwhile: both are kept, and the handler may hand the order
 * back before the second start.
 */
export const ServiceDoubled = closed({
  type: literal('ServiceDoubled'),
  ...keyFields,
  volunteer: PersonId,
  at: Instant,
  teamId: TeamId,
  late: boolean,
})
export interface ServiceDoubled extends t.TypeOf<typeof ServiceDoubled> {}
/** Of two services the first one does not stand: the order goes on with the second team alone (A15). Minutes of the first stay valid. */
export const FirstServiceCancelled = closed({
  type: literal('FirstServiceCancelled'),
  ...keyFields,
  teamId: TeamId,
  reason: why,
})
export interface FirstServiceCancelled extends t.TypeOf<typeof FirstServiceCancelled> {}
/** The volunteer came after all, whose seat was freed because the absence was excused, and has it again (A8). */
export const SeatReturned = closed({
  type: literal('SeatReturned'),
  ...keyFields,
  volunteer: PersonId,
  at: Instant,
  late: boolean,
})
export interface SeatReturned extends t.TypeOf<typeof SeatReturned> {}
/** Service had begun only as a telephone told late, and now a presence of the round is confirmed, or told in time (A14). */
export const ServiceProven = closed({ type: literal('ServiceProven'), ...keyFields, volunteer: PersonId, at: Instant })
export interface ServiceProven extends t.TypeOf<typeof ServiceProven> {}
