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
/** The terms that an author writes: any terms of any sections. */
export type PolicyTermsSaid = TermsSaid<typeof sections>
/** A policy with every term. */
export type CompletePolicy = Policy & { readonly sections: PolicySections }

/** Sent by an administrator at the top of the tree (G4): adopts a policy with every term of every section. */
export type AdoptPolicy = AdoptPolicyOf<PolicySections>
/** The commands of policies, calendar years and denominators. */
export type PolicyCommand = PolicyCommandOf<PolicySections>

/** The slice of policies, calendar years and denominators. */
export const policy = policySlice(sections)

/**
 * Completes the given terms to every term of every section. The missing ones come from `before`, or else from the `absent` of their
 * sections. Adopting requires all terms, so that the log is complete. A misspelt term, or a section that is not a record, is left
 * unchanged: adopting it is refused with its path.
 *
 * @example
 * completeTerms({ orders: { offer: { hours: 2 } } }, nationalDefaultPolicy.sections)
 */
export const completeTerms = (said: PolicyTermsSaid, before?: Policy['sections']): PolicySections =>
  completeSections(sections, said, before)

/**
 * The same policies with other terms from a day on, for a what-if question; nothing is written to the log. Refused as adopting the terms
 * would be, and at `$.from` where `from` is not a day.
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
