import { sendLater } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** O25: an order without a cleared seat is open again some time before its start. */
export const refillClock = defineProcess('refill-clock', {
  LastSeatLost: ({ orderId, round, refillAt }) =>
    refillAt === null ? [] : [sendLater(refillAt, { type: 'ReopenUnfilled', orderId, round, refillAt })],
})
