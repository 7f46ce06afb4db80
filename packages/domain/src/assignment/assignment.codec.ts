/** The words of one volunteer in one order round: stream `assignment-<order>.<round>.<volunteer>`. */
import type * as t from 'io-ts'
import { boolean, closed, EventId, Instant, literal, nullable, oneOf, variants } from '@zhiyuan/kernel'
import { BodyId, OrderId, PersonId, TeamId, UnitId } from '../ids.ts'
import { Code, Interval, Minutes, Reason, Round, Segments, TeamSpecialty } from '../words.ts'

const ref = { orderId: OrderId, round: Round, volunteer: PersonId }
/** Names one assignment. */
export const AssignmentRef = closed(ref)
export type AssignmentRef = t.TypeOf<typeof AssignmentRef>

/** What waits for a second person or an excuse says which body answers for it: to-do lists are kept by body. */
const waiting = { ...ref, bodyId: BodyId }
/** What a record of this service needs to know. */
const service = { teamId: TeamId, bodyId: BodyId, owner: UnitId, specialty: TeamSpecialty }
/**
 * `seat` is the event by which the volunteer took the seat: an order that was handed back and accepted again in the same
 * round may seat the same volunteer a second time, and that is told from a repeat by it.
 */
const opening = { ...ref, ...service, seat: EventId, planned: nullable(Interval) }

/** Why an assignment ended without fault of anybody (A11). */
export const ReleaseReason = oneOf('ReleaseReason', [
  'order-cancelled',
  'order-handed-back',
  'order-missed',
  'order-aborted',
  'order-closed',
  'not-cleared',
])
export type ReleaseReason = t.TypeOf<typeof ReleaseReason>

/** Begins when the volunteer has taken a seat: the acceptance that binds (A1). */
export const AssignmentOpened = closed({ type: literal('AssignmentOpened'), ...opening })
/** Age, skill and health fit, as far as policy asks today (A6; A3–A5 later). */
export const AssignmentCleared = closed({ type: literal('AssignmentCleared'), ...ref })
export const AssignmentNotCleared = closed({ type: literal('AssignmentNotCleared'), ...ref, reason: Code })
export const AssignmentReleased = closed({ type: literal('AssignmentReleased'), ...ref, reason: ReleaseReason })
/** Withdrawn before the planned start: no no-show (A8). */
export const AssignmentWithdrawn = closed({ type: literal('AssignmentWithdrawn'), ...ref, reason: Reason })
/** Another volunteer is to come instead, by taking the freed seat herself (A1). */
export const AssignmentSubstituted = closed({ type: literal('AssignmentSubstituted'), ...ref, by: PersonId })

/** `missingAt`: without a check-out by then it is noted as missing (A9). */
export const CheckedIn = closed({ type: literal('CheckedIn'), ...ref, at: Instant, missingAt: Instant })
export const ServicePaused = closed({ type: literal('ServicePaused'), ...ref, at: Instant })
export const ServiceResumed = closed({ type: literal('ServiceResumed'), ...ref, at: Instant })

const attendance = { ...ref, ...service, segments: Segments, minutes: Minutes }
/** The volunteer's own check-out; `neverResumed` where a pause was the end and the timer found it. Grade `system`. */
export const CheckedOut = closed({ type: literal('CheckedOut'), ...attendance, at: Instant, neverResumed: boolean })
/** Counts nothing until a present second person confirms, before `confirmBy`, whose term runs from `missingAt` (A9). */
export const CheckOutMissing = closed({
  type: literal('CheckOutMissing'),
  ...waiting,
  proposedEnd: Instant,
  confirmBy: Instant,
  assumed: boolean,
})
/** A present second person said when it ended. Grade `attested`. */
export const AttendanceConfirmed = closed({ type: literal('AttendanceConfirmed'), ...attendance, confirmer: PersonId })
export const AttendanceUnconfirmed = closed({ type: literal('AttendanceUnconfirmed'), ...waiting })

/** A named person says that the volunteer did not come; excused before `excuseBy`, or it stands (A8). */
export const AbsenceAlleged = closed({
  type: literal('AbsenceAlleged'),
  ...waiting,
  by: PersonId,
  allegedAt: Instant,
  excuseBy: Instant,
  assumed: boolean,
})
export const AbsenceExcused = closed({ type: literal('AbsenceExcused'), ...waiting, by: PersonId, reason: Reason })
export const AbsenceStood = closed({ type: literal('AbsenceStood'), ...waiting })

export const AssignmentEvent = variants('AssignmentEvent', [
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
export type AssignmentEvent = t.TypeOf<typeof AssignmentEvent>

/** Sent by a process on a taken seat. */
export const OpenAssignment = closed({ type: literal('OpenAssignment'), ...opening })
/** Clears one that was not cleared at first. */
export const ClearAssignment = closed({ type: literal('ClearAssignment'), ...ref })
/** Sent by a process when the order no longer needs it; by the handler where it was not cleared. */
export const ReleaseAssignment = closed({ type: literal('ReleaseAssignment'), ...ref, reason: ReleaseReason })
export const WithdrawAssignment = closed({ type: literal('WithdrawAssignment'), ...ref, reason: Reason })
export const SubstituteAssignment = closed({ type: literal('SubstituteAssignment'), ...ref, by: PersonId })
export const CheckIn = closed({ type: literal('CheckIn'), ...ref })
export const PauseService = closed({ type: literal('PauseService'), ...ref })
export const ResumeService = closed({ type: literal('ResumeService'), ...ref })
export const CheckOut = closed({ type: literal('CheckOut'), ...ref })
/** Sent by a timer. */
export const NoteCheckOutMissing = closed({ type: literal('NoteCheckOutMissing'), ...ref, missingAt: Instant })
/** By a second person who says to have been present. */
export const ConfirmAttendance = closed({
  type: literal('ConfirmAttendance'),
  ...ref,
  end: Instant,
  wasPresent: boolean,
})
/** Sent by a timer. */
export const LapseConfirmation = closed({ type: literal('LapseConfirmation'), ...ref, confirmBy: Instant })
export const AllegeAbsence = closed({ type: literal('AllegeAbsence'), ...ref })
export const ExcuseAbsence = closed({ type: literal('ExcuseAbsence'), ...ref, reason: Reason })
/** Sent by a timer. */
export const LetAbsenceStand = closed({ type: literal('LetAbsenceStand'), ...ref, excuseBy: Instant })

export const AssignmentCommand = variants('AssignmentCommand', [
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
export type AssignmentCommand = t.TypeOf<typeof AssignmentCommand>
