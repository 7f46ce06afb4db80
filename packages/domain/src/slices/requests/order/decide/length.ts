/** How long a time may be planned. */
import { msPerMinute, toMillis } from '@zhiyuan/kernel'
import type { Interval } from '../../../../vocabulary/values.ts'
import { findPolicy, policyMissing, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { readTerms } from '../../../organisation/policy/terms.ts'
import type { OrderRejection } from '../order.rejection.ts'
import { orderTerms } from '../order.terms.ts'

/** H6, A9: a check-in and a check-out capture little more than was planned; the bound is that of the day planned for (G5). */
export const refuseLength = (policies: PolicyBook, { start, end }: Interval): OrderRejection | null => {
  const policy = findPolicy(policies, start)
  if (policy === null) return policyMissing(policies, start)
  const most = readTerms(orderTerms, policy).longestPlanned
  return toMillis(end) - toMillis(start) > most * msPerMinute ? { type: 'PlannedTooLong', most } : null
}
