/** Commands about whether the service of a round has begun, and with which team. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal, type Codec } from '@zhiyuan/kernel'
import { OrderId, PersonId } from '../../../vocabulary/ids.ts'
import { Reason, Round } from '../../../vocabulary/values.ts'

const round = { orderId: OrderId, round: Round }

/** Named, so that each declaration says the name and not the whole of it. */
const why: Codec<Reason> = Reason
/**
 * Sent by a process at each check-in, whose instant is `at`, and when one told `late` is confirmed or taken over, or a record by hand is verified. The first one begins the service, also where
 * the round was missed meanwhile (A15); of later ones the first that is not `late` proves it (A14), others are no-ops.
 */
export const StartService = closed({
  type: literal('StartService'),
  ...round,
  volunteer: PersonId,
  at: Instant,
  late: boolean,
})
export interface StartService extends t.TypeOf<typeof StartService> {}
/** By the bound team's leader, or a dispatcher or clerk of the handler or above, before service begins. The 48 h run on (O16). */
export const HandBackOrder = closed({ type: literal('HandBackOrder'), ...round, reason: why })
export interface HandBackOrder extends t.TypeOf<typeof HandBackOrder> {}
/**
 * By a dispatcher or clerk of the handler or above, once a second team has accepted what the first one had served, and before the second start
 * (A15): the second one serves alone. HandBackOrder lets the second one go.
 */
export const CancelFirstService = closed({ type: literal('CancelFirstService'), ...round, reason: why })
export interface CancelFirstService extends t.TypeOf<typeof CancelFirstService> {}
/** Sent by a timer at `missedAt`; a no-op once a volunteer has checked in. */
export const MissOrder = closed({ type: literal('MissOrder'), ...round, missedAt: Instant })
export interface MissOrder extends t.TypeOf<typeof MissOrder> {}
