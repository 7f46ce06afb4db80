/** Events that end a round, or begin the next one. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal, nullable } from '@zhiyuan/kernel'
import { PersonId, PolicyVersion, RecordId, TeamId } from '../../../vocabulary/ids.ts'
import { Rating, Reason, Round, TextRef } from '../../../vocabulary/values.ts'
import { openedFields, seated, serviceDueFields, startedEscalationFields, keyFields } from './event.fields.ts'
import { CancelledBy, Outcome, ReviewerKind, Verdict } from './order.values.ts'

/** The requester's side rated the service; `seated` are the volunteers whom the rating is about (W11). */
export const OrderReviewed = closed({
  type: literal('OrderReviewed'),
  ...keyFields,
  reviewer: PersonId,
  as: ReviewerKind,
  rating: Rating,
  verdict: Verdict,
  comment: nullable(TextRef),
  seated,
  /** When it was given, by the ledger's clock: it says nothing of a presence that was not known then (A14). */
  reviewedAt: Instant,
  /** The reviewer is a member of the serving team, and the need is the own one: out of the score, and labelled (O9). */
  ownTeam: boolean,
  /** Whose review of this round it replaces: a farther person's, or the reviewer's own (O9). */
  replaces: nullable(ReviewerKind),
  /** Until then the reviewer may replace it (O9); null: not at all. */
  replaceableUntil: nullable(Instant),
  policyVersion: PolicyVersion,
})
export interface OrderReviewed extends t.TypeOf<typeof OrderReviewed> {}
/** An independent person checked the service. This closes the order, as `unreviewed` until a review comes (O7). */
export const OrderFollowedUp = closed({
  type: literal('OrderFollowedUp'),
  ...keyFields,
  by: PersonId,
  verdict: Verdict,
  comment: nullable(TextRef),
})
export interface OrderFollowedUp extends t.TypeOf<typeof OrderFollowedUp> {}
/** Neither review nor follow-up came in time: the order closes as `unreviewed` (O7). */
export const ReviewLapsed = closed({ type: literal('ReviewLapsed'), ...keyFields })
export interface ReviewLapsed extends t.TypeOf<typeof ReviewLapsed> {}
/** The round was closed. Closed is not solved: the outcome says (O7). `reopenableUntil` is half-open (O8). */
export const OrderClosed = closed({
  type: literal('OrderClosed'),
  ...keyFields,
  outcome: Outcome,
  reopenableUntil: Instant,
  policyVersion: PolicyVersion,
  seated,
})
export interface OrderClosed extends t.TypeOf<typeof OrderClosed> {}
/** The next round began, in the queue of its handler (O8). */
export const OrderReopened = closed({
  type: literal('OrderReopened'),
  ...keyFields,
  reason: Reason,
  /** The start of the service term: the instant of the reopening. */
  ...serviceDueFields,
  ...startedEscalationFields,
  /** The order is supervised if it is unserved by then (O16); null: the policy has no such term. */
  superviseAt: nullable(Instant),
})
export interface OrderReopened extends t.TypeOf<typeof OrderReopened> {}
/** The order was cancelled before any service began. Volunteers with a seat are released (A11). */
export const OrderCancelled = closed({
  type: literal('OrderCancelled'),
  ...keyFields,
  /** The team that was bound, or had the open offer. */
  teamId: nullable(TeamId),
  by: CancelledBy,
  reason: Reason,
  /** Whether the requester's side cancelled before any team had accepted: then it is not counted as an order (I05). */
  beforeAcceptance: boolean,
  seated,
})
export interface OrderCancelled extends t.TypeOf<typeof OrderCancelled> {}
/** The city could not meet the order either: neither closed nor solved (O5, O17). */
export const OrderUnmet = closed({ type: literal('OrderUnmet'), ...keyFields, reason: Reason })
export interface OrderUnmet extends t.TypeOf<typeof OrderUnmet> {}
/** A review came after the closing, or replaced another one: the round has another outcome, in the same reopening window (O7, O24). */
export const OutcomeRevised = closed({ type: literal('OutcomeRevised'), ...keyFields, outcome: Outcome })
export interface OutcomeRevised extends t.TypeOf<typeof OutcomeRevised> {}
/** A volunteer has minutes in a round without a seat in it, and so neither reviews nor follows it up (O9). */
export const PerformerNoted = closed({
  type: literal('PerformerNoted'),
  ...openedFields,
  round: Round,
  volunteer: PersonId,
  recordId: RecordId,
})
export interface PerformerNoted extends t.TypeOf<typeof PerformerNoted> {}
/** The record is held, rejected or withdrawn by now, so that its minutes make no performer (O9). */
export const PerformerDropped = closed({
  type: literal('PerformerDropped'),
  ...openedFields,
  round: Round,
  volunteer: PersonId,
  recordId: RecordId,
})
export interface PerformerDropped extends t.TypeOf<typeof PerformerDropped> {}
