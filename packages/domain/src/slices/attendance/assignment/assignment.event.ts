/** Events of one volunteer at one occasion: stream `assignment-<occasion>.<volunteer>`. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal, nullable, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId, PolicyVersion, RecordId, UnitId } from '../../../vocabulary/ids.ts'
import { Code, Count, Minutes, Reason, Segments } from '../../../vocabulary/values.ts'
import { opening, ref, service, waiting } from './assignment.fields.ts'
import { AssignmentRef, ConfirmerKind, ReleaseReason, Telling } from './assignment.values.ts'

/** The assignment begins because the volunteer has taken a seat: that acceptance binds (A1). */
export const AssignmentOpened = closed({ type: literal('AssignmentOpened'), ...opening })
export interface AssignmentOpened extends t.TypeOf<typeof AssignmentOpened> {}
/** Age, skill and health fit, as far as the policy asks today (A6; A3–A5 later). */
export const AssignmentCleared = closed({ type: literal('AssignmentCleared'), ...ref })
export interface AssignmentCleared extends t.TypeOf<typeof AssignmentCleared> {}
/**
 * The volunteer did not fit, with the reason, such as `under-age` (A6). Not final: the handler clears it later, or it is released (A11).
 */
export const AssignmentNotCleared = closed({ type: literal('AssignmentNotCleared'), ...ref, reason: Code })
export interface AssignmentNotCleared extends t.TypeOf<typeof AssignmentNotCleared> {}
/** The assignment is no longer needed: this is neither a withdrawal nor a no-show (A11). */
export const AssignmentReleased = closed({ type: literal('AssignmentReleased'), ...ref, reason: ReleaseReason })
export interface AssignmentReleased extends t.TypeOf<typeof AssignmentReleased> {}
/** The volunteer withdrew before the planned start: this is no no-show (A8). */
export const AssignmentWithdrawn = closed({ type: literal('AssignmentWithdrawn'), ...ref, reason: Reason })
export interface AssignmentWithdrawn extends t.TypeOf<typeof AssignmentWithdrawn> {}
/** The volunteer named another one to come instead, who has to take the freed seat herself (A1). */
export const AssignmentSubstituted = closed({ type: literal('AssignmentSubstituted'), ...ref, by: PersonId })
export interface AssignmentSubstituted extends t.TypeOf<typeof AssignmentSubstituted> {}

/** Whether the ledger was told too late for `system` (A14): then the presence is a capture, and counts nothing until it is confirmed. */
const late = { late: boolean }
/**
 * The volunteer came. If there is no check-out by `missingAt`, it is noted as missing (A9). `told` says on whose word, where she did not check
 * in herself (A12).
 */
export const CheckedIn = closed({
  type: literal('CheckedIn'),
  ...ref,
  at: Instant,
  /** When the ledger was told, by its own clock: a review given before that says nothing of her (A14). */
  toldAt: Instant,
  missingAt: Instant,
  ...late,
  told: nullable(Telling),
  policyVersion: PolicyVersion,
})
export interface CheckedIn extends t.TypeOf<typeof CheckedIn> {}
/** The volunteer began a break at `at`, which ends the running segment (H13). */
export const ServicePaused = closed({ type: literal('ServicePaused'), ...ref, at: Instant, ...late })
export interface ServicePaused extends t.TypeOf<typeof ServicePaused> {}
/** The break ended at `at`, which begins the next segment (H13). */
export const ServiceResumed = closed({ type: literal('ServiceResumed'), ...ref, at: Instant, ...late })
export interface ServiceResumed extends t.TypeOf<typeof ServiceResumed> {}

