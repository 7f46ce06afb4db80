/** The policy with every slice's section: the one place that knows them all. */
import * as E from 'fp-ts/lib/Either.js'
import { decodeRefused, LocalDay, type DecodeRefused } from '@zhiyuan/kernel'
import { targetTerms } from './slices/assessment/targets.terms.ts'
import { attendanceTerms } from './slices/attendance/assignment/assignment.terms.ts'
import { burstTerms } from './slices/hours/record/burst.terms.ts'
import { recordTerms } from './slices/hours/record/record.terms.ts'
import {
  completeSections,
  localTerms,
  policySlice,
  supposeTerms,
  type AdoptPolicyOf,
  type Policy,
  type PolicyBook,
  type PolicyCommandOf,
  type SectionsOf,
  type TermRefused,
  type TermsSaid,
} from './slices/organisation/policy/index.ts'
import { teamTerms } from './slices/organisation/team/team.terms.ts'
import { pointTerms } from './slices/recognition/points/points.terms.ts'
import { starTerms } from './slices/recognition/star/star.terms.ts'
import { needTerms } from './slices/requests/need/need.terms.ts'
import { orderTerms } from './slices/requests/order/order.terms.ts'

/** Every section of the policy, each owned by the slice that reads it. */
export const sections = [
  localTerms,
  teamTerms,
  needTerms,
  orderTerms,
  attendanceTerms,
  recordTerms,
  burstTerms,
  pointTerms,
  starTerms,
  targetTerms,
] as const

/** Every term of every section. */
export type PolicySections = SectionsOf<typeof sections>
/** What an author says of a policy: any terms of any sections. */
export type PolicyTermsSaid = TermsSaid<typeof sections>
/** A policy that says every term there is. */
export type CompletePolicy = Policy & { readonly sections: PolicySections }

/** By an administrator at the top of the tree (G4): a policy with every term of every section. */
export type AdoptPolicy = AdoptPolicyOf<PolicySections>
/** Whatever may be asked of policy, calendar and denominators. */
export type PolicyCommand = PolicyCommandOf<PolicySections>

/** Policies, calendar years and denominators. */
export const policy = policySlice(sections)

/**
 * Every term of every section from the few that are said; the others are those of `before`, or what a policy means that says nothing of
 * them. Adopting takes them all, so that the log is complete. What is misspelt, or no record where a section belongs, stays as it is said:
 * adopting it is refused with its path.
 *
 * @example
 * completeTerms({ orders: { offer: { hours: 2 } } }, nationalDefaultPolicy.sections)
 */
export const completeTerms = (said: PolicyTermsSaid, before?: Policy['sections']): PolicySections =>
  completeSections(sections, said, before)

/**
 * The same book with other terms from a day on, for a question; nothing of it reaches the log. Refused as adopting them would be, and
 * at `$.from` where that is no day.
 *
 * @example
 * whatIf(book, '2021-01-01', { records: { countedGrades: ['system', 'attested'] } })
 */
export const whatIf = (
  policies: PolicyBook,
  from: string,
  said: PolicyTermsSaid,
): E.Either<DecodeRefused | TermRefused, PolicyBook> =>
  LocalDay.is(from) ? supposeTerms(sections, policies, { from, said }) : E.left(decodeRefused('$.from', LocalDay.name))
