import { send, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand } from '../../ledger.ts'
import type { OrderId } from '../../vocabulary/ids.ts'
import { defineProcess } from '../define-process.ts'

const check = ({ orderId }: { readonly orderId: OrderId }): ReadonlyArray<Reaction<LedgerCommand>> => [
  send({ type: 'CheckTwins', orderId }),
]

/**
 * O26: orders of one need are compared when the need has learnt of one, and when the time or the life of one changes. An order that finds
 * a twin, or has one no more, lets the other look too, so that both are marked.
 */
export const twinOrders = defineProcess('twin-orders', {
  NeedOrderNoted: check,
  OrderAccepted: check,
  ServiceTimeSet: check,
  OrderHandedBack: check,
  OrderMissed: check,
  OrderReopened: check,
  OrderClosed: check,
  OrderCancelled: check,
  OrderAborted: check,
  OrderUnmet: check,
  TwinMeant: check,
  TwinsNoted: ({ twins, before }) => [...new Set([...twins, ...before])].flatMap((orderId) => check({ orderId })),
})
