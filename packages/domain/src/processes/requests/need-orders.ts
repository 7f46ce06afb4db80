import { send, type Reaction } from '@zhiyuan/kernel'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { LedgerCommand } from '../../ledger.ts'
import type { Unwanted } from '../../slices/requests/need/need.codec.ts'
import { defineProcess } from '../define-process.ts'
import { processReason } from '../organisation/reason.ts'

/** An order that has begun refuses to be cancelled: its handler is asked to abort it (O28). */
const endUnwanted = (orderId: OrderId, why: Unwanted): ReadonlyArray<Reaction<LedgerCommand>> => {
  const reason = processReason(why)
  return [send({ type: 'CancelOrder', orderId, reason }), send({ type: 'AskAbort', orderId, reason })]
}

/**
 * A need notes its orders. When it is withdrawn they are cancelled or their handlers are asked to abort them. An order that was placed at the same
 * moment and noted later is ended too, and so is an order too many for the need. O19: one that was placed with the owner before follows.
 */
export const needOrders = defineProcess('need-orders', {
  OrderPlaced: ({ needId, orderId, owner: placedAt }) => [send({ type: 'NoteNeedOrder', needId, orderId, placedAt })],
  NeedOrderNoted: ({ orderId, unwanted }) => (unwanted === null ? [] : endUnwanted(orderId, unwanted)),
  NeedWithdrawn: ({ orders }) => orders.flatMap((orderId) => endUnwanted(orderId, 'need-withdrawn')),
})
