import { send, type Reaction } from '@zhiyuan/kernel'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { LedgerCommand } from '../../ledger.ts'
import type { Unwanted } from '../../slices/requests/need/need.codec.ts'
import { defineProcess } from '../define-process.ts'
import { processReason } from '../organisation/reason.ts'

const sendCancellation = (orderId: OrderId, why: Unwanted): Reaction<LedgerCommand> =>
  send({ type: 'CancelOrder', orderId, reason: processReason(why) })

/**
 * A need knows its orders. With its withdrawal they are cancelled, and so is one that was placed at that very moment and
 * noted after it, or one too many for the need. One that has begun refuses: its handler is asked to abort it.
 */
export const needOrders = defineProcess('need-orders', {
  OrderPlaced: ({ needId, orderId }) => [send({ type: 'NoteNeedOrder', needId, orderId })],
  NeedOrderNoted: ({ orderId, unwanted }) => (unwanted === null ? [] : [sendCancellation(orderId, unwanted)]),
  NeedWithdrawn: ({ orders }) => orders.map((orderId) => sendCancellation(orderId, 'need-withdrawn')),
})
