/** The words of one volunteer's points: stream `points-<volunteer>`. A ledger apart from hours (W5, W6). */
import * as t from 'io-ts'
import { closed, integer, literal, LocalDay, variants } from '@zhiyuan/kernel'
import { PersonId, PolicyVersion, RecordId, RedemptionId } from '../ids.ts'
import { Code, Count, Minutes } from '../words.ts'

export interface PointsBrand {
  readonly Points: unique symbol
}
/** An amount of points, never negative; only a balance may be, after a reversal (W13). */
export type Points = t.Branded<number, PointsBrand>
export const Points = integer<PointsBrand>('Points', 0, 10_000_000)

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
/** In full; may lead below zero (W13). */
export const PointsReversed = closed({ type: literal('PointsReversed'), ...credit, points: Points })
/** The record was voided before its credit came: a credit up to this revision will be silent. */
export const CreditForestalled = closed({ type: literal('CreditForestalled'), ...credit })
export const PointsSpent = closed({
  type: literal('PointsSpent'),
  volunteer: PersonId,
  redemptionId: RedemptionId,
  points: Points,
  item: Code,
})

export const PointsEvent = variants('PointsEvent', [PointsCredited, PointsReversed, CreditForestalled, PointsSpent])
export type PointsEvent = t.TypeOf<typeof PointsEvent>

/** Sent by a process when a record was verified or corrected. */
export const CreditPoints = closed({ type: literal('CreditPoints'), ...credit, day: LocalDay, minutes: Minutes })
/** Sent by a process when a record was voided. */
export const ReversePoints = closed({ type: literal('ReversePoints'), ...credit })
export const RedeemPoints = closed({
  type: literal('RedeemPoints'),
  volunteer: PersonId,
  redemptionId: RedemptionId,
  points: Points,
  item: Code,
})

export const PointsCommand = variants('PointsCommand', [CreditPoints, ReversePoints, RedeemPoints])
export type PointsCommand = t.TypeOf<typeof PointsCommand>
