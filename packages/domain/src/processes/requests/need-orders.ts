import { send, type Reaction } from '@zhiyuan/kernel'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { LedgerCommand } from '../../ledger.ts'
import type { Unwanted } from '../../slices/requests/need/need.codec.ts'
import { defineProcess } from '../define-process.ts'
import { processReason } from '../organisation/reason.ts'

const sendCancellation = (orderId: OrderId, why: Unwanted): Reaction<LedgerCommand> =>
  send({ type: 'CancelOrder', orderId, reason: processReason(why) })

/**
 * A need notes its orders. When it is withdrawn they are cancelled. An order that was placed at the same moment and noted
 * later is cancelled too, and so is an order too many for the need. An order that has begun refuses: only its handler may abort it.
 */
export const needOrders = defineProcess('need-orders', {
  OrderPlaced: ({ needId, orderId }) => [send({ type: 'NoteNeedOrder', needId, orderId })],
  NeedOrderNoted: ({ orderId, unwanted }) => (unwanted === null ? [] : [sendCancellation(orderId, unwanted)]),
  NeedWithdrawn: ({ orders }) => orders.map((orderId) => sendCancellation(orderId, 'need-withdrawn')),
})
