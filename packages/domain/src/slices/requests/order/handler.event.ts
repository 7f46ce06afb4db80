/** Events that change which unit works on the order, or which answers for it. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal } from '@zhiyuan/kernel'
import { NeedId, UnitId } from '../../../vocabulary/ids.ts'
import { Reason } from '../../../vocabulary/values.ts'
import { keyFields, moveFields, openedFields, startedEscalationFields } from './event.fields.ts'

/** The handler could not meet the order: it goes up into the queue of the next level that has not had it in the round (O16). `automatic` where the 48 h ended (O4). */
export const OrderEscalated = closed({
  type: literal('OrderEscalated'),
  ...moveFields,
  automatic: boolean,
  /** From here the 48 h run anew, also where they are not shown because no unit is left to go to (O16). */
  escalatedAt: Instant,
  ...startedEscalationFields,
})
export interface OrderEscalated extends t.TypeOf<typeof OrderEscalated> {}
/** The order was sent back, once, to the unit that had escalated it here (O19). */
export const OrderReturned = closed({
  type: literal('OrderReturned'),
  ...moveFields,
  ...startedEscalationFields,
})
export interface OrderReturned extends t.TypeOf<typeof OrderReturned> {}
/** Another unit handles the order: the handler chose so, or the unit before is closing (O19, G1). */
export const OrderTransferred = closed({
  type: literal('OrderTransferred'),
  ...moveFields,
  ...startedEscalationFields,
})
export interface OrderTransferred extends t.TypeOf<typeof OrderTransferred> {}
/** The order has another owner, the only event that changes it: the figures of the order and of its need move from the start (O19, S14). */
export const OrderMisrouted = closed({
  type: literal('OrderMisrouted'),
  ...openedFields,
  needId: NeedId,
  needOpened: Instant,
  from: UnitId,
  to: UnitId,
  reason: Reason,
})
export interface OrderMisrouted extends t.TypeOf<typeof OrderMisrouted> {}
/**
 * 督办: the order is unserved some time after its round began, or after the later day that the requester's side asked for. It stands at the
 * unit above the highest that has handled it in the round; at the top in its assessor's (O16).
 */
export const SupervisionBegan = closed({
  type: literal('SupervisionBegan'),
  ...keyFields,
  owner: UnitId,
  supervisor: UnitId,
  /** No unit stands above: the assessor of the top has it. */
  byAssessor: boolean,
  dueAt: Instant,
  /** The instant for which the timer was set, before a later day or a calendar moved it. */
  setFor: Instant,
})
export interface SupervisionBegan extends t.TypeOf<typeof SupervisionBegan> {}
/** The supervised order was served, or has ended otherwise (O16). */
export const SupervisionEnded = closed({ type: literal('SupervisionEnded'), ...keyFields, supervisor: UnitId })
export interface SupervisionEnded extends t.TypeOf<typeof SupervisionEnded> {}
