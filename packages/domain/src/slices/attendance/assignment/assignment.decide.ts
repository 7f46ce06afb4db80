import type { Decider } from '@zhiyuan/kernel'
import type { AssignmentCommand, AssignmentEvent } from './assignment.codec.ts'
import { assignmentStream } from './assignment.read.ts'
import type { AssignmentRejection } from './assignment.rejection.ts'
import { assignmentFold, type AssignmentState } from './assignment.state.ts'
import { allegeAbsence, excuseAbsence, letAbsenceStand } from './decide/absence.ts'
import { confirmAttendance, lapseConfirmation, noteCheckOutMissing } from './decide/missing.ts'
import { clearAssignment, openAssignment } from './decide/open.ts'
import { checkIn, checkOut, pauseService, resumeService } from './decide/presence.ts'
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
  },
}
