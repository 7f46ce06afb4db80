import { copyFields, restoreByFirst, type RestoreTable } from '@zhiyuan/kernel'
import {
  AllegeAbsence,
  CheckIn,
  CheckOut,
  ClearAssignment,
  ConfirmAttendance,
  ExcuseAbsence,
  LapseConfirmation,
  LetAbsenceStand,
  NoteCheckOutMissing,
  OpenAssignment,
  PauseService,
  ReleaseAssignment,
  ResumeService,
  SubstituteAssignment,
  WithdrawAssignment,
  type AssignmentCommand,
  type AssignmentEvent,
} from './assignment.codec.ts'

type Table = RestoreTable<AssignmentCommand, AssignmentEvent>

const ownCheckOut = copyFields(CheckOut)
const checkOutMissing = copyFields(NoteCheckOutMissing)
const confirmation = copyFields(ConfirmAttendance)

/** The timer checks out a volunteer who left by a pause. */
const restoreCheckOut: Table['CheckedOut'] = (event) => {
  const { missingAt } = event
  return missingAt === null ? ownCheckOut(event) : checkOutMissing({ ...event, missingAt })
}

/** The second person confirmed the end of the running segment. */
const restoreConfirmation: Table['AttendanceConfirmed'] = (event) => {
  const last = event.segments.at(-1)
  return last === undefined ? null : confirmation({ ...event, end: last.end })
}

export const restoreAssignment = restoreByFirst<AssignmentCommand, AssignmentEvent>({
  AssignmentOpened: copyFields(OpenAssignment),
  AssignmentCleared: copyFields(ClearAssignment),
  AssignmentNotCleared: null,
  AssignmentReleased: copyFields(ReleaseAssignment),
  AssignmentWithdrawn: copyFields(WithdrawAssignment),
  AssignmentSubstituted: copyFields(SubstituteAssignment),
  CheckedIn: copyFields(CheckIn),
  ServicePaused: copyFields(PauseService),
  ServiceResumed: copyFields(ResumeService),
  CheckedOut: restoreCheckOut,
  CheckOutMissing: checkOutMissing,
  AttendanceConfirmed: restoreConfirmation,
  AttendanceUnconfirmed: copyFields(LapseConfirmation),
  AbsenceAlleged: copyFields(AllegeAbsence),
  AbsenceExcused: copyFields(ExcuseAbsence),
  AbsenceStood: copyFields(LetAbsenceStand),
})
