/** Which words name a specialty (C05). What a service was about, its content, is one of them too (H2). */
import type { Moment } from '@zhiyuan/kernel'
import type { UnknownSpecialty } from '../../../vocabulary/rejections.ts'
import { fixedSpecialties, type TeamSpecialty } from '../../../vocabulary/values.ts'
import { findCurrentPolicy, type Policy, type PolicyBook } from '../policy/policy.read.ts'
import { readTerms } from '../policy/terms.ts'
import { teamTerms } from './team.terms.ts'

const refuseUnknown = (
  policies: ReadonlyArray<Policy>,
  words: ReadonlyArray<TeamSpecialty>,
): UnknownSpecialty | null => {
  const local = policies.flatMap((policy) => readTerms(teamTerms, policy).specialties)
  const known = new Set<string>([...fixedSpecialties, ...local])
  const specialty = words.find((word) => !known.has(word))
  return specialty === undefined ? null : { type: 'UnknownSpecialty', specialty }
}

/** What is to come: each is one of the eight, or a local one of the policy in force. */
export const refuseSpecialties = (
  policies: PolicyBook,
  moment: Moment,
  words: ReadonlyArray<TeamSpecialty>,
): UnknownSpecialty | null => {
  const policy = findCurrentPolicy(policies, moment)
  return refuseUnknown(policy === null ? [] : [policy], words)
}

/** What is entered after the fact: also a local one of an earlier policy, since the list may have changed after the service. */
export const refuseContent = ({ policies }: PolicyBook, content: TeamSpecialty): UnknownSpecialty | null =>
  refuseUnknown(policies, [content])
