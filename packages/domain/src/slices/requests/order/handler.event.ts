/** Which unit works on the order, and which answers for it. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal } from '@zhiyuan/kernel'
import { NeedId, UnitId } from '../../../vocabulary/ids.ts'
import { Reason } from '../../../vocabulary/values.ts'
import { moveFields, openedFields, startedEscalationFields } from './event.fields.ts'

/** The handler could not meet it: one level up, in the queue there; `automatic` where the 48 h ended (O4). */
export const OrderEscalated = closed({
  type: literal('OrderEscalated'),
  ...moveFields,
  automatic: boolean,
  ...startedEscalationFields,
})
export interface OrderEscalated extends t.TypeOf<typeof OrderEscalated> {}
/** Sent back, once, to the unit that had escalated it here (O19). */
export const OrderReturned = closed({
  type: literal('OrderReturned'),
  ...moveFields,
  ...startedEscalationFields,
})
export interface OrderReturned extends t.TypeOf<typeof OrderReturned> {}
/** Another unit handles it: by choice of the handler, or because the unit before is closing (O19, G1). */
export const OrderTransferred = closed({
  type: literal('OrderTransferred'),
  ...moveFields,
  ...startedEscalationFields,
})
export interface OrderTransferred extends t.TypeOf<typeof OrderTransferred> {}
/** The only change of owner: the figures of the order and of its need move from the start (O19, S14). */
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
