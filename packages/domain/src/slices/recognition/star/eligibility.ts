/** The star for which a person is eligible: a query that deciders and read models share (W1, W2, W11). Integers only. */
import type { OrderId, PersonId, RecordId } from '../../../vocabulary/ids.ts'
import type { Policy } from '../../organisation/policy/policy.read.ts'
import { readTerms, type TermsOf } from '../../organisation/policy/terms.ts'
import type { RecordRef } from '../../hours/record/record.codec.ts'
import { recordTerms } from '../../hours/record/record.terms.ts'
import type { Occasion } from '../../../vocabulary/occasion.ts'
import type { Count, EvidenceGrade, Rating, Round } from '../../../vocabulary/values.ts'
import { starTerms } from './star.terms.ts'

/** A record that counts, of any grade. */
export interface CountedRecord {
  readonly volunteer: PersonId
  readonly recordId: RecordId
  readonly minutes: number
  readonly grade: EvidenceGrade
  readonly source: Occasion
}

/** The final review of one round of an order. */
export interface RoundReview {
  readonly orderId: OrderId
  readonly round: Round
  readonly rating: Rating
}

/** The mean review as an exact fraction: `sum` of ratings over `count` of rounds; without a review it is 0 of 0. */
export interface Score {
  readonly sum: number
  readonly count: number
}

/** A policy's own section about stars. */
export type StarTerms = Pick<TermsOf<typeof starTerms>, 'thresholds' | 'gate'> &
  Pick<TermsOf<typeof recordTerms>, 'countedGrades'>

/** A policy's terms about stars: their own section, and which grades count. */
export const readStarTerms = (policy: Policy): StarTerms => {
  const { thresholds, gate } = readTerms(starTerms, policy)
  return { thresholds, gate, countedGrades: readTerms(recordTerms, policy).countedGrades }
}

/** What a person's service carries, by one policy. */
export interface Eligibility {
  /** Minutes of counted records in the policy's grades. */
  readonly minutes: Count
  /** The records that make up these minutes. */
  readonly records: ReadonlyArray<RecordRef>
  readonly score: Score
  /** False means that reviews are too low for any level, with any minutes. */
  readonly gateOpen: boolean
  /** The highest level for which the person may apply; 0 is none. */
  readonly eligible: Count
  /** Minutes short of the level after the eligible one: 0 at the top, and where only the gate bars it. */
  readonly short: Count
}

/** Names a round of an order. */
export const roundKey = ({ orderId, round }: { readonly orderId: OrderId; readonly round: Round }): string =>
  `${orderId}.${round}`

/** The mean of the final reviews of the rounds of these records; a session has none. A later review of a round replaces an earlier one. */
export const computeScore = (records: ReadonlyArray<CountedRecord>, reviews: Iterable<RoundReview>): Score => {
  const ratings = new Map([...reviews].map((review) => [roundKey(review), review.rating]))
  const rounds = new Set(records.flatMap(({ source }) => (source.type === 'order' ? [roundKey(source)] : [])))
  const given = [...rounds].flatMap((round) => ratings.get(round) ?? [])
  return { sum: given.reduce<number>((sum, rating) => sum + rating, 0), count: given.length }
}

/** W11: the gate applies from the first review on; `gate` is in hundredths of a rating point. */
export const passesGate = ({ sum, count }: Score, gate: number): boolean => sum * 100 >= gate * count

/** Minutes missing to a level: 0 where there are enough, null where the policy has no such level. */
export const countShort = ({ thresholds }: StarTerms, minutes: number, level: number): Count | null => {
  const threshold = thresholds[level - 1]
  return threshold === undefined ? null : (Math.max(0, threshold - minutes) as Count)
}

/** What these records and reviews carry. A review counts only if its round has minutes that count towards stars. */
export const computeEligibility = (
  terms: StarTerms,
  counted: ReadonlyArray<CountedRecord>,
  reviews: Iterable<RoundReview>,
): Eligibility => {
  const carrying = counted.filter(({ minutes, grade }) => minutes > 0 && terms.countedGrades.includes(grade))
  const minutes = carrying.reduce((sum, record) => sum + record.minutes, 0) as Count
  const score = computeScore(carrying, reviews)
  const gateOpen = passesGate(score, terms.gate)
  const reached = terms.thresholds.filter((threshold) => threshold <= minutes).length
  const eligible = (gateOpen ? reached : 0) as Count
  return {
    minutes,
    records: carrying.map(({ volunteer, recordId }) => ({ volunteer, recordId })),
    score,
    gateOpen,
    eligible,
    short: countShort(terms, minutes, eligible + 1) ?? (0 as Count),
  }
}
