/** What others may read of an order. */
import { streamRead, type PersonId, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import type { OrderId } from '../../../vocabulary/ids.ts'
import type { Round } from '../../../vocabulary/values.ts'
import { orderFold } from './order.fold.ts'
import type { OrderState } from './order.state.ts'

export type { Existing, Offer, OrderFacts, OrderState, ServedRound } from './order.state.ts'
export { orderFold } from './order.fold.ts'
export { findAnsweringUnit } from './order.answerer.ts'
export { findServiceDue, findSupervision, isUnserved } from './order.due.ts'

export const orderStream = (order: OrderId): StreamName => `order-${order}`
export const orderRead = (order: OrderId): StreamRead<OrderState> => streamRead(orderStream(order), orderFold)

/** What people ended for good stays ended. */
const givenUp: ReadonlyArray<OrderState['type']> = ['Cancelled', 'Aborted', 'Unmet']

/** Whether the volunteer had a seat in that round when it was missed, and it was neither taken on nor ended since (A15). */
export const wasMissed = (order: OrderState, round: Round, volunteer: PersonId): boolean =>
  order.type !== 'None' &&
  !givenUp.includes(order.type) &&
  order.round === round &&
  order.missed?.seated.has(volunteer) === true

const lasting: ReadonlyArray<OrderState['type']> = ['Accepted', 'Scheduled', 'InProgress', 'AwaitingReview', 'Closed']

/** Whether a volunteer whose absence was excused may have the seat again: it is free, and the round was not let go (A8, O11). */
export const mayReturn = (order: OrderState, round: Round, volunteer: PersonId): boolean =>
  order.type !== 'None' &&
  lasting.includes(order.type) &&
  order.planned !== null &&
  order.round === round &&
  order.excused.has(volunteer) &&
  !order.seated.has(volunteer) &&
  order.seated.size < order.seats

/** Whether the office itself took the order back before it was served: it has served no one, and stops no clock (N12, O16). */
export const isCancelledByOffice = (order: OrderState): order is Extract<OrderState, { readonly type: 'Cancelled' }> =>
  order.type === 'Cancelled' && (order.by === 'handler' || order.by === 'office-proxy')

/** Whether the volunteer has a seat in that round. */
export const hasSeat = (order: OrderState, round: Round, volunteer: PersonId): boolean =>
  order.type !== 'None' && order.round === round && order.seated.has(volunteer)
