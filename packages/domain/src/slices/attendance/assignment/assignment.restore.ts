import { copyFields, restoreByFirst, type RestoreTable } from '@zhiyuan/kernel'
import {
  AllegeAbsence,
  CheckIn,
  CheckInListed,
  CheckOut,
  CheckOutListed,
  ClearAssignment,
  ConfirmAttendance,
  ConfirmByReview,
  EndAbsence,
  EndPresence,
  ExcuseAbsence,
  LapseConfirmation,
  LetAbsenceStand,
  NoteAttendanceVerified,
  NoteCheckOutMissing,
  OpenAssignment,
  PauseService,
  ProvePresence,
  RefuseCapture,
  ReleaseAssignment,
  ResumeService,
  SubstituteAssignment,
  TakeBackCheckOut,
  TakeOverCapture,
  WithdrawAssignment,
  type AssignmentCommand,
  type AssignmentEvent,
  type CheckedOut,
  type PresenceCaptured,
} from './assignment.codec.ts'

type Table = RestoreTable<AssignmentCommand, AssignmentEvent>

const ownCheckIn = copyFields(CheckIn)
const listedCheckIn = copyFields(CheckInListed)
const ownCheckOut = copyFields(CheckOut)
const listedCheckOut = copyFields(CheckOutListed)
const checkOutMissing = copyFields(NoteCheckOutMissing)
const elsewhereEnding = copyFields(EndPresence)
const confirmation = copyFields(ConfirmAttendance)
const confirmationByReview = copyFields(ConfirmByReview)
const proof = copyFields(ProvePresence)
const lapse = copyFields(LapseConfirmation)
const takenBack = copyFields(TakeBackCheckOut)

const restoreCheckIn: Table['CheckedIn'] = (event) => {
  const { told } = event
  return told === null ? ownCheckIn(event) : listedCheckIn({ ...event, told })
}

/** The timer, or a check-in elsewhere, checks out a volunteer who left by a pause. */
const restoreDeparture = (event: CheckedOut | PresenceCaptured): AssignmentCommand => {
  const { missingAt, elsewhere, told } = event
  if (missingAt !== null)
    return elsewhere === null
      ? checkOutMissing({ ...event, missingAt })
      : elsewhereEnding({ ...event, at: missingAt, elsewhere })
  return told === null ? ownCheckOut(event) : listedCheckOut({ ...event, told })
}

/** By itself it was asked for; a later own step takes back the one on another person's word. */
const restoreTakenBack: Table['CheckOutTakenBack'] = (event, [next]) => {
  if (next?.type === 'CheckedIn') return restoreCheckIn(next, [])
  return next?.type === 'CheckedOut' || next?.type === 'PresenceCaptured' ? restoreDeparture(next) : takenBack(event)
}

const restoreMissing: Table['CheckOutMissing'] = (event) => {
  const { elsewhere, missingAt: at } = event
  return elsewhere === null ? checkOutMissing(event) : elsewhereEnding({ ...event, at, elsewhere })
}

/** The second person confirmed the end of the running segment, or a review the whole. */
const restoreConfirmation: Table['AttendanceConfirmed'] = (event) => {
  const last = event.segments.at(-1)
  if (event.byReview) return confirmationByReview(event)
  return last === undefined ? null : confirmation({ ...event, end: last.end })
}

/** A check-in up to the planned end, or its confirmation, answers the allegation or its excuse first. */
const restoreAnswer = (_event: AssignmentEvent, [next]: ReadonlyArray<AssignmentEvent>): AssignmentCommand | null => {
  if (next?.type === 'AttendanceConfirmed') return restoreConfirmation(next, [])
  if (next?.type === 'PresenceProven') return proof(next)
  return next?.type === 'CheckedIn' ? restoreCheckIn(next, []) : null
}

export const restoreAssignment = restoreByFirst<AssignmentCommand, AssignmentEvent>({
  AssignmentOpened: copyFields(OpenAssignment),
  AssignmentCleared: copyFields(ClearAssignment),
  AssignmentNotCleared: null,
  AssignmentReleased: copyFields(ReleaseAssignment),
  AssignmentWithdrawn: copyFields(WithdrawAssignment),
  AssignmentSubstituted: copyFields(SubstituteAssignment),
  CheckedIn: restoreCheckIn,
  ServicePaused: copyFields(PauseService),
  ServiceResumed: copyFields(ResumeService),
  CheckedOut: restoreDeparture,
  CheckOutMissing: restoreMissing,
  AttendanceConfirmed: restoreConfirmation,
  AttendanceUnconfirmed: lapse,
  AbsenceAlleged: copyFields(AllegeAbsence),
  AbsenceExcused: copyFields(ExcuseAbsence),
  AbsenceStood: copyFields(LetAbsenceStand),
  AbsenceOverruled: copyFields(EndAbsence),
  PresenceCaptured: restoreDeparture,
  CheckOutTakenBack: restoreTakenBack,
  AttendanceVerified: copyFields(NoteAttendanceVerified),
  CaptureUnconfirmed: lapse,
  CaptureTakenOver: copyFields(TakeOverCapture),
  CaptureRefused: copyFields(RefuseCapture),
  AbsenceRefuted: restoreAnswer,
  AbsenceContested: restoreAnswer,
  ExcuseAnswered: restoreAnswer,
  PresenceProven: proof,
})
