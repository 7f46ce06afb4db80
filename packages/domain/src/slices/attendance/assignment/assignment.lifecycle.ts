import type { Lifecycle } from '@zhiyuan/kernel'
import type { AssignmentCommand } from './assignment.codec.ts'
import type { AssignmentState } from './assignment.state.ts'

type State = AssignmentState['type']
type Command = AssignmentCommand['type']

const opened: ReadonlyArray<State> = ['Cleared', 'NotCleared']
/** The same volunteer may be seated in the same round again, if the order was handed back or missed in between. */
const reopened = (from: State) => ({ from, command: 'OpenAssignment', to: opened, by: 'process' }) as const

/** A check-in, by oneself or on a list (A12); A15: also after a clock has released the volunteer. */
const arriving = (from: State) =>
  [
    { from, command: 'CheckIn', to: ['Present'], by: 'person' },
    { from, command: 'CheckInListed', to: ['Present'], by: 'process' },
  ] as const
/** What was told late is a capture (A14). */
const leaving = (from: State) =>
  [
    { from, command: 'CheckOut', to: ['Left', 'Captured'], by: 'person' },
    { from, command: 'CheckOutListed', to: ['Left', 'Captured'], by: 'process' },
  ] as const

/** H2a: the unit above ruled that the service took place. */
const overruled = (from: State) => ({ from, command: 'EndAbsence', to: ['FoundPresent'], by: 'process' }) as const

/** H2a, H14: a record by hand says when the volunteer was there, and it counts. */
const proven = (from: State) => ({ from, command: 'ProvePresence', to: ['Confirmed'], by: 'process' }) as const

/** The same decision that notes an acceptance adds `Cleared` or `NotCleared`, so no state waits there. */
export const assignmentLifecycle: Lifecycle<State, Command> = {
  initial: 'None',
  final: ['Confirmed', 'Unconfirmed', 'CaptureRefused', 'FoundPresent'],
  resting: ['Left', 'Released', 'Withdrawn', 'Substituted', 'Excused', 'Absent', 'TakenOver'],
  repeats: [
    'ClearAssignment',
    'WithdrawAssignment',
    'SubstituteAssignment',
    'CheckIn',
    'PauseService',
    'CheckOut',
    'ConfirmAttendance',
    'AllegeAbsence',
    'ExcuseAbsence',
  ],
  transitions: [
    { from: 'None', command: 'OpenAssignment', to: opened, by: 'process' },
    reopened('NotCleared'),
    { from: 'NotCleared', command: 'ClearAssignment', to: ['Cleared'], by: 'unit' },
    { from: 'NotCleared', command: 'ReleaseAssignment', to: ['Released'], by: 'unit' },
    reopened('Cleared'),
    { from: 'Cleared', command: 'ReleaseAssignment', to: ['Released'], by: 'process' },
    { from: 'Cleared', command: 'WithdrawAssignment', to: ['Withdrawn'], by: 'person' },
    { from: 'Cleared', command: 'SubstituteAssignment', to: ['Substituted'], by: 'person' },
    { from: 'Cleared', command: 'AllegeAbsence', to: ['AbsenceAlleged'], by: 'unit' },
    ...arriving('Cleared'),
    ...arriving('AbsenceAlleged'),
    ...arriving('Excused'),
    ...arriving('Released'),
    { from: 'Present', command: 'PauseService', to: ['Paused'], by: 'person' },
    // A roll told late bars no earlier check-in of one's own (A14).
    { from: 'Present', command: 'CheckIn', to: ['Present'], by: 'person' },
    { from: 'CheckOutMissing', command: 'CheckIn', to: ['Present'], by: 'person' },
    // The own word wins over a roll (A12).
    ...arriving('Left'),
    ...arriving('Captured'),
    ...leaving('Present'),
    ...leaving('CheckOutMissing'),
    ...leaving('Left'),
    ...leaving('Captured'),
    { from: 'Left', command: 'TakeBackCheckOut', to: ['Present'], by: 'person' },
    // A later own check-out wins over another person's word (A12).
    { from: 'Left', command: 'CheckOut', to: ['Left', 'Captured'], by: 'person' },
    { from: 'Left', command: 'NoteAttendanceVerified', to: ['Left'], by: 'process' },
    { from: 'Present', command: 'EndPresence', to: ['CheckOutMissing'], by: 'process' },
    { from: 'Paused', command: 'EndPresence', to: ['Left', 'Captured'], by: 'process' },
    { from: 'Present', command: 'NoteCheckOutMissing', to: ['CheckOutMissing'], by: 'timer' },
    { from: 'Paused', command: 'ResumeService', to: ['Present'], by: 'person' },
    { from: 'Paused', command: 'NoteCheckOutMissing', to: ['Left', 'Captured'], by: 'timer' },
    { from: 'CheckOutMissing', command: 'ConfirmAttendance', to: ['Confirmed'], by: 'person' },
    {
      from: 'CheckOutMissing',
      command: 'LapseConfirmation',
      to: ['Unconfirmed', 'CaptureUnconfirmed', 'Absent'],
      by: 'timer',
    },
    { from: 'Captured', command: 'ConfirmAttendance', to: ['Confirmed'], by: 'person' },
    { from: 'Captured', command: 'ConfirmByReview', to: ['Confirmed'], by: 'process' },
    { from: 'Captured', command: 'LapseConfirmation', to: ['CaptureUnconfirmed'], by: 'timer' },
    { from: 'CaptureUnconfirmed', command: 'TakeOverCapture', to: ['TakenOver'], by: 'unit' },
    { from: 'CaptureUnconfirmed', command: 'RefuseCapture', to: ['CaptureRefused', 'Absent'], by: 'unit' },
    { from: 'AbsenceAlleged', command: 'ExcuseAbsence', to: ['Excused'], by: 'unit' },
    { from: 'AbsenceAlleged', command: 'LetAbsenceStand', to: ['Absent'], by: 'timer' },
    { from: 'Absent', command: 'ExcuseAbsence', to: ['Excused'], by: 'unit' },
    overruled('AbsenceAlleged'),
    overruled('Absent'),
    overruled('TakenOver'),
    overruled('Excused'),
    proven('Present'),
    proven('CheckOutMissing'),
    proven('Captured'),
    proven('CaptureUnconfirmed'),
    reopened('Released'),
    reopened('Withdrawn'),
    reopened('Substituted'),
    reopened('Excused'),
    reopened('Absent'),
  ],
  notBuilt: [
    { from: 'Applied', to: 'Waitlisted, Accepted, Refused', rule: 'O13' },
    { from: 'Waitlisted', to: 'Offered, Released', rule: 'O13' },
    { from: 'WalkIn', to: 'Present', rule: 'O14' },
    { from: 'Accepted', to: 'Present', rule: 'O20' },
  ],
}
