import { sendLater } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** An order without a check-in some time after the planned end is missed, and open again. */
export const missedClock = defineProcess('missed-clock', {
  OrderScheduled: ({ orderId, round, missedAt }) => [
    sendLater(missedAt, { type: 'MissOrder', orderId, round, missedAt }),
  ],
})
