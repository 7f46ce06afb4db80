/** Commands and events of one volunteer at one occasion: stream `assignment-<occasion>.<volunteer>`. */
import type * as t from 'io-ts'
import { boolean, closed, EventId, Instant, literal, nullable, oneOf, variants, type Codec } from '@zhiyuan/kernel'
import { BodyId, PersonId, PolicyVersion, TeamId, UnitId } from '../../../vocabulary/ids.ts'
import { Occasion } from '../../../vocabulary/occasion.ts'
import { Code, Interval, Minutes, Reason, Segments, TeamSpecialty } from '../../../vocabulary/values.ts'

const ref = { occasion: Occasion, volunteer: PersonId }
/** Names one assignment. */
export const AssignmentRef = closed(ref)
export interface AssignmentRef extends t.TypeOf<typeof AssignmentRef> {}

/** An event that waits for a second person or an excuse names the body that answers for it, since to-do lists are kept by body. */
const waiting = { ...ref, bodyId: BodyId }
/**
 * What a record of this service needs. `owner` is the owner of the order or the host of the session. A volunteer may sign up for a session
 * without a team.
 */
const service = { teamId: nullable(TeamId), bodyId: BodyId, owner: UnitId, specialty: TeamSpecialty }
/**
 * `seat` is the event by which the volunteer took the seat. An order that was handed back and accepted again in the same round may seat the
 * same volunteer a second time; `seat` tells that from a repeat.
 */
const opening = { ...ref, ...service, seat: EventId, planned: nullable(Interval) }

/** Why an assignment ended through no one's fault (A11): what became of the occasion, or that the volunteer was not cleared. */
export const ReleaseReason = oneOf('ReleaseReason', [
  'cancelled',
  'handed-back',
  'missed',
  'aborted',
  'closed',
  'not-cleared',
])
export type ReleaseReason = t.TypeOf<typeof ReleaseReason>

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

/** The volunteer came. If there is no check-out by `missingAt`, it is noted as missing (A9). */
export const CheckedIn = closed({
  type: literal('CheckedIn'),
  ...ref,
  at: Instant,
  missingAt: Instant,
  policyVersion: PolicyVersion,
})
export interface CheckedIn extends t.TypeOf<typeof CheckedIn> {}
/** The volunteer began a break at `at`, which ends the running segment (H13). */
export const ServicePaused = closed({ type: literal('ServicePaused'), ...ref, at: Instant })
export interface ServicePaused extends t.TypeOf<typeof ServicePaused> {}
/** The break ended at `at`, which begins the next segment (H13). */
export const ServiceResumed = closed({ type: literal('ServiceResumed'), ...ref, at: Instant })
export interface ServiceResumed extends t.TypeOf<typeof ServiceResumed> {}

const attendance = { ...ref, ...service, segments: Segments, minutes: Minutes }
/**
 * The volunteer checked out herself. Grade `system`. `missingAt` is set where the timer found that she never came back from a pause; else
 * null.
 */
export const CheckedOut = closed({
  type: literal('CheckedOut'),
  ...attendance,
  at: Instant,
  missingAt: nullable(Instant),
})
export interface CheckedOut extends t.TypeOf<typeof CheckedOut> {}
/**
 * The check-out is missing. The stay counts nothing until a second person who was present confirms it before `confirmBy`, a term that runs
 * from `missingAt` (A9).
 */
