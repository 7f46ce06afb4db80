import type { UnitId } from '@zhiyuan/kernel'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { Case, Cases, EventOf } from '../cases.ts'
import { caseHere, endWaiting, startWaiting } from './cases.ts'
import { moveService } from './orders.ts'
import { toDoKey, type ToDoRow } from './row.ts'

interface OfOrder {
  readonly orderId: OrderId
}
const supervision = caseHere(({ supervisor, orderId }: OfOrder & { readonly supervisor: UnitId }) => ({
  place: supervisor,
  subject: { type: 'supervision', orderId },
}))
const extension = caseHere(({ asker, orderId }: OfOrder & { readonly asker: UnitId }) => ({
  place: asker,
  subject: { type: 'extension', orderId },
}))
const handlerKey = ({ handler, orderId }: OfOrder & { readonly handler: UnitId }): string =>
  toDoKey(handler, { type: 'order', orderId })
const twinOrders = caseHere(({ owner, orderId }: OfOrder & { readonly owner: UnitId }) => ({
  place: owner,
  subject: { type: 'twins', orderId },
}))

/** The answer ends the item, and moves the due date of the order at its handler. */
const granted: Case<ToDoRow, EventOf<'ExtensionGranted'>> = {
  keys: (event) => [...extension(endWaiting).keys(event), handlerKey(event)],
  evolve: (row, event, noted, key) =>
    key === handlerKey(event) ? moveService(row, event.to) : extension(endWaiting).evolve(row, event, noted, key),
}

/** Items about an order beside its own, which may be at another place: 督办 (O16), a later due date (O27), orders that are alike (O26). */
export const besideOrders: Cases<ToDoRow> = {
  SupervisionBegan: supervision(() => startWaiting('supervision')),
  SupervisionEnded: supervision(endWaiting),
  ExtensionAsked: extension(({ answerBy: at }) => startWaiting('extension', { clock: 'extension', at })),
  ExtensionGranted: granted,
  ExtensionRefused: extension(endWaiting),
  TwinsNoted: twinOrders(({ twins }) => (twins.length === 0 ? endWaiting() : startWaiting('twins'))),
}
