/** Timers of procedures: a due instant is computed together with the edition of the policy whose term set it (G5). */
import * as E from 'fp-ts/lib/Either.js'
import type { Fields, Instant } from '@zhiyuan/kernel'
import type { PolicyVersion } from '../../../vocabulary/ids.ts'
import type { PolicyMissing } from '../../../vocabulary/rejections.ts'
import { computeDue, type Due } from './calendar.ts'
import { findPolicy, policyMissing } from './find-policy.ts'
import type { Policy, PolicyBook } from './policy.state.ts'
import { readTerms, type OptionalTimerTermName, type TimerTermName, type Section } from './terms.ts'

/** When a timer ends, and the edition by which it runs. */
export interface DueBy extends Due {
  readonly policyVersion: PolicyVersion
}

/** A running term, as its event states it; counted from `from`. */
export interface RunningTerm extends DueBy {
  readonly from: Instant
}

/** A term of a section that is a length of time. */
interface TimerTerm<F extends Fields, K extends TimerTermName<F>> {
  readonly of: Section<string, F>
  readonly term: K
}
type From = { readonly from: Instant }

/** The due instant by one given edition. */
export const runTimer = <F extends Fields, K extends TimerTermName<F>>(
  book: PolicyBook,
  policy: Policy,
  { of, term, from }: TimerTerm<F, K> & From,
): DueBy => ({
  ...computeDue(book, policy, { term: readTerms(of, policy)[term], from }),
  policyVersion: policy.version,
})

/** A timer that starts at `at`, by the edition in force then. Its term counts from there, or from a planned time. */
export const startTimer = <F extends Fields, K extends TimerTermName<F>>(
  book: PolicyBook,
  { of, term, at, from = at }: TimerTerm<F, K> & Partial<From> & { readonly at: Instant },
): E.Either<PolicyMissing, DueBy> => {
  const policy = findPolicy(book, at)
  return policy === null ? E.left(policyMissing(book, at)) : E.right(runTimer(book, policy, { of, term, from }))
}

/** As `startTimer`, by a term that a policy may leave out with null: then no timer runs, and the answer is null. */
export const startOptionalTimer = <F extends Fields, K extends OptionalTimerTermName<F>>(
  book: PolicyBook,
  {
    of,
    term,
    at,
    from = at,
  }: { readonly of: Section<string, F>; readonly term: K; readonly at: Instant } & Partial<From>,
): E.Either<PolicyMissing, DueBy | null> => {
  const policy = findPolicy(book, at)
  if (policy === null) return E.left(policyMissing(book, at))
  const length = readTerms(of, policy)[term]
  if (length === null) return E.right(null)
  return E.right({ ...computeDue(book, policy, { term: length, from }), policyVersion: policy.version })
}

/** The edition that an event cites, also when another one is in force by now. */
export const citedPolicy = ({ policies }: PolicyBook, version: PolicyVersion): Policy | null =>
  policies.find((policy) => policy.version === version) ?? null

/**
 * The due instant by the calendar as it is known now and by the edition that set the term: a calendar that is adopted or changed later is one
 * calendar for every term, also for the ones that run (H4).
 */
export const dueNow = <F extends Fields, K extends TimerTermName<F>>(
  book: PolicyBook,
  timer: TimerTerm<F, K>,
  { from, dueAt, policyVersion }: Omit<RunningTerm, 'assumed'>,
): Instant => {
  const policy = citedPolicy(book, policyVersion)
  return policy === null ? dueAt : runTimer(book, policy, { ...timer, from }).dueAt
}
