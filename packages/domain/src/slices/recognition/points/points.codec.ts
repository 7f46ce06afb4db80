/** Commands and events of one volunteer's points: stream `points-<volunteer>`. A ledger apart from hours (W5, W6). */
import type * as t from 'io-ts'
import { closed, integer, literal, LocalDay, oneOf, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId, PolicyVersion, RecordId, RedemptionId } from '../../../vocabulary/ids.ts'
import { Code, Count, Minutes, Reason } from '../../../vocabulary/values.ts'

export interface PointsBrand {
  readonly Points: unique symbol
}
/** An amount of points, never negative. Only a balance may be negative, after a reversal (W13). */
export type Points = t.Branded<number, PointsBrand>
export const Points = integer<PointsBrand>('Points', 0, 10_000_000)

export interface PointsToSpendBrand {
  readonly PointsToSpend: unique symbol
}
/** A price in points: at least one. */
export type PointsToSpend = t.Branded<number, PointsToSpendBrand>
export const PointsToSpend = integer<PointsToSpendBrand>('PointsToSpend', 1, 10_000_000)

/** Why a credit was taken back: the record is void, or a correction changed its points. */
export const ReversalCause = oneOf('ReversalCause', ['voided', 'corrected'])
export type ReversalCause = t.TypeOf<typeof ReversalCause>

/** `revision` counts the changes of the record's standing: of two, the higher one holds. */
const credit = { volunteer: PersonId, recordId: RecordId, revision: Count }

/** Points for a record as it counts since a revision; the policy of the service day set the rate (G5). */
export const PointsCredited = closed({
  type: literal('PointsCredited'),
  ...credit,
  day: LocalDay,
  minutes: Minutes,
  points: Points,
  policyVersion: PolicyVersion,
})
export interface PointsCredited extends t.TypeOf<typeof PointsCredited> {}
/** The record was corrected or reinstated and earns the same points: the credit rests on the new revision from now on (W4). */
export const CreditKept = closed({
  type: literal('CreditKept'),
  ...credit,
  day: LocalDay,
  minutes: Minutes,
  points: Points,
  policyVersion: PolicyVersion,
})
export interface CreditKept extends t.TypeOf<typeof CreditKept> {}
/** A credit was taken back in full, which may lead below zero (W13). `revision` is the one that took it back. */
export const PointsReversed = closed({
  type: literal('PointsReversed'),
  ...credit,
  points: Points,
  because: ReversalCause,
})
export interface PointsReversed extends t.TypeOf<typeof PointsReversed> {}
/** The record was voided before its credit came. Voided is final, so a late credit is a no-op. */
export const CreditForestalled = closed({ type: literal('CreditForestalled'), ...credit })
export interface CreditForestalled extends t.TypeOf<typeof CreditForestalled> {}
/** Points were taken from the balance for goods or a courtesy (W8). Hours stay as they are (W5). */
export const PointsSpent = closed({
  type: literal('PointsSpent'),
  volunteer: PersonId,
  redemptionId: RedemptionId,
  points: PointsToSpend,
  item: Code,
})
export interface PointsSpent extends t.TypeOf<typeof PointsSpent> {}
/** What was redeemed was not delivered: the points are the volunteer's again (W13). */
export const RedemptionCancelled = closed({
  type: literal('RedemptionCancelled'),
  volunteer: PersonId,
  redemptionId: RedemptionId,
  points: PointsToSpend,
  by: PersonId,
  reason: Reason,
})
export interface RedemptionCancelled extends t.TypeOf<typeof RedemptionCancelled> {}

/** All events of a volunteer's points. */
export const PointsEvent: Codec<PointsEvent> = variants('PointsEvent', [
  PointsCredited,
  CreditKept,
  PointsReversed,
  CreditForestalled,
  PointsSpent,
  RedemptionCancelled,
])
export type PointsEvent =
  PointsCredited | CreditKept | PointsReversed | CreditForestalled | PointsSpent | RedemptionCancelled

/** Sent by a process when a record was verified, corrected or reinstated. */
export const CreditPoints = closed({ type: literal('CreditPoints'), ...credit, day: LocalDay, minutes: Minutes })
export interface CreditPoints extends t.TypeOf<typeof CreditPoints> {}
/** Sent by a process when a record was voided. */
export const ReversePoints = closed({ type: literal('ReversePoints'), ...credit })
export interface ReversePoints extends t.TypeOf<typeof ReversePoints> {}
/**
 * By the volunteer alone, under the registration that figures use. Refused beyond what all registrations of the human have together (G2,
 * W10, W13). Points of a record that is held, suspended or counted twice cannot be spent meanwhile (H5).
 */
export const RedeemPoints = closed({
  type: literal('RedeemPoints'),
  volunteer: PersonId,
  redemptionId: RedemptionId,
  points: PointsToSpend,
  item: Code,
})
export interface RedeemPoints extends t.TypeOf<typeof RedeemPoints> {}
/** By a clerk of the volunteer's home or above, never for oneself, with the reason why it was not delivered (W13). */
export const CancelRedemption = closed({
  type: literal('CancelRedemption'),
  volunteer: PersonId,
  redemptionId: RedemptionId,
  reason: Reason,
})
export interface CancelRedemption extends t.TypeOf<typeof CancelRedemption> {}

/** All commands about a volunteer's points. */
export const PointsCommand: Codec<PointsCommand> = variants('PointsCommand', [
  CreditPoints,
  ReversePoints,
  RedeemPoints,
  CancelRedemption,
])
export type PointsCommand = CreditPoints | ReversePoints | RedeemPoints | CancelRedemption
