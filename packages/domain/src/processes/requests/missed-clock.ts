import { sendLater } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** Nobody in some time after the planned end: the order is missed, and open again. */
export const missedClock = defineProcess('missed-clock', {
  OrderScheduled: ({ orderId, round, missedAt }) => [
    sendLater(missedAt, { type: 'MissOrder', orderId, round, missedAt }),
  ],
})
