import { sendAt } from '@zhiyuan/kernel'
import { reacting } from '../reacting.ts'

/** Nobody in some time after the planned end: the order is missed, and open again. */
export const missedClock = reacting('missed-clock', {
  OrderScheduled: ({ orderId, round, missedAt }) => [sendAt(missedAt, { type: 'MissOrder', orderId, round, missedAt })],
})
