/** 催单: who may urge a need or its orders, and how often (N13). */
import { localDay, type Moment, type PersonId } from '@zhiyuan/kernel'
import type { PolicyMissing, UrgedToday } from '../../../vocabulary/rejections.ts'
import { findCurrentPolicy, findZone, policyMissing, type PolicyBook } from '../../organisation/policy/policy.read.ts'
import { readTerms } from '../../organisation/policy/terms.ts'
import { isSameHuman, type Humans } from '../../people/humans/humans.read.ts'
import { findCapacity, findMergedPart } from './need.people.ts'
import type { NeedFacts } from './need.state.ts'
import { needTerms } from './need.terms.ts'

/** Requester and contact, of the need or of one merged into it. */
export const isUrger = (need: NeedFacts, person: PersonId, humans: Humans): boolean =>
  [findCapacity(need.submitted, person, humans), findMergedPart(need, person, humans)?.capacity].some(
    (capacity) => capacity === 'requester' || capacity === 'contact',
  )

interface Urging {
  readonly by: PersonId
  readonly humans: Humans
  readonly moment: Moment
}

/** Null while the person may urge once more on this local day, under any registration: what another one urged is not one's own. */
export const refuseUrging = (
  policies: PolicyBook,
  urges: NeedFacts['urges'],
  { by, humans, moment }: Urging,
): PolicyMissing | UrgedToday | null => {
  const policy = findCurrentPolicy(policies, moment)
  if (policy === null) return policyMissing(policies, moment.now)
  const zone = findZone(policies)
  const today = localDay(zone, moment.now)
  const most = readTerms(needTerms, policy).urgesADay
  const own = urges.filter((one) => isSameHuman(humans, one.by, by) && localDay(zone, one.urgedAt) === today)
  return own.length >= most ? { type: 'UrgedToday', most } : null
}
