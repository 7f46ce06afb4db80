/** Which edition of the policy holds (G5). */
import { localDay, type Instant, type LocalDay, type Moment, type Zone } from '@zhiyuan/kernel'
import type { PolicyMissing } from '../../../vocabulary/rejections.ts'
import { localTerms } from './local.terms.ts'
import type { Policy, PolicyBook } from './policy.state.ts'
import { readTerms } from './terms.ts'

/** Local time by the last policy adopted; UTC where there is none. */
export const findZone = ({ policies }: PolicyBook): Zone => {
  const last = policies.at(-1)
  return last === undefined ? [] : readTerms(localTerms, last).zone
}

/** The policy in force on a day: the latest to take effect; of two that begin on one day, the one adopted later (G5). */
export const findPolicyOfDay = ({ policies }: PolicyBook, day: LocalDay): Policy | null =>
  policies.reduce<Policy | null>(
    (best, policy) =>
      policy.effectiveFrom <= day && (best === null || policy.effectiveFrom >= best.effectiveFrom) ? policy : best,
    null,
  )

/** The policy in force at an instant; the zone of the last one adopted says which day that is. */
export const findPolicy = (book: PolicyBook, at: Instant): Policy | null =>
  findPolicyOfDay(book, localDay(findZone(book), at))

/**
 * The policy whose terms guard truth at an instant (G5): sections `attendance`, `records` and `bursts`, the share of `manual` minutes and the gate of
 * a star. They hold from the day after their adoption, so that no laxer term reaches back over service that was already done. The first policy
 * of a log holds at once, since none was there before it.
 */
export const findGuardPolicy = (book: PolicyBook, at: Instant): Policy | null =>
  findGuardPolicyOfDay(book, localDay(findZone(book), at))

/** The same for a local day. */
export const findGuardPolicyOfDay = (book: PolicyBook, day: LocalDay): Policy | null => {
  const zone = findZone(book)
  const known = book.policies.filter(
    ({ adoptedAt }, index) => index === 0 || adoptedAt === undefined || localDay(zone, adoptedAt) < day,
  )
  return findPolicyOfDay({ ...book, policies: known }, day)
}

/** The policies whose terms guard truth on the local days of these instants, each once (G5). */
export const listGuardPolicies = (book: PolicyBook, instants: ReadonlyArray<Instant>): ReadonlyArray<Policy> => {
  const zone = findZone(book)
  const days = new Set(instants.map((at) => localDay(zone, at)))
  const found = [...days].map((day) => findGuardPolicyOfDay(book, day))
  return [...new Set(found)].filter((policy) => policy !== null)
}

/** For a handler: the policy in force now. The refusal where there is none is `policyMissing`. */
export const findCurrentPolicy = (book: PolicyBook, { now }: Moment): Policy | null => findPolicy(book, now)

/** The refusal names the local day on which no policy is in force. */
export const policyMissing = (book: PolicyBook, at: Instant): PolicyMissing => ({
  type: 'PolicyMissing',
  day: localDay(findZone(book), at),
})
