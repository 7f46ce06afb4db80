/** Whether a check-in, a pause or a check-out counts as captured by the system. */
import { msPerMinute, plusMillis, type Moment } from '@zhiyuan/kernel'
import { findPolicy, policyMissing, readTerms, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import type { AssignmentRejection } from '../assignment.rejection.ts'
import type { PresenceFacts } from '../assignment.state.ts'
import { attendanceTerms } from '../assignment.terms.ts'

/** A step keeps its own time. It counts if it reaches the log less than the policy's `told` minutes later (half-open). */
export const refuseLateCapture = (policies: PolicyBook, { occurredAt, now }: Moment): AssignmentRejection | null => {
  const policy = findPolicy(policies, occurredAt)
  if (policy === null) return policyMissing(policies, occurredAt)
  const until = plusMillis(occurredAt, readTerms(attendanceTerms, policy).told * msPerMinute)
  return now >= until ? { type: 'CaptureTooLate', until } : null
}

/** A step of presence comes after the step before it, and before the check-out is missing. */
export const refuseCapture = (
  policies: PolicyBook,
  { since, missingAt }: PresenceFacts,
  moment: Moment,
): AssignmentRejection | null => {
  const at = moment.occurredAt
  if (at <= since) return { type: 'OutOfOrder', after: since }
  if (at >= missingAt) return { type: 'CheckOutIsMissingBy', missingAt }
  return refuseLateCapture(policies, moment)
}
