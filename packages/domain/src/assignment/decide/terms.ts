import type { Instant } from '@zhiyuan/kernel'
import { dueAfter, policyAt, type Due, type PolicyBook } from '../../policy/policy.fact.ts'
import type { PolicyTerms } from '../../policy/terms.codec.ts'
import type { Clock } from '../assignment.state.ts'

/** The terms in force when a clock started (G5). */
export const termsAt = (book: PolicyBook, at: Instant): PolicyTerms | null => policyAt(book, at)?.terms ?? null

type Running = 'attest' | 'excuse'

/** When a term that starts at `from` ends; null where no policy was in force. */
export const termFrom = (book: PolicyBook, term: Running, from: Instant): Due | null => {
  const terms = termsAt(book, from)
  return terms === null ? null : dueAfter(book, terms, terms[term], from)
}

/** The due instant of the event, unless it rests on a calendar year that may have been adopted since. */
export const dueNow = (book: PolicyBook, term: Running, { from, dueAt, assumed }: Clock): Instant =>
  (assumed ? termFrom(book, term, from)?.dueAt : null) ?? dueAt
