/** What a time may be that is planned now. */
import { msPerMinute, toMillis, type Instant } from '@zhiyuan/kernel'
import type { Interval } from '../../../../vocabulary/values.ts'
import { findPolicy, policyMissing, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { readTerms } from '../../../organisation/policy/terms.ts'
import type { OrderRejection } from '../order.rejection.ts'
import { orderTerms } from '../order.terms.ts'

/** H6, A9: presence is captured for little longer than planned, so the plan is bounded, by the policy of the planned day (G5). */
const refuseLength = (policies: PolicyBook, { start, end }: Interval): OrderRejection | null => {
  const policy = findPolicy(policies, start)
  if (policy === null) return policyMissing(policies, start)
  const most = readTerms(orderTerms, policy).longestPlanned
  return toMillis(end) - toMillis(start) > most * msPerMinute ? { type: 'PlannedTooLong', most } : null
}

/** O22, H2a: records may say what lies within the planned time, so all of it is ahead when it is planned; and it is no longer than the policy plans. */
export const refuseTime = (policies: PolicyBook, planned: Interval, now: Instant): OrderRejection | null =>
  planned.start >= planned.end || planned.start <= now ? { type: 'TimeNotAhead' } : refuseLength(policies, planned)
