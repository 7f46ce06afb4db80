import type { Decider } from '@zhiyuan/kernel'
import type { AssignmentCommand, AssignmentEvent } from './assignment.codec.ts'
import { assignmentStream } from './assignment.read.ts'
import type { AssignmentRejection } from './assignment.rejection.ts'
import { assignmentFold, type AssignmentState } from './assignment.state.ts'
import { allegeAbsence, endAbsence, excuseAbsence, letAbsenceStand } from './decide/absence.ts'
import { checkIn, checkInListed } from './decide/arrive.ts'
import { pauseService, resumeService } from './decide/breaks.ts'
import { refuseCapture, takeOverCapture } from './decide/capture.ts'
import { confirmAttendance, confirmByReview } from './decide/confirm.ts'
import { checkOut, checkOutListed, noteAttendanceVerified, takeBackCheckOut } from './decide/leave.ts'
import { endPresence, lapseConfirmation, noteCheckOutMissing } from './decide/missing.ts'
import { clearAssignment, openAssignment } from './decide/open.ts'
import { provePresence } from './decide/proof.ts'
import { releaseAssignment, substituteAssignment, withdrawAssignment } from './decide/release.ts'

export const assignmentDecider: Decider<AssignmentCommand, AssignmentState, AssignmentEvent, AssignmentRejection> = {
  stream: assignmentStream,
  fold: assignmentFold,
  handlers: {
    OpenAssignment: openAssignment,
    ClearAssignment: clearAssignment,
    ReleaseAssignment: releaseAssignment,
    WithdrawAssignment: withdrawAssignment,
    SubstituteAssignment: substituteAssignment,
    CheckIn: checkIn,
    PauseService: pauseService,
    ResumeService: resumeService,
    CheckOut: checkOut,
    NoteCheckOutMissing: noteCheckOutMissing,
    ConfirmAttendance: confirmAttendance,
    LapseConfirmation: lapseConfirmation,
    AllegeAbsence: allegeAbsence,
    ExcuseAbsence: excuseAbsence,
    LetAbsenceStand: letAbsenceStand,
    CheckInListed: checkInListed,
    CheckOutListed: checkOutListed,
    TakeBackCheckOut: takeBackCheckOut,
    NoteAttendanceVerified: noteAttendanceVerified,
    EndPresence: endPresence,
    ConfirmByReview: confirmByReview,
    TakeOverCapture: takeOverCapture,
    RefuseCapture: refuseCapture,
    EndAbsence: endAbsence,
    ProvePresence: provePresence,
  },
}
