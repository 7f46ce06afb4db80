/** One record is one presence (H13). */
import * as E from 'fp-ts/lib/Either.js'
import { plusMillis, type Instant } from '@zhiyuan/kernel'
import type { PolicyMissing } from '../../../vocabulary/rejections.ts'
import {
  computeDue,
  findPolicy,
  policyMissing,
  readTerms,
  type PolicyBook,
} from '../../organisation/policy/policy.read.ts'
import { orderTerms } from '../../requests/order/order.terms.ts'

/** A presence, breaks included, ends at most when a plan of the greatest length would have its check-out missed. */
export const findLatestEnd = (policies: PolicyBook, start: Instant): E.Either<PolicyMissing, Instant> => {
  const policy = findPolicy(policies, start)
  if (policy === null) return E.left(policyMissing(policies, start))
  const { longestPlanned, missedCheckOut: term } = readTerms(orderTerms, policy)
  return E.right(computeDue(policies, policy, { term, from: plusMillis(start, longestPlanned * 60_000) }).dueAt)
}
