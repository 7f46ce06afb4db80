/** Events that give a need another owner (O19, G1). */
import type * as t from 'io-ts'
import { boolean, closed, Instant, list, literal, nullable } from '@zhiyuan/kernel'
import { NeedId, OrderId, PolicyVersion, UnitId } from '../../../vocabulary/ids.ts'
import { Reason } from '../../../vocabulary/values.ts'
import { keyFields, moveFields, openedFields } from './event.fields.ts'
import { mostOrdersNamed } from './need.values.ts'

/** The need belonged to another unit from the start: its figures move, and its orders and what is merged into it follow (O19, S14). */
export const NeedMisrouted = closed({
  type: literal('NeedMisrouted'),
  ...moveFields,
  /** The need that was ruled on, where this one is merged into it. */
  survivor: nullable(NeedId),
  orders: list(OrderId, 0, mostOrdersNamed),
  duplicates: list(NeedId, 0, 500),
})
export interface NeedMisrouted extends t.TypeOf<typeof NeedMisrouted> {}
/** The city gives a need of its own to another unit, which has until `acceptBy` to accept it; then it stays (O19). */
export const OwnershipOffered = closed({
  type: literal('OwnershipOffered'),
  ...keyFields,
  to: UnitId,
  reason: Reason,
  /** When the term began. */
  offeredFrom: Instant,
  acceptBy: Instant,
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export interface OwnershipOffered extends t.TypeOf<typeof OwnershipOffered> {}
/** The other unit accepts the need. */
export const OwnershipAccepted = closed({
  type: literal('OwnershipAccepted'),
  ...openedFields,
  to: UnitId,
  reason: Reason,
})
export interface OwnershipAccepted extends t.TypeOf<typeof OwnershipAccepted> {}
/** The need stays: the other unit refused it, or did not answer in time (O19). */
export const OwnershipRefused = closed({
  type: literal('OwnershipRefused'),
  ...openedFields,
  to: UnitId,
  /** Null where no one answered in time. */
  reason: nullable(Reason),
  /** The end of the term that passed; null where the unit refused the need. */
  acceptBy: nullable(Instant),
})
export interface OwnershipRefused extends t.TypeOf<typeof OwnershipRefused> {}
/** The owner is closing and passes the need on, from that day and without a ruling (N12, G1). */
export const NeedPassedOn = closed({ type: literal('NeedPassedOn'), ...moveFields })
export interface NeedPassedOn extends t.TypeOf<typeof NeedPassedOn> {}