/** `attempt` counts the check-outs that were taken back before: each makes another record (A8). */
const attendance = { ...ref, ...service, segments: Segments, minutes: Minutes, attempt: Count }
/** How a presence ended, and on whose word. */
const departure = {
  at: Instant,
  /** Where no check-out came, and a pause was the end: when it was found missing. */
  missingAt: nullable(Instant),
  /** The presence whose check-in ended this one (A16). */
  elsewhere: nullable(AssignmentRef),
  /** The person who said that she left; null where she checked out herself. */
  told: nullable(Telling),
  /** The person who said that she came; null where she checked in herself. */
  toldBefore: nullable(Telling),
}
/** The volunteer left, and all of it was told in time. Grade `system`; `attested` where a part of it rests on another person's word (A12). */
export const CheckedOut = closed({ type: literal('CheckedOut'), ...attendance, ...departure })
export interface CheckedOut extends t.TypeOf<typeof CheckedOut> {}
/** The term in which a second person may confirm. */
const confirming = { confirmBy: Instant, assumed: boolean, policyVersion: PolicyVersion }
/** The volunteer left, and a part of it was told late: it counts nothing until it is confirmed before `confirmBy` (A14). */
export const PresenceCaptured = closed({
  type: literal('PresenceCaptured'),
  ...attendance,
  ...departure,
  /** When the ledger was told: the term to confirm runs from there. */
  toldAt: Instant,
  ...confirming,
})
export interface PresenceCaptured extends t.TypeOf<typeof PresenceCaptured> {}
/** The check-out at `at` was a mistake, and the volunteer is still there. The record of that attempt is withdrawn (A8). */
export const CheckOutTakenBack = closed({
  type: literal('CheckOutTakenBack'),
  ...waiting,
  at: Instant,
  cameAt: Instant,
  missingAt: Instant,
  attempt: Count,
})
export interface CheckOutTakenBack extends t.TypeOf<typeof CheckOutTakenBack> {}
/** The record of the attendance was verified, so that the check-out is not taken back any more (A8). */
export const AttendanceVerified = closed({ type: literal('AttendanceVerified'), ...ref, recordId: RecordId })
export interface AttendanceVerified extends t.TypeOf<typeof AttendanceVerified> {}
/**
 * The check-out is missing. The stay counts nothing until a second person whom the log places there confirms it before `confirmBy`, a term
 * that runs from `missingAt` (A9).
 */
export const CheckOutMissing = closed({
  type: literal('CheckOutMissing'),
  ...waiting,
  cameAt: Instant,
  missingAt: Instant,
  proposedEnd: Instant,
  attempt: Count,
  /** The presence whose check-in ended this one (A16); null where the timer noted it. */
  elsewhere: nullable(AssignmentRef),
  ...confirming,
})
export interface CheckOutMissing extends t.TypeOf<typeof CheckOutMissing> {}
/** A second person whom the log places there said that the volunteer came, and when she left. Grade `attested` (A9, A14). */
export const AttendanceConfirmed = closed({
  type: literal('AttendanceConfirmed'),
  ...attendance,
  confirmer: PersonId,
  wasPresent: boolean,
  as: ConfirmerKind,
  /** The unit at which a clerk acted or holds the post, also one who typed the need for a caller: it counts in the day's number (A9). Else null. */
  clerkAt: nullable(UnitId),
  byReview: boolean,
})
export interface AttendanceConfirmed extends t.TypeOf<typeof AttendanceConfirmed> {}
/**
 * A record by hand says when the volunteer was there, and it counts: a line of a sheet for which the unit above and a head count vouch (H14), or
 * one of which the unit above ruled that the service took place (H2a). Nothing waits to be confirmed, and no other record is made.
 */
export const PresenceProven = closed({
  type: literal('PresenceProven'),
  ...attendance,
  recordId: RecordId,
  by: PersonId,
})
export interface PresenceProven extends t.TypeOf<typeof PresenceProven> {}
/** No one confirmed before `confirmBy`: no record is made, and the minutes stay at 0 (A9). */
export const AttendanceUnconfirmed = closed({
  type: literal('AttendanceUnconfirmed'),
  ...waiting,
  confirmBy: Instant,
})
export interface AttendanceUnconfirmed extends t.TypeOf<typeof AttendanceUnconfirmed> {}

/** No one confirmed the capture before `confirmBy`: it waits at the body's recorder (A14). */
export const CaptureUnconfirmed = closed({ type: literal('CaptureUnconfirmed'), ...waiting, confirmBy: Instant })
export interface CaptureUnconfirmed extends t.TypeOf<typeof CaptureUnconfirmed> {}
/** The body's recorder entered the unconfirmed capture under own name. Grade `manual` (A14, H7). */
export const CaptureTakenOver = closed({ type: literal('CaptureTakenOver'), ...attendance, recorder: PersonId })
export interface CaptureTakenOver extends t.TypeOf<typeof CaptureTakenOver> {}
/** The body's recorder did not enter the unconfirmed capture, with a reason (A14). */
export const CaptureRefused = closed({ type: literal('CaptureRefused'), ...waiting, by: PersonId, reason: Reason })
export interface CaptureRefused extends t.TypeOf<typeof CaptureRefused> {}

