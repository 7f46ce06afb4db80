/** Events of an order that come from its need or the requester's side. */
import type * as t from 'io-ts'
import { closed, Instant, literal, nullable } from '@zhiyuan/kernel'
import { NeedId, PersonId } from '../../../vocabulary/ids.ts'
import { Rating, Reason, TextRef } from '../../../vocabulary/values.ts'
import { keyFields } from './event.fields.ts'
import { ReviewerKind, Verdict } from './order.values.ts'

/** The need is gone while its order is under way: the handler has to abort it (O28). */
export const AbortAsked = closed({ type: literal('AbortAsked'), ...keyFields, reason: Reason })
export interface AbortAsked extends t.TypeOf<typeof AbortAsked> {}
/** 催单: the requester or contact urges the order. It changes no figure (N13). */
export const OrderUrged = closed({ type: literal('OrderUrged'), ...keyFields, by: PersonId, urgedAt: Instant })
export interface OrderUrged extends t.TypeOf<typeof OrderUrged> {}
/** A person of a need that was merged into the order's rated the own part. It stands beside the outcome and closes nothing (N5). */
export const PartReviewed = closed({
  type: literal('PartReviewed'),
  ...keyFields,
  /** The merged need. */
  part: NeedId,
  reviewer: PersonId,
  as: ReviewerKind,
  rating: Rating,
  verdict: Verdict,
  comment: nullable(TextRef),
})
export interface PartReviewed extends t.TypeOf<typeof PartReviewed> {}
