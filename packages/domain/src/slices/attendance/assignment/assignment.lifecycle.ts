import type { Lifecycle } from '@zhiyuan/kernel'
import type { AssignmentCommand } from './assignment.codec.ts'
import type { AssignmentState } from './assignment.state.ts'

type State = AssignmentState['type']
type Command = AssignmentCommand['type']

const opened: ReadonlyArray<State> = ['Cleared', 'NotCleared']
/** The same volunteer may be seated in the same round again, if the order was handed back or missed in between. */
const reopened = (from: State) => ({ from, command: 'OpenAssignment', to: opened, by: 'process' }) as const

/** The same decision that notes an acceptance adds `Cleared` or `NotCleared`, so no state waits there. */
export const assignmentLifecycle: Lifecycle<State, Command> = {
  initial: 'None',
  final: ['Left', 'Confirmed', 'Unconfirmed'],
  resting: ['Released', 'Withdrawn', 'Substituted', 'Excused', 'Absent'],
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
    { from: 'Cleared', command: 'CheckIn', to: ['Present'], by: 'person' },
    { from: 'Cleared', command: 'AllegeAbsence', to: ['AbsenceAlleged'], by: 'unit' },
    { from: 'Present', command: 'PauseService', to: ['Paused'], by: 'person' },
    { from: 'Present', command: 'CheckOut', to: ['Left'], by: 'person' },
    { from: 'Present', command: 'NoteCheckOutMissing', to: ['CheckOutMissing'], by: 'timer' },
    { from: 'Paused', command: 'ResumeService', to: ['Present'], by: 'person' },
    { from: 'Paused', command: 'NoteCheckOutMissing', to: ['Left'], by: 'timer' },
    { from: 'CheckOutMissing', command: 'ConfirmAttendance', to: ['Confirmed'], by: 'person' },
    { from: 'CheckOutMissing', command: 'LapseConfirmation', to: ['Unconfirmed'], by: 'timer' },
    { from: 'AbsenceAlleged', command: 'ExcuseAbsence', to: ['Excused'], by: 'unit' },
    { from: 'AbsenceAlleged', command: 'LetAbsenceStand', to: ['Absent'], by: 'timer' },
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
