import type { UnitId } from '@zhiyuan/kernel'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { Cases } from '../cases.ts'
import { caseHere, endWaiting, startWaiting } from './cases.ts'
import type { ToDoRow } from './row.ts'

interface OfOrder {
  readonly orderId: OrderId
}
const supervision = caseHere(({ supervisor, orderId }: OfOrder & { readonly supervisor: UnitId }) => ({
  place: supervisor,
  subject: { type: 'supervision', orderId },
}))
const extension = caseHere(({ answerer, orderId }: OfOrder & { readonly answerer: UnitId }) => ({
  place: answerer,
  subject: { type: 'extension', orderId },
}))
const twinOrders = caseHere(({ owner, orderId }: OfOrder & { readonly owner: UnitId }) => ({
  place: owner,
  subject: { type: 'twins', orderId },
}))

/** Items about an order beside its own, which may be at another place: 督办 (O16), a later due date (O27), orders that are alike (O26). */
export const besideOrders: Cases<ToDoRow> = {
  SupervisionBegan: supervision(() => startWaiting('supervision')),
  SupervisionEnded: supervision(endWaiting),
  ExtensionAsked: extension(({ answerBy: at }) => startWaiting('extension', { clock: 'extension', at })),
  ExtensionGranted: extension(endWaiting),
  ExtensionRefused: extension(endWaiting),
  TwinsNoted: twinOrders(({ twins }) => (twins.length === 0 ? endWaiting() : startWaiting('twins'))),
}
