/** Assignments for this package's tests: volunteer a in the first round of O1, from the taken seat to every end. */
import type { PlainByType, StreamName, Typed } from '@zhiyuan/kernel'
import {
  cancelled,
  closed as orderClosed,
  missed,
  orderPasts,
  planned,
  reviewed,
  seatTaken,
} from '../../requests/order/order.fixture.ts'
import { units } from '../../../fixtures/people.ts'
import type { AssignmentCommand } from './assignment.codec.ts'
import type { AssignmentState } from './assignment.state.ts'

export { planned }

type Told = Typed & Readonly<Record<string, unknown>>
type State = AssignmentState['type']

/** The first round of O1. */
export const occasion = { type: 'order', orderId: 'O1', round: 1 } as const
export const ref = { occasion, volunteer: 'a' }
const service = { teamId: 'B1', bodyId: units.V1, owner: units.V1, specialty: 'hardship-relief' }
const waiting = { ...ref, bodyId: units.V1 }
const reason = (code: string) => ({ code, text: null })
export const instant = (time: string): string => `2020-04-22T${time}:00.000Z`
export const missingAt = instant('05:00')
/** The midnight in Beijing that ends the 10th working day after 04-22: the holidays begin on 05-01, and Sunday 04-26 is worked. */
export const confirmBy = '2020-05-08T16:00:00.000Z'
/** The midnight in Beijing that ends the 3rd working day after 04-22. */
export const excuseBy = '2020-04-26T16:00:00.000Z'

/** The order counts on a and b: it is scheduled, and no one has checked in yet. */
export const counting: Readonly<Record<StreamName, ReadonlyArray<Typed>>> = {
  'order-O1': [...orderPasts.Scheduled, seatTaken('b')],
}
export const orderCancelled: Readonly<Record<StreamName, ReadonlyArray<Typed>>> = {
  'order-O1': [...orderPasts.Scheduled, { ...cancelled, teamId: 'B1', seated: ['a'] }],
}

export const open = {
  type: 'OpenAssignment',
  ...ref,
  ...service,
  seat: 'order-O1.3',
  boundAt: '2020-04-20T07:45:00.000Z',
  planned,
} as const
export const opened = { ...open, type: 'AssignmentOpened' }
export const cleared = { type: 'AssignmentCleared', ...ref }
export const notCleared = { type: 'AssignmentNotCleared', ...ref, reason: 'under-age' }
export const released = { type: 'AssignmentReleased', ...ref, reason: 'handed-back' }
const withdrawn = { type: 'AssignmentWithdrawn', ...ref, reason: reason('ill') }
const substituted = { type: 'AssignmentSubstituted', ...ref, by: 'e' }
/** All was told in time, by the volunteer herself. */
export const inTime = { late: false, told: null }
export const checkedIn = {
  type: 'CheckedIn',
  ...ref,
  at: instant('01:00'),
  toldAt: instant('01:00'),
  missingAt,
  ...inTime,
  policyVersion: 'TEST-1',
}
export const checkedInLate = { ...checkedIn, toldAt: instant('14:00'), late: true }
export const paused = { type: 'ServicePaused', ...ref, at: instant('02:00'), late: false }
const stay = { start: instant('01:00'), end: instant('03:10') }
export const checkedOut = {
  type: 'CheckedOut',
  ...ref,
  ...service,
  segments: [stay],
  minutes: 130,
  attempt: 0,
  at: stay.end,
  missingAt: null,
  elsewhere: null,
  told: null,
  toldBefore: null,
}
/** The edition of the terms to confirm and to excuse. */
export const byTest1 = { assumed: false, policyVersion: 'TEST-1' }
export const missing = {
  type: 'CheckOutMissing',
  ...waiting,
  cameAt: instant('01:00'),
  missingAt,
  proposedEnd: planned.end,
  attempt: 0,
  elsewhere: null,
  confirmBy,
  ...byTest1,
}
export const confirmed = {
  type: 'AttendanceConfirmed',
  ...ref,
  ...service,
  segments: [{ start: instant('01:00'), end: instant('03:00') }],
  minutes: 120,
  attempt: 0,
  confirmer: 'k1',
  wasPresent: true,
  as: 'clerk',
  clerkAt: units.V1,
  byReview: false,
}
/** Both ends were told in the evening. */
export const captured = {
  ...checkedOut,
  type: 'PresenceCaptured',
  toldAt: instant('14:00'),
  confirmBy,
  ...byTest1,
}
const lapsed = { type: 'CaptureUnconfirmed', ...waiting, confirmBy }
const takenOver = {
  type: 'CaptureTakenOver',
  ...ref,
  ...service,
  segments: [stay],
  minutes: 130,
  attempt: 0,
  recorder: 'k1',
}
const refused = { type: 'CaptureRefused', ...waiting, by: 'k1', reason: reason('no-trace') }
const unconfirmed = { type: 'AttendanceUnconfirmed', ...waiting, confirmBy }
const alleged = {
  type: 'AbsenceAlleged',
  ...waiting,
  by: 'b',
  allegedAt: instant('01:30'),
  excuseBy,
  ...byTest1,
}
const excused = { type: 'AbsenceExcused', ...waiting, by: 'k1', reason: reason('ill') }
const overruled = { type: 'AbsenceOverruled', ...waiting, by: 'qc', reason: reason('list-seen') }
const contested = { type: 'AbsenceContested', ...waiting, at: instant('01:00') }
const stood = { type: 'AbsenceStood', ...waiting, excuseBy }

