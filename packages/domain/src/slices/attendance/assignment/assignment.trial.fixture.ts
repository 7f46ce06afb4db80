/** Each transition of an assignment, as this package's tests try it. */
import type { MakeTrial, Trial } from '../../../fixtures/lifecycle.ts'
import { people, timer } from '../../../fixtures/people.ts'
import type { AssignmentCommand } from './assignment.codec.ts'
import {
  captured,
  checkedIn,
  checkedInLate,
  checkedOut,
  commands,
  confirmBy,
  contestedTakenOver,
  counting,
  excuseBy,
  fiveMinutes,
  instant,
  leftOnWord,
  listedLate,
  missing,
  missingAt,
  orderCancelled,
  orderMissed,
  orderReviewed,
  pasts,
  paused,
  ready,
  released,
  told,
} from './assignment.fixture.ts'
import type { AssignmentState } from './assignment.state.ts'

type State = AssignmentState['type']
type Command = AssignmentCommand['type']

const moments: Readonly<Record<Command, Pick<Trial<AssignmentCommand>, 'now' | 'actor'>>> = {
  OpenAssignment: { now: '2020-04-20T07:46:00.000Z', actor: timer },
  ClearAssignment: { now: '2020-04-20T08:00:00.000Z', actor: people.clerkV1 },
  ReleaseAssignment: { now: '2020-04-21T01:00:00.000Z', actor: timer },
  WithdrawAssignment: { now: '2020-04-21T01:00:00.000Z', actor: people.a },
  SubstituteAssignment: { now: '2020-04-21T01:00:00.000Z', actor: people.a },
  CheckIn: { now: instant('01:00'), actor: people.a },
  PauseService: { now: instant('02:00'), actor: people.a },
  ResumeService: { now: instant('02:20'), actor: people.a },
  CheckOut: { now: instant('03:10'), actor: people.a },
  NoteCheckOutMissing: { now: missingAt, actor: timer },
  ConfirmAttendance: { now: instant('06:00'), actor: people.clerkV1 },
  LapseConfirmation: { now: confirmBy, actor: timer },
  AllegeAbsence: { now: instant('01:30'), actor: people.b },
  ExcuseAbsence: { now: instant('04:00'), actor: people.clerkV1 },
  LetAbsenceStand: { now: excuseBy, actor: timer },
  EndAbsence: { now: excuseBy, actor: timer },
  ProvePresence: { now: excuseBy, actor: timer },
  CheckInListed: { now: instant('01:05'), actor: timer },
  CheckOutListed: { now: instant('03:12'), actor: timer },
  TakeBackCheckOut: { now: instant('03:20'), actor: people.a },
  NoteAttendanceVerified: { now: instant('03:20'), actor: timer },
  EndPresence: { now: instant('02:30'), actor: timer },
  ConfirmByReview: { now: instant('06:00'), actor: timer },
  TakeOverCapture: { now: confirmBy, actor: people.recorderV1 },
  RefuseCapture: { now: confirmBy, actor: people.recorderV1 },
}

/** On another person's word alone, two hours before the planned start. */
const early = { start: '2020-04-21T23:00:00.000Z', end: '2020-04-21T23:05:00.000Z' }
const earlyWord = { by: 'b', caller: null, list: null, toldAt: early.end }
export const listedBefore = [
  ...ready,
  { ...checkedIn, at: early.start, toldAt: early.start, told: earlyWord },
  { ...checkedOut, segments: [early], minutes: 5, at: early.end, told: earlyWord, toldBefore: earlyWord },
]
/** As told by the volunteer herself, to a clerk. */
export const byCall = { by: 'k1', caller: 'a', list: null, toldAt: instant('03:12') }
/** What another told late, of a presence on another's word. */
export const capturedOnWord = [
  ...ready,
  { ...checkedIn, told: earlyWord },
  { ...captured, segments: fiveMinutes.segments, minutes: 5, at: instant('01:05'), told: told('01:30') },
]
const capturedBefore = [...listedBefore.slice(0, -1), { ...captured, ...listedBefore.at(-1), type: 'PresenceCaptured' }]
const presentOnWord = [...ready, { ...checkedIn, told: told('01:05') }]
const missedPast = [...ready, { ...released, reason: 'missed' }]
/** A no-show that stands is excused by the unit above. */
const above = { actor: people.approverC, now: confirmBy }

const listedCall = { ...commands.CheckInListed, told: { ...byCall, toldAt: instant('01:05') } }

type Change = Partial<Trial<AssignmentCommand>>
/** Trials that need more than that the order counts on the volunteer. */
const changes: { readonly [C in Command]?: { readonly [S in State]?: Change } } = {
  ReleaseAssignment: {
    NotCleared: {
      knowing: counting,
      command: { ...commands.ReleaseAssignment, reason: 'not-cleared' },
      actor: people.clerkV1,
    },
  },
  CheckIn: {
    Released: { past: missedPast, knowing: orderMissed },
    Present: { past: [...ready, listedLate] },
    CheckOutMissing: { past: [...ready, listedLate, missing] },
    Left: { past: listedBefore },
    Captured: { past: capturedBefore },
  },
  CheckInListed: {
    Released: { past: missedPast, knowing: orderMissed },
    Left: { past: listedBefore, command: listedCall },
    Captured: { past: capturedBefore, command: listedCall },
  },
  CheckOut: { Left: { past: leftOnWord }, Captured: { past: capturedOnWord } },
  CheckOutListed: {
    Left: { past: leftOnWord, command: { ...commands.CheckOutListed, told: byCall } },
    Captured: { past: capturedOnWord, command: { ...commands.CheckOutListed, told: byCall } },
  },
  EndPresence: { Paused: { past: [...ready, checkedInLate, paused] } },
  ConfirmByReview: { Captured: { knowing: orderReviewed } },
  ExcuseAbsence: { Absent: above },
  EndAbsence: { TakenOver: { past: contestedTakenOver } },
  ProvePresence: { Present: { past: presentOnWord } },
}

/**
 * A release is sent when the order is gone, or by the handler where the volunteer is not cleared. Most other commands are sent while the
 * order counts on the volunteer.
 */
export const assignmentTrial: MakeTrial<State, AssignmentCommand> = (state, command) => ({
  past: pasts[state],
  knowing: command === 'ReleaseAssignment' ? orderCancelled : counting,
  command: commands[command],
  ...moments[command],
  ...changes[command]?.[state],
})
