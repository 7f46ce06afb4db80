/** Completes a set of terms from the few that a person gives: to adopt them, or to ask what they would change. */
import * as E from 'fp-ts/lib/Either.js'
import { decode, isRecord, type DecodeRefused, type LocalDay, type Plain, type Sections } from '@zhiyuan/kernel'
import type { PolicyVersion } from '../../../vocabulary/ids.ts'
import { findPolicyOfDay } from './find-policy.ts'
import { closedSections, type SectionsOf } from './policy.codec.ts'
import type { Policy, PolicyBook } from './policy.state.ts'
import { readTerms, type AnySection, type TermsOf } from './terms.ts'

/** Any terms of any sections, as their author writes them. */
export type TermsSaid<S extends ReadonlyArray<AnySection>> = {
  readonly [One in S[number] as One['name']]?: Partial<Plain<TermsOf<One>>>
}

/** Two terms that do not fit together: the section's own check found it. */
export interface TermRefused {
  readonly type: 'TermRefused'
  readonly section: string
  readonly term: string
  readonly expected: string
}

/** Null where every section's check passes. */
export const refuseTerms = (
  sections: ReadonlyArray<AnySection>,
  policy: { readonly sections: Sections },
): TermRefused | null => {
  for (const section of sections) {
    const fault = section.check(readTerms(section, policy))
    if (fault !== null) return { type: 'TermRefused', section: section.name, ...fault }
  }
  return null
}

/**
 * Every term of every section: the given value, else the one in force before, else `absent`. A misspelt term, or one that is no record,
 * stays as it is, so that the command or question is refused with its path.
 */
export const completeSections = <const S extends ReadonlyArray<AnySection>>(
  sections: S,
  said: TermsSaid<S>,
  before: Sections = {},
): SectionsOf<S> => {
  const changes: unknown = said
  // A value that is no record has no terms to complete: the codec refuses it next, at `$.sections`.
  if (!isRecord(changes)) return said as unknown as SectionsOf<S>
  const complete = sections.map((section) => {
    const { [section.name]: terms = {} } = changes
    return [section.name, isRecord(terms) ? { ...readTerms(section, { sections: before }), ...terms } : terms]
  })
  return { ...said, ...(Object.fromEntries(complete) as SectionsOf<S>) }
}

/** Changes the terms from a day on, in every policy that is in force on or after it. */
export interface Supposed<S extends ReadonlyArray<AnySection>> {
  readonly from: LocalDay
  readonly said: TermsSaid<S>
}

const supposeSections = <const S extends ReadonlyArray<AnySection>>(
  sections: S,
  policy: Policy,
  { from, said }: Supposed<S>,
): E.Either<DecodeRefused | TermRefused, Policy> => {
  const complete = decode(closedSections(sections))(completeSections(sections, said, policy.sections))
  if (E.isLeft(complete)) return complete
  const { document } = policy
  const supposed: Policy = {
    document,
    version: `what-if:${policy.version}` as PolicyVersion,
    effectiveFrom: policy.effectiveFrom < from ? from : policy.effectiveFrom,
    sections: { ...policy.sections, ...complete.right },
  }
  const refusal = refuseTerms(sections, supposed)
  return refusal === null ? E.right(supposed) : E.left(refusal)
}

/**
 * The same policies with other terms from a day on, for a question: nothing of it reaches the log. Decisions made earlier cite their own
 * edition, and are still judged by it.
 */
export const supposeTerms = <const S extends ReadonlyArray<AnySection>>(
  sections: S,
  book: PolicyBook,
  supposed: Supposed<S>,
): E.Either<DecodeRefused | TermRefused, PolicyBook> => {
  const inForce = findPolicyOfDay(book, supposed.from)
  const later = book.policies.filter(({ effectiveFrom }) => effectiveFrom > supposed.from)
  const changed: Policy[] = []
  for (const policy of inForce === null ? later : [inForce, ...later]) {
    const one = supposeSections(sections, policy, supposed)
    if (E.isLeft(one)) return one
    changed.push(one.right)
  }
  return E.right({ ...book, policies: [...book.policies, ...changed] })
}