export const ready = [opened, cleared]
const here = [...ready, checkedIn]
/** The events that lead to each state. */
export const pasts: Readonly<Record<State, ReadonlyArray<Told>>> = {
  None: [],
  NotCleared: [opened, notCleared],
  Cleared: ready,
  Released: [...ready, released],
  Withdrawn: [...ready, withdrawn],
  Substituted: [...ready, substituted],
  Present: here,
  Paused: [...here, paused],
  Left: [...here, checkedOut],
  CheckOutMissing: [...here, missing],
  Confirmed: [...here, missing, confirmed],
  Unconfirmed: [...here, missing, unconfirmed],
  AbsenceAlleged: [...ready, alleged],
  Excused: [...ready, alleged, excused],
  Absent: [...ready, alleged, stood],
  FoundPresent: [...ready, alleged, stood, overruled],
  Captured: [...ready, checkedInLate, captured],
  CaptureUnconfirmed: [...ready, checkedInLate, captured, lapsed],
  TakenOver: [...ready, checkedInLate, captured, lapsed, takenOver],
  CaptureRefused: [...ready, checkedInLate, captured, lapsed, refused],
}

/** b listed who came and left. */
export const told = (time: string) => ({ by: 'b', caller: null, list: null, toldAt: instant(time) })
/** b said in the evening that a had come at ten past nine. */
export const listedLate = { ...checkedInLate, at: instant('01:10'), told: told('14:00') }
/** Another round at which a may come. */
export const elsewhere = { occasion: { type: 'order', orderId: 'O2', round: 1 }, volunteer: 'a' } as const

/** Each command as the state that suits it best would accept it. */
export const commands = {
  OpenAssignment: { ...open, seat: 'order-O1.9' },
  ClearAssignment: { type: 'ClearAssignment', ...ref },
  ReleaseAssignment: { type: 'ReleaseAssignment', ...ref, reason: 'cancelled' },
  WithdrawAssignment: { type: 'WithdrawAssignment', ...ref, reason: reason('ill') },
  SubstituteAssignment: { type: 'SubstituteAssignment', ...ref, by: 'e' },
  CheckIn: { type: 'CheckIn', ...ref },
  EndAbsence: { type: 'EndAbsence', ...ref, by: 'qc', reason: reason('list-seen') },
  ProvePresence: {
    type: 'ProvePresence',
    ...ref,
    recordId: 'p.L1.1.1',
    segments: [{ start: instant('01:00'), end: instant('03:00') }],
    by: 'qc',
  },
  PauseService: { type: 'PauseService', ...ref },
  ResumeService: { type: 'ResumeService', ...ref },
  CheckOut: { type: 'CheckOut', ...ref },
  NoteCheckOutMissing: { type: 'NoteCheckOutMissing', ...ref, missingAt },
  ConfirmAttendance: { type: 'ConfirmAttendance', ...ref, end: planned.end, wasPresent: true },
  LapseConfirmation: { type: 'LapseConfirmation', ...ref, confirmBy },
  AllegeAbsence: { type: 'AllegeAbsence', ...ref },
  ExcuseAbsence: { type: 'ExcuseAbsence', ...ref, reason: reason('ill') },
  LetAbsenceStand: { type: 'LetAbsenceStand', ...ref, excuseBy },
  CheckInListed: { type: 'CheckInListed', ...ref, at: instant('01:00'), told: told('01:05') },
  CheckOutListed: { type: 'CheckOutListed', ...ref, at: instant('03:10'), told: told('03:12') },
  TakeBackCheckOut: { type: 'TakeBackCheckOut', ...ref },
  NoteAttendanceVerified: { type: 'NoteAttendanceVerified', ...ref, recordId: 'o.O1.1' },
  EndPresence: { type: 'EndPresence', ...ref, at: instant('02:30'), elsewhere },
  ConfirmByReview: { type: 'ConfirmByReview', ...ref },
  TakeOverCapture: { type: 'TakeOverCapture', ...ref },
  RefuseCapture: { type: 'RefuseCapture', ...ref, reason: reason('no-trace') },
} as const satisfies PlainByType<AssignmentCommand>

/** As taken over, after the absence had been alleged. */
export const contestedTakenOver = [...ready, alleged, contested, checkedInLate, captured, lapsed, takenOver]
/** On another person's word, five minutes after she had checked in herself. */
export const fiveMinutes = { ...checkedOut, segments: [{ start: instant('01:00'), end: instant('01:05') }], minutes: 5 }
export const leftOnWord = [...ready, checkedIn, { ...fiveMinutes, at: instant('01:05'), told: told('01:06') }]
/** The first time of the round passed without a check-in. */
export const orderMissed: Readonly<Record<StreamName, ReadonlyArray<Typed>>> = {
  'order-O1': [...orderPasts.Scheduled, missed],
}
/** The requester's side said that what a and b did was of use. */
export const orderReviewed: Readonly<Record<StreamName, ReadonlyArray<Typed>>> = {
  'order-O1': [
    ...orderPasts.AwaitingReview,
    { ...reviewed, verdict: 'partly', reviewedAt: instant('14:00') },
    { ...orderClosed, outcome: 'partly' },
  ],
}
