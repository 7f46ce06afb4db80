import { send, type Process, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { Unwanted } from '../../slices/requests/need/need.codec.ts'
import type { OrderId } from '../../vocabulary/ids.ts'
import { processReason } from '../organisation/reason.ts'

/** Why the need of an order does not want it; null while it does. */
export interface UnwantedOrderRow {
  readonly unwanted: Unwanted | null
}

/** An order that has begun refuses to be cancelled: its handler is asked to abort it (O28). */
const endUnwanted = (orderId: OrderId, why: Unwanted | null): ReadonlyArray<Reaction<LedgerCommand>> => {
  if (why === null) return []
  const reason = processReason(why)
  return [send({ type: 'CancelOrder', orderId, reason }), send({ type: 'AskAbort', orderId, reason })]
}

/** The orders whose need may have ended, and those that wait for a team again. */
const listOrders = (event: LedgerEvent): ReadonlyArray<OrderId> => {
  if (event.type === 'NeedWithdrawn') return event.orders
  return event.type === 'NeedOrderNoted' || event.type === 'OrderMissed' || event.type === 'OrderReopened'
    ? [event.orderId]
    : []
}

const evolve = (row: UnwantedOrderRow, event: LedgerEvent): UnwantedOrderRow => {
  if (event.type === 'NeedOrderNoted') return { unwanted: event.unwanted }
  return event.type === 'NeedWithdrawn' ? { unwanted: 'need-withdrawn' } : row
}

/**
 * A need notes its orders. When it is withdrawn they are cancelled or their handlers are asked to abort them. An order that was placed at the same
 * moment and noted later is ended too, and so is an order too many for the need. O19: one that was placed with the owner before follows. An order
 * that had begun, and waits for a team again because it was missed or reopened, is cancelled then.
 */
export const needOrders: Process<UnwantedOrderRow, LedgerEvent, LedgerCommand> = {
  name: 'need-orders',
  version: 2,
  initial: () => ({ unwanted: null }),
  keys: listOrders,
  evolve: (row, { data }) => evolve(row, data),
  react: ({ data: event }, rows) => {
    if (event.type === 'OrderPlaced') {
      const { needId, orderId, owner: placedAt } = event
      return [send({ type: 'NoteNeedOrder', needId, orderId, placedAt })]
    }
    const orders = listOrders(event)
    return orders.flatMap((orderId, at) => endUnwanted(orderId, rows[at]?.unwanted ?? null))
  },
}
