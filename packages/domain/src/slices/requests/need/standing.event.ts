/** Events of an approved need and its orders (N12). */
import type * as t from 'io-ts'
import { boolean, closed, Instant, list, literal, nullable } from '@zhiyuan/kernel'
import { OrderId, PersonId, PolicyVersion, UnitId } from '../../../vocabulary/ids.ts'
import { Code, Reason } from '../../../vocabulary/values.ts'
import { keyFields, openedFields } from './event.fields.ts'
import { mostOrdersNamed, Side, Standing, Unwanted, WithdrawnBy } from './need.values.ts'

/** An order was placed for this need; null unless it is to be cancelled. */
export const NeedOrderNoted = closed({
  type: literal('NeedOrderNoted'),
  ...openedFields,
  orderId: OrderId,
  /** The owner with which the order was placed, and that of the need now. */
  placedAt: UnitId,
  owner: UnitId,
  /** The owner changed meanwhile by a ruling, and so does the order's (O19). */
  follows: boolean,
  unwanted: nullable(Unwanted),
})
export interface NeedOrderNoted extends t.TypeOf<typeof NeedOrderNoted> {}
/** Its orders ended unserved, so the need waits for an order again, with a new clock; null where the policy has no such term (N12). */
export const OrderAwaited = closed({
  type: literal('OrderAwaited'),
  ...keyFields,
  /** When the term began. */
  awaitedFrom: Instant,
  orderDueAt: nullable(Instant),
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export interface OrderAwaited extends t.TypeOf<typeof OrderAwaited> {}
/** No order was placed in time: the need stands in the to-do of `listedAt` too, the unit above; at the top it is its assessor's (N12). */
export const OrderOverdue = closed({
  type: literal('OrderOverdue'),
  ...keyFields,
  listedAt: UnitId,
  byAssessor: boolean,
  dueAt: Instant,
  /** The instant for which the timer was set, before a calendar moved it. */
  setFor: Instant,
})
export interface OrderOverdue extends t.TypeOf<typeof OrderOverdue> {}
/** The orders gave the need another standing. `unmet` is told to the requester with its reason, and listed at the city until a team is found (N12). */
export const StandingNoted = closed({
  type: literal('StandingNoted'),
  ...keyFields,
  standing: Standing,
  requester: PersonId,
  reason: nullable(Reason),
  listedAt: nullable(UnitId),
})
export interface StandingNoted extends t.TypeOf<typeof StandingNoted> {}
/** The need is off the list of that unit, above it or at the city. */
export const NeedUnlisted = closed({ type: literal('NeedUnlisted'), ...openedFields, listedAt: UnitId })
export interface NeedUnlisted extends t.TypeOf<typeof NeedUnlisted> {}
/** The need was withdrawn: a process cancels its orders that have not begun, and asks to abort the others (O28). */
export const NeedWithdrawn = closed({
  type: literal('NeedWithdrawn'),
  ...keyFields,
  by: WithdrawnBy,
  side: Side,
  reason: Code,
  /** Whether it was withdrawn before it had any answer. */
  unanswered: boolean,
  recordedAt: Instant,
  /** The orders of the need; those that have not begun are cancelled. */
  orders: list(OrderId, 0, mostOrdersNamed),
})
export interface NeedWithdrawn extends t.TypeOf<typeof NeedWithdrawn> {}
