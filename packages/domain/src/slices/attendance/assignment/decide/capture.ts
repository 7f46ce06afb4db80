/** Whether a check-in, a pause or a check-out counts as captured by the system. */
import * as E from 'fp-ts/lib/Either.js'
import type { Moment } from '@zhiyuan/kernel'
import { startClock, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import type { AssignmentRejection } from '../assignment.rejection.ts'
import type { PresenceFacts } from '../assignment.state.ts'

/** It keeps its own time, and may reach the log until the term `capture` after it, half-open. */
export const refuseLateCapture = (book: PolicyBook, { occurredAt, now }: Moment): AssignmentRejection | null => {
  const clock = startClock(book, { term: 'capture', at: occurredAt })
  if (E.isLeft(clock)) return clock.left
  const { dueAt: until } = clock.right
  return now >= until ? { type: 'CaptureTooLate', until } : null
}

/** A step of who is there: after the step before it, and before the check-out is missing. */
export const refuseCapture = (
  book: PolicyBook,
  { since, missingAt }: PresenceFacts,
  moment: Moment,
): AssignmentRejection | null => {
  const at = moment.occurredAt
  if (at <= since) return { type: 'OutOfOrder', after: since }
  if (at >= missingAt) return { type: 'CheckOutIsMissingBy', missingAt }
  return refuseLateCapture(book, moment)
}