/** A named person says that the volunteer did not come. It stands unless it is excused before `excuseBy` (A8). */
export const AbsenceAlleged = closed({
  type: literal('AbsenceAlleged'),
  ...waiting,
  by: PersonId,
  allegedAt: Instant,
  excuseBy: Instant,
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export interface AbsenceAlleged extends t.TypeOf<typeof AbsenceAlleged> {}
/**
 * The ledger was told too late for `system` that the volunteer had come up to the planned end: the allegation waits until that is confirmed, and
 * stands where it is not (A8, A14).
 */
export const AbsenceContested = closed({ type: literal('AbsenceContested'), ...waiting, at: Instant })
export interface AbsenceContested extends t.TypeOf<typeof AbsenceContested> {}
/**
 * The volunteer had come after all: a check-in up to the planned end answers the allegation, one that was told late once it is confirmed (A8).
 */
export const AbsenceRefuted = closed({ type: literal('AbsenceRefuted'), ...waiting, at: Instant })
export interface AbsenceRefuted extends t.TypeOf<typeof AbsenceRefuted> {}
/** The team's leader or the handler's side took the no-show back, with a reason; after its term, the unit above did (A8). */
export const AbsenceExcused = closed({ type: literal('AbsenceExcused'), ...waiting, by: PersonId, reason: Reason })
export interface AbsenceExcused extends t.TypeOf<typeof AbsenceExcused> {}
/** The volunteer came by the planned end although the absence was excused, and has the seat again while it is free (A8). */
export const ExcuseAnswered = closed({ type: literal('ExcuseAnswered'), ...waiting, at: Instant })
export interface ExcuseAnswered extends t.TypeOf<typeof ExcuseAnswered> {}
/** The unit above ruled that the service took place as a record says, so the volunteer was there: the absence is ended (H2a). */
export const AbsenceOverruled = closed({ type: literal('AbsenceOverruled'), ...waiting, by: PersonId, reason: Reason })
export interface AbsenceOverruled extends t.TypeOf<typeof AbsenceOverruled> {}
/** No one excused it before `excuseBy`: a no-show from now on (A8). */
export const AbsenceStood = closed({ type: literal('AbsenceStood'), ...waiting, excuseBy: Instant })
export interface AbsenceStood extends t.TypeOf<typeof AbsenceStood> {}

/** All events of an assignment. */
export const AssignmentEvent: Codec<AssignmentEvent> = variants('AssignmentEvent', [
  AssignmentOpened,
  AssignmentCleared,
  AssignmentNotCleared,
  AssignmentReleased,
  AssignmentWithdrawn,
  AssignmentSubstituted,
  CheckedIn,
  ServicePaused,
  ServiceResumed,
  CheckedOut,
  CheckOutMissing,
  AttendanceConfirmed,
  AttendanceUnconfirmed,
  AbsenceAlleged,
  AbsenceExcused,
  AbsenceStood,
  PresenceCaptured,
  CheckOutTakenBack,
  AttendanceVerified,
  CaptureUnconfirmed,
  CaptureTakenOver,
  CaptureRefused,
  AbsenceRefuted,
  AbsenceOverruled,
  AbsenceContested,
  ExcuseAnswered,
  PresenceProven,
])
export type AssignmentEvent =
  | AssignmentOpened
  | AssignmentCleared
  | AssignmentNotCleared
  | AssignmentReleased
  | AssignmentWithdrawn
  | AssignmentSubstituted
  | CheckedIn
  | ServicePaused
  | ServiceResumed
  | CheckedOut
  | CheckOutMissing
  | AttendanceConfirmed
  | AttendanceUnconfirmed
  | AbsenceAlleged
  | AbsenceExcused
  | AbsenceStood
  | PresenceCaptured
  | CheckOutTakenBack
  | AttendanceVerified
  | CaptureUnconfirmed
  | CaptureTakenOver
  | CaptureRefused
  | AbsenceRefuted
  | AbsenceOverruled
  | AbsenceContested
  | ExcuseAnswered
  | PresenceProven
