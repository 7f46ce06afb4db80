import type { Instant, PersonId } from '@zhiyuan/kernel'
import type { PolicyVersion } from '../../vocabulary/ids.ts'
import type { Policy } from '../../slices/organisation/policy/policy.read.ts'
import { eligibilityOf, type CountedRecord, type Score } from '../../slices/recognition/star/star.read.ts'
import { noMinutes, plusMinutes, type MinutesByGrade } from '../figures/minutes.ts'
import { isKnown, knownAt as known } from '../known.ts'
import { peopleOf, survivorsAt } from '../people/survivors.ts'
import type { RecordHistory } from '../records/record-history.ts'
import { recordAt, type KnownRecord, type Standing } from '../records/record-standing.ts'
import type { NotedReview, StarFact, VolunteerRow } from '../volunteers/row.ts'
import { starTermsOf } from '../../slices/recognition/star/star.read.ts'

/** As of when, and by which policy: another policy answers a what-if. */
export interface StarQuestion {
  readonly knownAt: Instant
  readonly policy: Policy
}

/** Where a person stands on the way to a star. */
export interface StarFigures {
  readonly volunteer: PersonId
  readonly knownAt: Instant
  readonly policyVersion: PolicyVersion
  /** Minutes that count by the policy (S8), and the same by grade (S2). */
  readonly minutes: number
  readonly counted: MinutesByGrade
  /** Minutes that do not count, by why; `uncounted-grade` are verified ones of a grade that the policy leaves out. */
  readonly notCounted: Readonly<Record<NotCounted, number>>
  /** Mean of the final reviews of the rounds that were counted, as an exact fraction; 0 of 0 is none (W11). */
  readonly score: Score
  readonly gateOpen: boolean
  /** The highest level that may be applied for: a query, never a grant (W2). */
  readonly eligible: number
  /** Only an authority grants, lowers and revokes (W2, W4); 0 is none. */
  readonly granted: number
  readonly underExamination: boolean
  /** Minutes short of the level after the eligible one; 0 at the top. */
  readonly shortOfNext: number
}

type NotCounted = Exclude<Standing, 'verified'> | 'uncounted-grade'

interface Known {
  readonly volunteer: PersonId
  readonly history: RecordHistory
  readonly record: KnownRecord
}

const recordsOf = (rows: ReadonlyArray<VolunteerRow>, at: Instant): ReadonlyArray<Known> =>
  rows.flatMap(({ volunteer, records }) =>
    records.flatMap((history) => {
      const record = recordAt(history, at)
      return record === null ? [] : [{ volunteer, history, record }]
    }),
  )

/** In the order in which a later one of a round replaces an earlier one. */
const reviewsOf = (rows: ReadonlyArray<VolunteerRow>, at: Instant): ReadonlyArray<NotedReview> =>
  rows.flatMap(({ reviews }) => known(reviews, at)).sort((a, b) => a.orderVersion - b.orderVersion)

interface Star {
  readonly level: number
  readonly underExamination: boolean
}

const onward = (star: Star, fact: StarFact): Star => {
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

/** Of two registrations' stars the higher is the person's. */
const starOf = (rows: ReadonlyArray<VolunteerRow>, at: Instant): Star =>
  rows
    .map(({ stars }) => known(stars, at).reduce(onward, { level: 0, underExamination: false }))
    .reduce((best, star) => (star.level > best.level ? star : best), { level: 0, underExamination: false })

const noneLeftOut: Readonly<Record<NotCounted, number>> = {
  submitted: 0,
  held: 0,
  returned: 0,
  withdrawn: 0,
  rejected: 0,
  suspended: 0,
  voided: 0,
  'uncounted-grade': 0,
}

/**
 * Where one person stands, from the rows of all registrations that the person goes by, the survivor's own first (S9).
 *
 * @example
 * starFigures([rowOfB], { knownAt, policy }).shortOfNext // 130
 */
export const starFigures = (rows: ReadonlyArray<VolunteerRow>, { knownAt, policy }: StarQuestion): StarFigures => {
  const terms = starTermsOf(policy)
  const counted: CountedRecord[] = []
  const notCounted = { ...noneLeftOut }
  let byGrade = noMinutes
  for (const { volunteer, history, record } of recordsOf(rows, knownAt)) {
    const { standing, minutes, grade } = record
    if (standing !== 'verified') notCounted[standing] += minutes
    else if (!terms.countedGrades.includes(grade)) notCounted['uncounted-grade'] += minutes
    else {
      byGrade = plusMinutes(byGrade, grade, minutes)
      const { recordId, source } = history
      if (source !== null) counted.push({ volunteer, recordId, minutes, grade, source })
    }
  }
  const { minutes, score, gateOpen, eligible, short } = eligibilityOf(terms, counted, reviewsOf(rows, knownAt))
  const { level, underExamination } = starOf(rows, knownAt)
  return {
    ...{ volunteer: rows[0]?.volunteer ?? ('none' as PersonId), knownAt, policyVersion: policy.version },
    ...{ minutes, counted: byGrade, notCounted, score, gateOpen, eligible },
    ...{ granted: level, underExamination, shortOfNext: short },
  }
}

/** Whether there was anything to tell of the row's volunteer by then. */
const wasThere = ({ records, reviews, stars, mergedInto, absorbed }: VolunteerRow, at: Instant): boolean =>
  records.some(({ facts }) => known(facts, at).length > 0) ||
  [...reviews, ...stars, ...absorbed].some((fact) => isKnown(fact, at)) ||
  isKnown(mergedInto, at)

/** Every person of whom anything was known, once, by id; to be whole, the rows must be all there are. */
export const starTable = (all: ReadonlyArray<VolunteerRow>, question: StarQuestion): ReadonlyArray<StarFigures> => {
  const rows = all.filter((row) => wasThere(row, question.knownAt))
  return peopleOf(rows, survivorsAt(rows, question.knownAt)).map(({ person, rows: own }) => ({
    ...starFigures(own, question),
    volunteer: person,
  }))
}
