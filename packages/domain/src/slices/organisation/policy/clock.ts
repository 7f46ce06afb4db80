/** The clocks of procedures: a due instant is made together with the edition whose term made it (G5). */
import * as E from 'fp-ts/lib/Either.js'
import type { Instant } from '@zhiyuan/kernel'
import type { PolicyVersion } from '../../../vocabulary/ids.ts'
import type { PolicyMissing } from '../../../vocabulary/rejections.ts'
import { dueAfter, type Due } from './calendar.ts'
import { policyAt, policyMissing } from './in-force.ts'
import type { Policy, PolicyBook } from './policy.state.ts'
import type { PolicyTerms, Term } from './terms.codec.ts'

/** The terms that are lengths of time. */
export type TermName = { readonly [K in keyof PolicyTerms]: PolicyTerms[K] extends Term ? K : never }[keyof PolicyTerms]

/** When a clock ends, and by which edition. */
export interface DueBy extends Due {
  readonly policyVersion: PolicyVersion
}

/** A term that runs, as its event tells it; counted from `from`. */
export interface RunningTerm extends DueBy {
  readonly from: Instant
}

interface Counted {
  readonly term: TermName
  readonly from: Instant
}

/** By one edition, whichever is in force. */
export const clockBy = (book: PolicyBook, { version, terms }: Policy, { term, from }: Counted): DueBy => ({
  ...dueAfter(book, terms, terms[term], from),
  policyVersion: version,
})

/** A clock that starts at `at`, by the edition in force then; its term counts from there, or from a planned time. */
export const startClock = (
  book: PolicyBook,
  { term, at, from = at }: { readonly term: TermName; readonly at: Instant; readonly from?: Instant },
): E.Either<PolicyMissing, DueBy> => {
  const policy = policyAt(book, at)
  return policy === null ? E.left(policyMissing(book, at)) : E.right(clockBy(book, policy, { term, from }))
}

/** The edition that an event cites, whatever is in force by now. */
export const citedPolicy = ({ policies }: PolicyBook, version: PolicyVersion): Policy | null =>
  policies.find((policy) => policy.version === version) ?? null

/** The due instant of the event, unless it rests on a calendar year that may have been adopted since: then anew, by its own edition. */
export const dueNow = (book: PolicyBook, term: TermName, clock: RunningTerm): Instant => {
  const { from, dueAt, assumed, policyVersion } = clock
  const policy = assumed ? citedPolicy(book, policyVersion) : null
  return policy === null ? dueAt : clockBy(book, policy, { term, from }).dueAt
}
