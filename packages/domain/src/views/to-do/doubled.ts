import type { UnitId } from '@zhiyuan/kernel'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { Case, Cases } from '../cases.ts'
import { caseHere, endWaiting, startWaiting } from './cases.ts'
import { toDoKey, type ToDoRow } from './row.ts'

interface AtHandler {
  readonly handler: UnitId
  readonly orderId: OrderId
}
const doubled = caseHere(({ handler, orderId }: AtHandler) => ({
  place: handler,
  subject: { type: 'doubled', orderId },
}))
const over = doubled(endWaiting)

/** A case of the order by which the item of its two services ends as well. */
const endingToo = <E extends AtHandler>(own: Case<ToDoRow, E> | undefined): Case<ToDoRow, E> => ({
  keys: (event) => [...(own?.keys(event) ?? []), ...over.keys(event)],
  evolve: (row, event, noted, key) => {
    const { handler, orderId } = event
    if (key !== toDoKey(handler, { type: 'doubled', orderId })) return own?.evolve(row, event, noted, key) ?? row
    return row.subject === null ? row : over.evolve(row, event, noted, key)
  },
})

/** Adds the item at the handler of an order that a second team has accepted after the first had served it, until the second start (A15). */
export const addDoubled = (orders: Cases<ToDoRow>): Cases<ToDoRow> => ({
  ...orders,
  ServiceDoubled: doubled(() => startWaiting('two-services')),
  FirstServiceCancelled: over,
  ServiceStarted: endingToo(orders.ServiceStarted),
  OrderHandedBack: endingToo(orders.OrderHandedBack),
  OrderMissed: endingToo(orders.OrderMissed),
  OrderCancelled: endingToo(orders.OrderCancelled),
})
