/** What others may read of policy, calendar and denominators. */
import {
  fact,
  localDay,
  startOfDay,
  type Fact,
  type Instant,
  type Jurisdiction,
  type LocalDay,
  type Moment,
  type StreamName,
  type UnitId,
} from '@zhiyuan/kernel'
import type { PolicyMissing } from '../rejections.ts'
import { policyFold, type Policy, type PolicyBook, type Population } from './policy.state.ts'

export type { Policy, PolicyBook, Population } from './policy.state.ts'
export { policyFold } from './policy.state.ts'
export * from './calendar.ts'

export const policyStream = (jurisdiction: Jurisdiction): StreamName => `policy-${jurisdiction}`
export const policyFact = (jurisdiction: Jurisdiction): Fact<PolicyBook> => fact(policyStream(jurisdiction), policyFold)

/** The policy in force on a day: the latest to take effect; of two that begin on one day, the one adopted later (G5). */
export const policyOn = ({ policies }: PolicyBook, day: LocalDay): Policy | null =>
  policies.reduce<Policy | null>(
    (best, policy) =>
      policy.effectiveFrom <= day && (best === null || policy.effectiveFrom >= best.effectiveFrom) ? policy : best,
    null,
  )

/** The policy in force at an instant; the zone of the last one adopted says which day that is. */
export const policyAt = (book: PolicyBook, at: Instant): Policy | null => {
  const zone = book.policies.at(-1)?.terms.zone
  return zone === undefined ? null : policyOn(book, localDay(zone, at))
}

/** For a step: the policy of now; `policyMissing` is the refusal where there is none. */
export const policyNow = (book: PolicyBook, { now }: Moment): Policy | null => policyAt(book, now)

/** Names the local day on which no policy is in force. */
export const policyMissing = ({ policies }: PolicyBook, at: Instant): PolicyMissing => ({
  type: 'PolicyMissing',
  day: localDay(policies.at(-1)?.terms.zone ?? [], at),
})

/** The latest figure published by `knownAt` whose reference date is not after `referenceBefore` (S9). */
export const populationAt = (
  { populations, policies }: PolicyBook,
  unit: UnitId,
  { referenceBefore, knownAt }: { readonly referenceBefore: Instant; readonly knownAt: Instant },
): Population | null => {
  const zone = policies.at(-1)?.terms.zone ?? []
  return populations.reduce<Population | null>((best, one) => {
    const fits =
      one.unitId === unit && one.publishedAt <= knownAt && startOfDay(zone, one.referenceDate) <= referenceBefore
    return fits && (best === null || one.referenceDate >= best.referenceDate) ? one : best
  }, null)
}