export const CheckOutMissing = closed({
  type: literal('CheckOutMissing'),
  ...waiting,
  missingAt: Instant,
  proposedEnd: Instant,
  confirmBy: Instant,
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export interface CheckOutMissing extends t.TypeOf<typeof CheckOutMissing> {}
/** A second person, who stated to have been present, said when the service ended. Grade `attested`. */
export const AttendanceConfirmed = closed({
  type: literal('AttendanceConfirmed'),
  ...attendance,
  confirmer: PersonId,
  wasPresent: boolean,
})
export interface AttendanceConfirmed extends t.TypeOf<typeof AttendanceConfirmed> {}
/** No one confirmed before `confirmBy`: no record is made, and the minutes stay at 0 (A9). */
export const AttendanceUnconfirmed = closed({
  type: literal('AttendanceUnconfirmed'),
  ...waiting,
  confirmBy: Instant,
})
export interface AttendanceUnconfirmed extends t.TypeOf<typeof AttendanceUnconfirmed> {}

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
/** The team's leader or the handler's side took the no-show back, with a reason (A8). */
export const AbsenceExcused = closed({ type: literal('AbsenceExcused'), ...waiting, by: PersonId, reason: Reason })
export interface AbsenceExcused extends t.TypeOf<typeof AbsenceExcused> {}
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

/**
 * Sent by a process on a taken seat (A1). A no-op where the order has let the seat go by then; refused for a session, while none is
 * published.
 */
export const OpenAssignment = closed({ type: literal('OpenAssignment'), ...opening })
export interface OpenAssignment extends t.TypeOf<typeof OpenAssignment> {}
/** By a dispatcher or clerk of the handler or above, once the obstacle is gone; refused while it is not. */
export const ClearAssignment = closed({ type: literal('ClearAssignment'), ...ref })
export interface ClearAssignment extends t.TypeOf<typeof ClearAssignment> {}
/**
 * Sent by a process when the occasion no longer needs the assignment; by the handler's side where it was not cleared (A11). A no-op once
 * service has begun.
 */
export const ReleaseAssignment = closed({ type: literal('ReleaseAssignment'), ...ref, reason: ReleaseReason })
export interface ReleaseAssignment extends t.TypeOf<typeof ReleaseAssignment> {}
/** By the volunteer alone, once cleared, before the planned start; refused from then on (A8). */
export const WithdrawAssignment = closed({ type: literal('WithdrawAssignment'), ...ref, reason: Reason })
export interface WithdrawAssignment extends t.TypeOf<typeof WithdrawAssignment> {}
/** By the volunteer alone, before the planned start; `by` is another member of the team, who is not bound by it (A1). */
export const SubstituteAssignment = closed({ type: literal('SubstituteAssignment'), ...ref, by: PersonId })
export interface SubstituteAssignment extends t.TypeOf<typeof SubstituteAssignment> {}
/** By the volunteer alone, once cleared, at an occasion that counts on her. Refused outside the window around the planned time (A9). */
export const CheckIn = closed({ type: literal('CheckIn'), ...ref })
export interface CheckIn extends t.TypeOf<typeof CheckIn> {}
/** By the volunteer alone, while present; refused out of order, for a 50th break, or when it reached the log too late (H13). */
export const PauseService = closed({ type: literal('PauseService'), ...ref })
export interface PauseService extends t.TypeOf<typeof PauseService> {}
/** By the volunteer alone, while paused; refused out of order, or when it reached the log too late (H13). */
export const ResumeService = closed({ type: literal('ResumeService'), ...ref })
export interface ResumeService extends t.TypeOf<typeof ResumeService> {}
/** By the volunteer alone, while present; refused once the check-out is missing, or when it reached the log too late (A9). */
export const CheckOut = closed({ type: literal('CheckOut'), ...ref })
export interface CheckOut extends t.TypeOf<typeof CheckOut> {}
/** Sent by a timer at `missingAt`. If the volunteer is on a pause then, it checks her out at the start of the pause (A9). */
export const NoteCheckOutMissing = closed({ type: literal('NoteCheckOutMissing'), ...ref, missingAt: Instant })
export interface NoteCheckOutMissing extends t.TypeOf<typeof NoteCheckOutMissing> {}
/** By a second person who states to have been present; `end` is when the service ended. Refused once the term has ended (A9). */
export const ConfirmAttendance = closed({
  type: literal('ConfirmAttendance'),
  ...ref,
  end: Instant,
  wasPresent: boolean,
})
export interface ConfirmAttendance extends t.TypeOf<typeof ConfirmAttendance> {}
/** Sent by a timer when the term to confirm has ended (A9). */
export const LapseConfirmation = closed({ type: literal('LapseConfirmation'), ...ref, confirmBy: Instant })
export interface LapseConfirmation extends t.TypeOf<typeof LapseConfirmation> {}
/** By the team's leader, or a dispatcher or clerk of the handler or above, never of oneself; refused before the planned start (A8). */
export const AllegeAbsence = closed({ type: literal('AllegeAbsence'), ...ref })
export interface AllegeAbsence extends t.TypeOf<typeof AllegeAbsence> {}
/** By those who may allege an absence; refused once the term has ended (A8). */
export const ExcuseAbsence = closed({ type: literal('ExcuseAbsence'), ...ref, reason: Reason })
export interface ExcuseAbsence extends t.TypeOf<typeof ExcuseAbsence> {}
/** Sent by a timer when the term to excuse has ended (A8). */
export const LetAbsenceStand = closed({ type: literal('LetAbsenceStand'), ...ref, excuseBy: Instant })
export interface LetAbsenceStand extends t.TypeOf<typeof LetAbsenceStand> {}

/** All commands of an assignment. */
export const AssignmentCommand: Codec<AssignmentCommand> = variants('AssignmentCommand', [
  OpenAssignment,
  ClearAssignment,
  ReleaseAssignment,
  WithdrawAssignment,
  SubstituteAssignment,
  CheckIn,
  PauseService,
  ResumeService,
  CheckOut,
  NoteCheckOutMissing,
  ConfirmAttendance,
  LapseConfirmation,
  AllegeAbsence,
  ExcuseAbsence,
  LetAbsenceStand,
])
export type AssignmentCommand =
  | OpenAssignment
  | ClearAssignment
  | ReleaseAssignment
  | WithdrawAssignment
  | SubstituteAssignment
  | CheckIn
  | PauseService
  | ResumeService
  | CheckOut
  | NoteCheckOutMissing
  | ConfirmAttendance
  | LapseConfirmation
  | AllegeAbsence
  | ExcuseAbsence
  | LetAbsenceStand
