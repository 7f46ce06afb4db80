import type { UnitId } from '@zhiyuan/kernel'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { LedgerEvent } from '../../ledger.ts'
import type { OrderEvent } from '../../slices/requests/order/order.codec.ts'
import type { Round } from '../../vocabulary/values.ts'

/** An order waits in the queue of a handler. */
export interface Waiting {
  readonly orderId: OrderId
  readonly round: Round
  readonly handler: UnitId
}

type Opening = Extract<OrderEvent, { readonly escalatesAt: unknown }>

/** Whether by this event an order begins to wait at a handler, for the first time or again. All such events hold the instant of escalation. */
export const isOpening = (event: LedgerEvent): event is Opening => 'escalatesAt' in event

/** The handler at which the order waits after that event. */
export const locateOrder = (event: Opening): Waiting => {
  const { orderId } = event
  switch (event.type) {
    case 'OrderPlaced':
      return { orderId, round: 1 as Round, handler: event.owner }
    case 'OrderEscalated':
    case 'OrderReturned':
    case 'OrderTransferred':
      return { orderId, round: event.round, handler: event.to }
    case 'OfferDeclined':
    case 'OfferExpired':
    case 'OfferRecalled':
    case 'ClaimLapsed':
    case 'ClaimRecalled':
    case 'OrderHandedBack':
    case 'OrderMissed':
    case 'OrderReopened':
      return { orderId, round: event.round, handler: event.handler }
  }
}
