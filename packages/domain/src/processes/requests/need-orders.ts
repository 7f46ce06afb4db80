import { send, type Reaction } from '@zhiyuan/kernel'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { LedgerCommand } from '../../ledger.ts'
import type { Unwanted } from '../../slices/requests/need/need.codec.ts'
import { reacting } from '../reacting.ts'
import { because } from '../organisation/reason.ts'

const cancelling = (orderId: OrderId, why: Unwanted): Reaction<LedgerCommand> =>
  send({ type: 'CancelOrder', orderId, reason: because(why) })

/**
 * A need knows its orders. With its withdrawal they are cancelled, and so is one that was placed at that very moment and
 * noted after it, or one too many for the need. One that has begun refuses: its handler is asked to abort it.
 */
export const needOrders = reacting('need-orders', {
  OrderPlaced: ({ needId, orderId }) => [send({ type: 'NoteNeedOrder', needId, orderId })],
  NeedOrderNoted: ({ orderId, unwanted }) => (unwanted === null ? [] : [cancelling(orderId, unwanted)]),
  NeedWithdrawn: ({ orders }) => orders.map((orderId) => cancelling(orderId, 'need-withdrawn')),
})
