/** When the ledger was told, by its own clock: in time, as a capture, or too late (A14). */
import * as E from 'fp-ts/lib/Either.js'
import { msPerMinute, plusMillis, type Instant } from '@zhiyuan/kernel'
import {
  computeDue,
  findGuardPolicy,
  policyMissing,
  readTerms,
  runTimer,
  type DueBy,
  type PolicyBook,
} from '../../../organisation/policy/policy.read.ts'
import { isSameHuman, type Humans } from '../../../people/humans/humans.read.ts'
import type { PolicyMissing } from '../../../../vocabulary/rejections.ts'
import type { AssignmentRef, Telling } from '../assignment.codec.ts'
import type { AssignmentRejection } from '../assignment.rejection.ts'
import type { PresenceFacts } from '../assignment.state.ts'
import { attendanceTerms } from '../assignment.terms.ts'

/** When a step of presence happened, when the ledger was told, and by whom if not by the volunteer. */
export interface Step {
  readonly at: Instant
  readonly toldAt: Instant
  readonly told: Telling | null
}

/** A12: what a clerk typed for a volunteer who called is her own word. */
export const isOwnWord = (humans: Humans, { volunteer }: AssignmentRef, told: Telling | null): boolean =>
  told === null || (told.caller !== null && isSameHuman(humans, told.caller, volunteer))

/**
 * Whether a step is late for `system`; refused after the term of a capture, and where it is still to come. Both ends are in time: they measure how
 * late the ledger was told, and no timer acts at them.
 */
export const judgeTold = (policies: PolicyBook, { at, toldAt }: Step): E.Either<AssignmentRejection, boolean> => {
  const policy = findGuardPolicy(policies, at)
  if (policy === null) return E.left(policyMissing(policies, at))
  const { told, capture } = readTerms(attendanceTerms, policy)
  const inTime = plusMillis(at, told * msPerMinute)
  if (at > toldAt) return E.left({ type: 'AheadOfTheClock', now: toldAt })
  if (toldAt <= inTime) return E.right(false)
  const until = capture === null ? inTime : computeDue(policies, policy, { term: capture, from: at }).dueAt
  return toldAt <= until ? E.right(true) : E.left({ type: 'CaptureTooLate', until })
}

/** As `judgeTold`, of a step after another one and before the check-out is missing. */
export const judgeStep = (
  policies: PolicyBook,
  { since, missingAt }: PresenceFacts,
  step: Step,
): E.Either<AssignmentRejection, boolean> => {
  if (step.at <= since) return E.left({ type: 'OutOfOrder', after: since })
  if (step.at >= missingAt) return E.left({ type: 'CheckOutIsMissingBy', missingAt })
  return judgeTold(policies, step)
}

/** A9, A14: the term in which a second person may confirm. */
export const startConfirming = (policies: PolicyBook, from: Instant): E.Either<PolicyMissing, DueBy> => {
  const policy = findGuardPolicy(policies, from)
  if (policy === null) return E.left(policyMissing(policies, from))
  return E.right(runTimer(policies, policy, { of: attendanceTerms, term: 'attest', from }))
}
