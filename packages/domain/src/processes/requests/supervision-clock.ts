import { askTimers, sendLater, type Instant, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand } from '../../ledger.ts'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { Round } from '../../vocabulary/values.ts'
import { defineProcess } from '../define-process.ts'

const superviseLater = (
  orderId: OrderId,
  round: Round,
  dueAt: Instant | null,
): ReadonlyArray<Reaction<LedgerCommand>> =>
  dueAt === null ? [] : [sendLater(dueAt, { type: 'SuperviseOrder', orderId, round, dueAt })]

/**
 * O16: an order unserved some time after its round began is supervised. A later day that was asked for lets the timer wait on, and
 * an earlier one that is agreed to instead sets another. What was reported and is missed after all is unserved as before: the timer may have fired
 * meanwhile, or the report has ended the supervision.
 */
export const supervisionClock = defineProcess('supervision-clock', {
  OrderPlaced: ({ orderId, superviseAt }) => superviseLater(orderId, 1 as Round, superviseAt),
  OrderReopened: ({ orderId, round, superviseAt }) => superviseLater(orderId, round, superviseAt),
  ServiceTimeAgreed: ({ orderId, round, day }) => superviseLater(orderId, round, day.endsAt),
  OrderMissed: ({ orderId, round, missedAt }) => superviseLater(orderId, round, missedAt),
  CalendarYearAdopted: () => [askTimers],
})
