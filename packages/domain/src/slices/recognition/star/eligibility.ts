/** The star for which a person is eligible: a query that deciders and read models share (W1, W2, W11). Integers only. */
import type { Instant, LocalDay } from '@zhiyuan/kernel'
import type { OrderId, PersonId, RecordId } from '../../../vocabulary/ids.ts'
import { findGuardPolicyOfDay, type Policy, type PolicyBook } from '../../organisation/policy/policy.read.ts'
import { readTerms, type TermsOf } from '../../organisation/policy/terms.ts'
import type { RecordRef } from '../../hours/record/record.codec.ts'
import { recordTerms } from '../../hours/record/record.terms.ts'
import type { Occasion } from '../../../vocabulary/occasion.ts'
import type { Count, EvidenceGrade, Rating, Round, Segments } from '../../../vocabulary/values.ts'
import { starTerms } from './star.terms.ts'

/** A record that counts, of any grade. */
export interface CountedRecord {
  readonly volunteer: PersonId
  readonly recordId: RecordId
  readonly minutes: number
  readonly segments: Segments
  readonly grade: EvidenceGrade
  readonly source: Occasion
}

/** The final review of one round of an order. */
export interface RoundReview {
  readonly orderId: OrderId
  readonly round: Round
  /** Null: out of the score (O9). */
  readonly rating: Rating | null
  readonly reviewer: PersonId
}

/** The mean review as an exact fraction: `sum` of ratings over `count` of rounds; without a review it is 0 of 0. */
export interface Score {
  readonly sum: number
  readonly count: number
}

/** What policies say about stars. */
export type StarTerms = Pick<TermsOf<typeof starTerms>, 'thresholds' | 'gate' | 'manualShare'> &
  Pick<TermsOf<typeof recordTerms>, 'countedGrades'>

/** The policies by which a star is judged: thresholds by the one in force, the terms that guard truth by `guard` (G5). */
export interface StarPolicies {
  readonly policy: Policy
  readonly guard: Policy
}

/** The terms about stars: thresholds, the gate, the share of `manual` minutes, and which grades count. */
export const readStarTerms = ({ policy, guard }: StarPolicies): StarTerms => {
  const { gate, manualShare } = readTerms(starTerms, guard)
  const { thresholds } = readTerms(starTerms, policy)
  return { thresholds, gate, manualShare, countedGrades: readTerms(recordTerms, policy).countedGrades }
}

/** S8, G5: whether the policy of the service day counts the grade. One that was adopted later with a date before does not reach back. */
export const countsOfDay = (
  policies: PolicyBook,
  { day, grade }: { readonly day: LocalDay; readonly grade: EvidenceGrade },
): boolean => {
  const guard = findGuardPolicyOfDay(policies, day)
  return guard === null || readTerms(recordTerms, guard).countedGrades.includes(grade)
}

/** What a person's service carries, by one policy. */
export interface Eligibility {
  /** Minutes of counted records in the policy's grades. */
  readonly minutes: Count
  /** How many of these are `manual` (W1). */
  readonly manual: Count
  /** The records that make up these minutes. */
  readonly records: ReadonlyArray<RecordRef>
  /** When their presence began and ended: each step was judged by the terms of its own day (G5). */
  readonly steps: ReadonlyArray<Instant>
  readonly score: Score
  /** False means that reviews are too low for any level, with any minutes. */
  readonly gateOpen: boolean
  /** The highest level for which the person may apply; 0 is none. */
  readonly eligible: Count
  /** Minutes short of the level after the eligible one, of any grade: 0 at the top, and where only the gate or the share bars it. */
  readonly short: Count
  /** Minutes of other grades than `manual` short of that level, since only a share of it may be `manual` (W1). */
  readonly shortOther: Count
}

/** Names a round of an order. */
export const roundKey = ({ orderId, round }: { readonly orderId: OrderId; readonly round: Round }): string =>
  `${orderId}.${round}`

