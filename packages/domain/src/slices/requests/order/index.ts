import { tableLifecycle, type Slice } from '@zhiyuan/kernel'
import { OrderCommand, OrderEvent } from './order.codec.ts'
import { orderDecider } from './order.decide.ts'
import { orderLifecycle } from './order.lifecycle.ts'
import type { OrderRejection } from './order.rejection.ts'
import type { OrderState } from './order.state.ts'
import { restoreOrder } from './order.restore.ts'

export * from './order.codec.ts'
export * from './order.read.ts'
export type * from './order.rejection.ts'
export * from './order.terms.ts'

/** Requests to be served: dispatch, offers, seats, rounds, reviews. */
export const order: Slice<OrderCommand, OrderState, OrderEvent, OrderRejection, 'order'> = {
  name: 'order',
  command: OrderCommand,
  event: OrderEvent,
  decider: orderDecider,
  lifecycle: tableLifecycle(orderLifecycle, ({ type }) => type),
  restoreCommand: restoreOrder,
}
