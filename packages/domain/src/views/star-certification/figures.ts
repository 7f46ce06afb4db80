import type { Instant, PersonId } from '@zhiyuan/kernel'
import type { PolicyVersion } from '../../vocabulary/ids.ts'
import type { TermName } from '../../slices/organisation/policy/term.codec.ts'
import { listGuardPolicies, type Policy, type PolicyBook } from '../../slices/organisation/policy/policy.read.ts'
import {
  computeEligibility,
  dropOwnRatings,
  type CountedRecord,
  type Score,
} from '../../slices/recognition/star/star.read.ts'
import type { Humans } from '../../slices/people/humans/humans.read.ts'
import { noMinutes, plusMinutes, type MinutesByGrade } from '../figures/minutes.ts'
import { isKnown, listKnown as known } from '../known.ts'
import { groupByHuman, type Person } from '../people/people.ts'
import { humanRecords } from '../records/human-records.ts'
import type { Standing } from '../records/record-standing.ts'
import type { NotedReview, StarFact, VolunteerRow } from '../volunteers/row.ts'
import { countsOfDay, listLaxerTerms, readStarTerms } from '../../slices/recognition/star/star.read.ts'

/** A question: as known at which instant, by which policy. Another policy makes it a what-if. */
export interface StarQuestion {
  readonly knownAt: Instant
  readonly policy: Policy
  /** The policy whose terms guard truth, where it is another one: share of `manual` minutes, and gate (G5). */
  readonly guard?: Policy
  /** The policies by whose terms of the service day grades count (S8), and records were judged (G5); without them those of `policy` do on every day. */
  readonly policies?: PolicyBook
}

/** The figures of a person on the way to a star. */
export interface StarFigures {
  readonly volunteer: PersonId
  readonly knownAt: Instant
  readonly policyVersion: PolicyVersion
  /** Minutes that count by the policy (S8), and the same by grade (S2). */
  readonly minutes: number
  readonly counted: MinutesByGrade
  /**
   * Minutes that do not count, by reason: `twice` are verified ones that give way to another record of the human and are not held yet (H5);
   * `uncounted-grade` are of a grade that the policy does not count.
   */
  readonly notCounted: Readonly<Record<NotCounted, number>>
  /** Mean of the final reviews of the rounds that were counted, as an exact fraction; 0 of 0 is none (W11). */
  readonly score: Score
  readonly gateOpen: boolean
  /** The highest level for which the person may apply; it grants nothing (W2). */
  readonly eligible: number
  /** The level that an authority granted; only an authority lowers or revokes it (W2, W4). 0 is none. */
  readonly granted: number
  readonly underExamination: boolean
  /** Minutes short of the level after the eligible one; 0 at the top. */
  readonly shortOfNext: number
  /** Minutes of other grades than `manual` short of that level (W1). */
  readonly shortOfNextOther: number
  /** The terms that guard truth and are laxer than their defaults, in the policy or in one by which a counted record was judged (G5). */
  readonly laxer: ReadonlyArray<TermName>
}

type NotCounted = Exclude<Standing, 'verified'> | 'twice' | 'uncounted-grade'

/** Lists the known reviews, ordered so that a later review of a round replaces an earlier one. */
const listReviews = (rows: ReadonlyArray<VolunteerRow>, at: Instant): ReadonlyArray<NotedReview> =>
  rows.flatMap(({ reviews }) => known(reviews, at)).sort((a, b) => a.orderVersion - b.orderVersion)

interface Star {
  readonly level: number
  readonly underExamination: boolean
}

const evolveStar = (star: Star, fact: StarFact): Star => {
  switch (fact.type) {
    case 'granted':
    case 'lowered':
      return { level: fact.level, underExamination: false }
    case 'put-under-examination':
      return { ...star, underExamination: true }
    case 'upheld':
      return { ...star, underExamination: false }
    case 'revoked':
      return { level: 0, underExamination: false }
  }
}

/** Finds the star of a person: the highest of those of all registrations. */
const findStar = (rows: ReadonlyArray<VolunteerRow>, at: Instant): Star =>
  rows
    .map(({ stars }) => known(stars, at).reduce(evolveStar, { level: 0, underExamination: false }))
    .reduce((best, star) => (star.level > best.level ? star : best), { level: 0, underExamination: false })

const noneLeftOut: Readonly<Record<NotCounted, number>> = {
  submitted: 0,
  held: 0,
  returned: 0,
  withdrawn: 0,
  rejected: 0,
  suspended: 0,
  voided: 0,
  twice: 0,
  'uncounted-grade': 0,
}

/**
 * Computes the figures of one person from the rows of all registrations (S9).
 *
 * @example
 * starFigures({ person: b, rows: [rowOfB] }, { knownAt, policy }).shortOfNext // 130
 */
export const starFigures = ({ person, rows }: Person<VolunteerRow>, question: StarQuestion): StarFigures => {
  const { knownAt, policy, guard = policy, policies } = question
  const terms = readStarTerms({ policy, guard })
  const counted: CountedRecord[] = []
  const notCounted = { ...noneLeftOut }
  let byGrade = noMinutes
  for (const { volunteer, history, standing, minutes, segments, day, grade, twice } of humanRecords(rows, knownAt)) {
    if (standing !== 'verified') notCounted[standing] += minutes
    else if (twice) notCounted.twice += minutes
    else if (!terms.countedGrades.includes(grade) || (policies !== undefined && !countsOfDay(policies, { day, grade })))
      notCounted['uncounted-grade'] += minutes
    else {
      byGrade = plusMinutes(byGrade, grade, minutes)
      const { recordId, source } = history
      if (source !== null) counted.push({ volunteer, recordId, minutes, segments, grade, source })
    }
  }
  const registrations = new Set(rows.map(({ volunteer }) => volunteer))
  const found = computeEligibility(terms, counted, dropOwnRatings(listReviews(rows, knownAt), registrations))
  const { minutes, steps, score, gateOpen, eligible, short, shortOther } = found
  const { level, underExamination } = findStar(rows, knownAt)
  return {
    volunteer: person,
    knownAt,
    policyVersion: policy.version,
    minutes,
    counted: byGrade,
    notCounted,
    score,
    gateOpen,
    eligible,
    granted: level,
    underExamination,
    shortOfNext: short,
    shortOfNextOther: shortOther,
    laxer: listLaxerTerms(policies === undefined ? [guard] : [guard, ...listGuardPolicies(policies, steps)]),
  }
}

/** Whether a row has any fact that was known by then. */
const wasThere = ({ records, reviews, stars }: VolunteerRow, at: Instant): boolean =>
  records.some(({ facts }) => known(facts, at).length > 0) || [...reviews, ...stars].some((fact) => isKnown(fact, at))

/** Lists the figures of every person with a known fact, by id. It is complete if it gets all rows, and `humans` as known at that instant. */
export const starTable = (
  all: ReadonlyArray<VolunteerRow>,
  humans: Humans,
  question: StarQuestion,
): ReadonlyArray<StarFigures> =>
  groupByHuman(all, humans)
    .filter(({ rows }) => rows.some((row) => wasThere(row, question.knownAt)))
    .map((person) => starFigures(person, question))