/** O9: no one reviews the own service. Where a merge shows that a reviewer is the human who served, that review is out of the score. */
export const dropOwnRatings = (
  reviews: ReadonlyArray<RoundReview>,
  registrations: ReadonlySet<PersonId>,
): ReadonlyArray<RoundReview> =>
  reviews.map((review) => (registrations.has(review.reviewer) ? { ...review, rating: null } : review))

/** The mean of the final reviews of the rounds of these records; a session has none. A later review of a round replaces an earlier one. */
export const computeScore = (records: ReadonlyArray<CountedRecord>, reviews: Iterable<RoundReview>): Score => {
  const ratings = new Map([...reviews].map((review) => [roundKey(review), review.rating]))
  const rounds = new Set(records.flatMap(({ source }) => (source.type === 'order' ? [roundKey(source)] : [])))
  const given = [...rounds].flatMap((round) => ratings.get(round) ?? [])
  return { sum: given.reduce<number>((sum, rating) => sum + rating, 0), count: given.length }
}

/** W11: the gate applies from the first review on; `gate` is in hundredths of a rating point. */
export const passesGate = ({ sum, count }: Score, gate: number): boolean => sum * 100 >= gate * count

/** The minutes of a person: of all grades that count, and how many of them are `manual`. */
export interface StarMinutes {
  readonly minutes: number
  readonly manual: number
}
/** What is missing to a level: minutes of any grade, and minutes of other grades than `manual`. */
export type Shortage = Pick<Eligibility, 'short' | 'shortOther'>

/**
 * W1: with r minutes of other grades and m `manual` ones, a threshold T is reached where r + m ≥ T and q·r ≥ (q − p)·T. Null where the policy has
 * no such level.
 */
export const computeShortage = (
  { thresholds, manualShare: { p, q } }: StarTerms,
  { minutes, manual }: StarMinutes,
  level: number,
): Shortage | null => {
  const threshold = thresholds[level - 1]
  if (threshold === undefined) return null
  const wanted = Math.ceil(((q - p) * threshold) / q)
  return {
    short: Math.max(0, threshold - minutes) as Count,
    shortOther: Math.max(0, wanted - (minutes - manual)) as Count,
  }
}

const isReached = (terms: StarTerms, found: StarMinutes, level: number): boolean => {
  const shortage = computeShortage(terms, found, level)
  return shortage?.short === 0 && shortage.shortOther === 0
}

const nothingShort: Shortage = { short: 0 as Count, shortOther: 0 as Count }
const addMinutes = (records: ReadonlyArray<CountedRecord>): Count =>
  records.reduce((sum, { minutes }) => sum + minutes, 0) as Count

/** What these records and reviews carry. A review counts only if its round has minutes that count towards stars. */
export const computeEligibility = (
  terms: StarTerms,
  counted: ReadonlyArray<CountedRecord>,
  reviews: Iterable<RoundReview>,
): Eligibility => {
  const carrying = counted.filter(({ minutes, grade }) => minutes > 0 && terms.countedGrades.includes(grade))
  const minutes = addMinutes(carrying)
  const manual = addMinutes(carrying.filter(({ grade }) => grade === 'manual'))
  const score = computeScore(carrying, reviews)
  const gateOpen = passesGate(score, terms.gate)
  const reached = terms.thresholds.filter((_threshold, index) =>
    isReached(terms, { minutes, manual }, index + 1),
  ).length
  const eligible = (gateOpen ? reached : 0) as Count
  return {
    minutes,
    manual,
    records: carrying.map(({ volunteer, recordId }) => ({ volunteer, recordId })),
    steps: carrying.flatMap(({ segments }) => segments.flatMap(({ start, end }) => [start, end])),
    score,
    gateOpen,
    eligible,
    ...(computeShortage(terms, { minutes, manual }, eligible + 1) ?? nothingShort),
  }
}
