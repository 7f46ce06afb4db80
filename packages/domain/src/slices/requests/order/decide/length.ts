/** How long a planned time may be. */
import { msPerMinute, toMillis } from '@zhiyuan/kernel'
import type { Interval } from '../../../../vocabulary/values.ts'
import { findPolicy, policyMissing, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { readTerms } from '../../../organisation/policy/terms.ts'
import type { OrderRejection } from '../order.rejection.ts'
import { orderTerms } from '../order.terms.ts'

/** H6, A9: presence is captured for little longer than planned, so the plan is bounded, by the policy of the planned day (G5). */
export const refuseLength = (policies: PolicyBook, { start, end }: Interval): OrderRejection | null => {
  const policy = findPolicy(policies, start)
  if (policy === null) return policyMissing(policies, start)
  const most = readTerms(orderTerms, policy).longestPlanned
  return toMillis(end) - toMillis(start) > most * msPerMinute ? { type: 'PlannedTooLong', most } : null
}
