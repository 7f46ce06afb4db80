/** Which needs are likely twins (N14). */
import type { Moment, PersonId } from '@zhiyuan/kernel'
import { computeDue, findCurrentPolicy, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { readTerms } from '../../../organisation/policy/terms.ts'
import { isSameHuman, type Humans } from '../../../people/humans/humans.read.ts'
import type { NeedFacts } from '../need.state.ts'
import { needTerms } from '../need.terms.ts'

interface Judging {
  readonly policies: PolicyBook
  readonly humans: Humans
  readonly moment: Moment
}

/** The same requester or contact, kind and unit, recorded within the policy's term. */
export const isLikelyTwin = (one: NeedFacts, other: NeedFacts, { policies, humans, moment }: Judging): boolean => {
  const policy = findCurrentPolicy(policies, moment)
  const term = policy === null ? null : readTerms(needTerms, policy).twins
  if (policy === null || term === null) return false
  const isSame = (a: PersonId | null, b: PersonId | null) => a !== null && b !== null && isSameHuman(humans, a, b)
  const [a, b] = [one.submitted, other.submitted]
  if (one.owner !== other.owner || a.kind !== b.kind) return false
  if (!isSame(a.requester, b.requester) && !isSame(a.contact, b.contact)) return false
  const [first, last] = a.recordedAt < b.recordedAt ? [a.recordedAt, b.recordedAt] : [b.recordedAt, a.recordedAt]
  return last <= computeDue(policies, policy, { term, from: first }).dueAt
}
