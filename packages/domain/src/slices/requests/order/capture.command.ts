/** Commands about whether the service of a round has begun. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal } from '@zhiyuan/kernel'
import { OrderId, PersonId } from '../../../vocabulary/ids.ts'
import { Round } from '../../../vocabulary/values.ts'

const round = { orderId: OrderId, round: Round }

/**
 * Sent by a process at each check-in, whose instant is `at`, and when one told `late` is confirmed. The first one begins the service, also where
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
/** Sent by a timer at `missedAt`; a no-op once a volunteer has checked in. */
export const MissOrder = closed({ type: literal('MissOrder'), ...round, missedAt: Instant })
export interface MissOrder extends t.TypeOf<typeof MissOrder> {}
