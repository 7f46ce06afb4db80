/** Commands about one volunteer at one occasion. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId, RecordId } from '../../../vocabulary/ids.ts'
import { Reason, Segments } from '../../../vocabulary/values.ts'
import { opening, ref } from './assignment.fields.ts'
import { AssignmentRef, ReleaseReason, Telling } from './assignment.values.ts'

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
/**
 * By the volunteer alone, once cleared, alleged absent, released by a miss, or said by another to have left before the planned start (A12).
 * Refused outside the window around the planned time (A9), before the seat was bound and after the term of a capture (A14).
 */
export const CheckIn = closed({ type: literal('CheckIn'), ...ref })
export interface CheckIn extends t.TypeOf<typeof CheckIn> {}
/** What a list, or a clerk for a caller, says of one volunteer (A12). */
const listed = { ...ref, at: Instant, told: Telling }
/** Sent by a process from a list of who came, or from what a clerk typed for a caller. `attested`; refused as a check-in is (A12). */
export const CheckInListed = closed({ type: literal('CheckInListed'), ...listed })
export interface CheckInListed extends t.TypeOf<typeof CheckInListed> {}
/**
 * Sent by a process from a list of who left, or from what a clerk typed for a caller. `attested`; refused as a check-out is (A12). Told late by
 * another, a no-op where the volunteer had checked in herself.
 */
export const CheckOutListed = closed({ type: literal('CheckOutListed'), ...listed })
export interface CheckOutListed extends t.TypeOf<typeof CheckOutListed> {}
/** By the volunteer alone, while present; refused out of order, for a 50th break, or when it reached the log too late (H13). */
export const PauseService = closed({ type: literal('PauseService'), ...ref })
export interface PauseService extends t.TypeOf<typeof PauseService> {}
/** By the volunteer alone, while paused; refused out of order, or when it reached the log too late (H13). */
export const ResumeService = closed({ type: literal('ResumeService'), ...ref })
export interface ResumeService extends t.TypeOf<typeof ResumeService> {}
/**
 * By the volunteer alone, while present, or later than another person said that she left (A12). Told late it is a capture, also of a
 * missing check-out; refused after the term (A9, A14).
 */
export const CheckOut = closed({ type: literal('CheckOut'), ...ref })
export interface CheckOut extends t.TypeOf<typeof CheckOut> {}
/** By the volunteer alone, shortly after the own check-out; refused once its record is verified or the service reported (A8). */
export const TakeBackCheckOut = closed({ type: literal('TakeBackCheckOut'), ...ref })
export interface TakeBackCheckOut extends t.TypeOf<typeof TakeBackCheckOut> {}
/** Sent by a process when the record of the attendance was verified. A no-op once the check-out could not be taken back anyway (A8). */
export const NoteAttendanceVerified = closed({
  type: literal('NoteAttendanceVerified'),
  ...ref,
  recordId: RecordId,
})
export interface NoteAttendanceVerified extends t.TypeOf<typeof NoteAttendanceVerified> {}
/** Sent by a process when the volunteer came elsewhere at `at`, while she is present here (A16). A no-op where only another says so (A12). */
export const EndPresence = closed({ type: literal('EndPresence'), ...ref, at: Instant, elsewhere: AssignmentRef })
export interface EndPresence extends t.TypeOf<typeof EndPresence> {}
/** Sent by a timer at `missingAt`. If the volunteer is on a pause then, it checks her out at the start of the pause (A9). */
export const NoteCheckOutMissing = closed({ type: literal('NoteCheckOutMissing'), ...ref, missingAt: Instant })
export interface NoteCheckOutMissing extends t.TypeOf<typeof NoteCheckOutMissing> {}
/**
 * By one whom the log places there: checked in at the occasion in time, requester, contact or proxy of the need, or a clerk of the handler.
 * `end` is when the service ended, at most the policy's overrun after the planned end. Refused once the term has ended (A9).
 */
export const ConfirmAttendance = closed({
  type: literal('ConfirmAttendance'),
  ...ref,
  end: Instant,
  wasPresent: boolean,
})
export interface ConfirmAttendance extends t.TypeOf<typeof ConfirmAttendance> {}
/**
 * Sent by a process when there is a capture or a review; a no-op unless the review says that they came, and was given when the volunteer was
 * known to be there (A14).
 */
export const ConfirmByReview = closed({ type: literal('ConfirmByReview'), ...ref })
export interface ConfirmByReview extends t.TypeOf<typeof ConfirmByReview> {}
/** By a recorder or clerk of the body's unit, other than the volunteer, once no one confirmed it: a `manual` record (A14, H7). */
export const TakeOverCapture = closed({ type: literal('TakeOverCapture'), ...ref })
export interface TakeOverCapture extends t.TypeOf<typeof TakeOverCapture> {}
/** By a recorder or clerk of the body's unit, other than the volunteer, once no one confirmed it (A14). */
export const RefuseCapture = closed({ type: literal('RefuseCapture'), ...ref, reason: Reason })
export interface RefuseCapture extends t.TypeOf<typeof RefuseCapture> {}
/** Sent by a timer when the term to confirm has ended (A9). */
export const LapseConfirmation = closed({ type: literal('LapseConfirmation'), ...ref, confirmBy: Instant })
export interface LapseConfirmation extends t.TypeOf<typeof LapseConfirmation> {}
/** By the team's leader, or a dispatcher or clerk of the handler or above, never of oneself; refused before the planned start (A8). */
export const AllegeAbsence = closed({ type: literal('AllegeAbsence'), ...ref })
export interface AllegeAbsence extends t.TypeOf<typeof AllegeAbsence> {}
/** By those who may allege an absence; once the term has ended, by an approver of the unit above (A8, G8). */
export const ExcuseAbsence = closed({ type: literal('ExcuseAbsence'), ...ref, reason: Reason })
export interface ExcuseAbsence extends t.TypeOf<typeof ExcuseAbsence> {}
/** Sent by a timer when the term to excuse has ended (A8). */
export const LetAbsenceStand = closed({ type: literal('LetAbsenceStand'), ...ref, excuseBy: Instant })
export interface LetAbsenceStand extends t.TypeOf<typeof LetAbsenceStand> {}
/** Sent by a process after a ruling that the service took place (H2a). A no-op where no absence is alleged, stands or is excused. */
export const EndAbsence = closed({ type: literal('EndAbsence'), ...ref, by: PersonId, reason: Reason })
export interface EndAbsence extends t.TypeOf<typeof EndAbsence> {}
/**
 * Sent by a process when a record by hand that proves the presence counts (H2a, H14). A no-op where nothing waits to be confirmed, and where the
 * record is of other times.
 */
export const ProvePresence = closed({
  type: literal('ProvePresence'),
  ...ref,
  recordId: RecordId,
  segments: Segments,
  by: PersonId,
})
export interface ProvePresence extends t.TypeOf<typeof ProvePresence> {}

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
  CheckInListed,
  CheckOutListed,
  TakeBackCheckOut,
  NoteAttendanceVerified,
  EndPresence,
  ConfirmByReview,
  TakeOverCapture,
  RefuseCapture,
  EndAbsence,
  ProvePresence,
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
  | CheckInListed
  | CheckOutListed
  | TakeBackCheckOut
  | NoteAttendanceVerified
  | EndPresence
  | ConfirmByReview
  | TakeOverCapture
  | RefuseCapture
  | EndAbsence
  | ProvePresence
