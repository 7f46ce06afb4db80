import { send, type Reaction } from '@zhiyuan/kernel'
import type { OrderId } from '../ids.ts'
import type { LedgerCommand } from '../ledger.ts'
import { reacting } from './reacting.ts'
import { because } from './reason.ts'

const cancelling = (orderId: OrderId): Reaction<LedgerCommand> =>
  send({ type: 'CancelOrder', orderId, reason: because('need-withdrawn') })

/**
 * A need knows its orders. With its withdrawal they are cancelled, and so is one that was placed at that very moment and
 * noted after it. One that has begun refuses: its handler is asked to abort it.
 */
export const needOrders = reacting('need-orders', {
  OrderPlaced: ({ needId, orderId }) => [send({ type: 'NoteNeedOrder', needId, orderId })],
  NeedOrderNoted: ({ orderId, afterWithdrawal }) => (afterWithdrawal ? [cancelling(orderId)] : []),
  NeedWithdrawn: ({ orders }) => orders.map(cancelling),
})
