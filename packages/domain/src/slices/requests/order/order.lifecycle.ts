import type { Lifecycle, Transition } from '@zhiyuan/kernel'
import type { OrderCommand } from './order.codec.ts'
import type { OrderState } from './order.state.ts'

type State = OrderState['type']
type Command = OrderCommand['type']
type Step = Transition<State, Command>

const stay = (command: Command, by: Step['by'], states: ReadonlyArray<State>): ReadonlyArray<Step> =>
  states.map((state) => ({ from: state, command, to: [state], by }))

const notBegun = ['Open', 'Offered', 'Claimable', 'Accepted', 'Scheduled'] as const

const placing: ReadonlyArray<Step> = [
  { from: 'None', command: 'PlaceOrder', to: ['Open'], by: 'person' },
  { from: 'None', command: 'PlaceIntendedOrder', to: ['Open'], by: 'person' },
]

const dispatching: ReadonlyArray<Step> = [
  { from: 'Open', command: 'DispatchOrder', to: ['Offered'], by: 'unit' },
  { from: 'Open', command: 'ConcludeNoTeam', to: ['Open'], by: 'unit' },
  { from: 'Open', command: 'OpenClaim', to: ['Claimable'], by: 'unit' },
  { from: 'Offered', command: 'AcceptOffer', to: ['Accepted'], by: 'person' },
  { from: 'Offered', command: 'DeclineOffer', to: ['Open'], by: 'person' },
  { from: 'Offered', command: 'ExpireOffer', to: ['Open'], by: 'timer' },
  { from: 'Offered', command: 'RecallOffer', to: ['Open'], by: 'unit' },
  { from: 'Claimable', command: 'ClaimOrder', to: ['Accepted'], by: 'person' },
  { from: 'Claimable', command: 'LapseClaim', to: ['Open'], by: 'timer' },
  { from: 'Claimable', command: 'RecallOffer', to: ['Open'], by: 'unit' },
]

/** An open offer is recalled in the same decision when the 48 h end (O16) or its unit is closing (G1). */
const handling: ReadonlyArray<Step> = [
  { from: 'Open', command: 'EscalateOrder', to: ['Open'], by: 'unit' },
  { from: 'Open', command: 'ReturnOrder', to: ['Open'], by: 'unit' },
  { from: 'Open', command: 'TransferOrder', to: ['Open'], by: 'unit' },
  { from: 'Offered', command: 'TransferOrder', to: ['Open'], by: 'process' },
  { from: 'Claimable', command: 'TransferOrder', to: ['Open'], by: 'process' },
  { from: 'Open', command: 'EscalateOverdue', to: ['Open'], by: 'timer' },
  { from: 'Offered', command: 'EscalateOverdue', to: ['Open'], by: 'timer' },
  { from: 'Claimable', command: 'EscalateOverdue', to: ['Open'], by: 'timer' },
]

const seating: ReadonlyArray<Step> = [
  { from: 'Accepted', command: 'TakeSeat', to: ['Accepted'], by: 'person' },
  { from: 'Scheduled', command: 'TakeSeat', to: ['Scheduled'], by: 'person' },
  { from: 'Accepted', command: 'ClearSeat', to: ['Accepted', 'Scheduled'], by: 'process' },
  ...stay('ClearSeat', 'process', ['Scheduled', 'InProgress']),
  ...stay('FreeSeat', 'process', ['Accepted', 'InProgress', 'AwaitingReview']),
  // Without a cleared seat the order waits visibly, until it is open again (O25).
  { from: 'Scheduled', command: 'FreeSeat', to: ['Scheduled', 'Accepted'], by: 'process' },
  { from: 'Accepted', command: 'ReopenUnfilled', to: ['Open'], by: 'timer' },
  ...stay('ChangeSeats', 'unit', notBegun),
]

const serving: ReadonlyArray<Step> = [
  { from: 'Accepted', command: 'HandBackOrder', to: ['Open'], by: 'unit' },
  { from: 'Scheduled', command: 'HandBackOrder', to: ['Open'], by: 'unit' },
  { from: 'Accepted', command: 'NoteServiceDue', to: ['Open'], by: 'timer' },
  ...stay('NoteServiceDue', 'timer', ['Open', 'Offered', 'Claimable', 'Scheduled', 'InProgress']),
  { from: 'Scheduled', command: 'StartService', to: ['InProgress'], by: 'process' },
  ...(['Open', 'Offered', 'Claimable'] as const).map((from): Step => ({
    from,
    command: 'StartService',
    to: ['InProgress'],
    by: 'process',
  })),
  // Who was excused and alone comes after all (A8).
  { from: 'Accepted', command: 'StartService', to: ['Accepted', 'InProgress'], by: 'process' },
  // A volunteer whose absence was excused has the seat again (A8).
  ...stay('StartService', 'process', ['InProgress', 'AwaitingReview', 'Closed']),
  // Of two services the first one does not stand (A15).
  ...stay('CancelFirstService', 'unit', ['Accepted', 'Scheduled']),
  { from: 'Scheduled', command: 'MissOrder', to: ['Open'], by: 'timer' },
  { from: 'InProgress', command: 'ReportService', to: ['AwaitingReview'], by: 'unit' },
  { from: 'InProgress', command: 'AskReview', to: ['AwaitingReview'], by: 'timer' },
  { from: 'InProgress', command: 'AbortOrder', to: ['Aborted'], by: 'unit' },
]

const unserved = [...notBegun, 'InProgress'] as const
const existing = [...unserved, 'AwaitingReview', 'Closed', 'Cancelled', 'Aborted', 'Unmet'] as const

/** A time that is set later, a later due date, supervision, and orders that are alike. */
const timing: ReadonlyArray<Step> = [
  { from: 'Accepted', command: 'SetServiceTime', to: ['Accepted'], by: 'unit' },
  ...stay('AgreeToTime', 'person', unserved),
  ...stay('AskExtension', 'unit', unserved),
  ...stay('AnswerExtension', 'person', existing),
  ...stay('LapseExtension', 'timer', existing),
  ...stay('SuperviseOrder', 'timer', unserved),
  ...stay('KeepTwin', 'unit', [...unserved, 'AwaitingReview']),
  ...stay('CheckTwins', 'process', existing),
  ...stay('NotePerformer', 'process', existing),
]

const ending: ReadonlyArray<Step> = [
  { from: 'AwaitingReview', command: 'ReviewOrder', to: ['Closed'], by: 'person' },
  { from: 'AwaitingReview', command: 'FollowUpOrder', to: ['Closed'], by: 'unit' },
  // Open where no one has vouched for a presence of the round (A14).
  { from: 'AwaitingReview', command: 'LapseReview', to: ['Closed', 'Open'], by: 'timer' },
  // Both may come until the reopening window ends (O7).
  { from: 'Closed', command: 'ReviewOrder', to: ['Closed'], by: 'person' },
  { from: 'Closed', command: 'FollowUpOrder', to: ['Closed'], by: 'unit' },
  { from: 'Closed', command: 'ReopenOrder', to: ['Open'], by: 'unit' },
  { from: 'Open', command: 'EndUnmet', to: ['Unmet'], by: 'unit' },
  ...notBegun.map((from): Step => ({ from, command: 'CancelOrder', to: ['Cancelled'], by: 'unit' })),
]

/** The owner follows the need in every state; before acceptance the handler does too, and an open offer is recalled (O19). */
const fromNeed: ReadonlyArray<Step> = [
  { from: 'Offered', command: 'FollowOwner', to: ['Open'], by: 'process' },
  { from: 'Claimable', command: 'FollowOwner', to: ['Open'], by: 'process' },
  ...stay('FollowOwner', 'process', ['Open', 'Accepted', 'Scheduled', 'InProgress', 'AwaitingReview', 'Closed']),
  ...stay('FollowOwner', 'process', ['Cancelled', 'Aborted', 'Unmet']),
  { from: 'InProgress', command: 'AskAbort', to: ['InProgress'], by: 'process' },
  ...stay('UrgeOrder', 'person', unserved),
]

/** An order from its placing to its end, round by round. */
export const orderLifecycle: Lifecycle<State, Command> = {
  initial: 'None',
  final: ['Cancelled', 'Aborted', 'Unmet'],
  resting: ['Closed'],
  repeats: [
    'PlaceOrder',
    'PlaceIntendedOrder',
    'AcceptOffer',
    'ReportService',
    'AbortOrder',
    'EndUnmet',
    'CancelOrder',
  ],
  transitions: [...placing, ...dispatching, ...handling, ...seating, ...serving, ...timing, ...ending, ...fromNeed],
  notBuilt: [
    { from: 'Scheduled', to: 'Rescheduled', rule: 'O18' },
    { from: 'Rescheduled', to: 'Scheduled', rule: 'O18' },
    { from: 'Rescheduled', to: 'Open', rule: 'O18' },
    { from: 'None', to: 'Accepted', rule: 'O20' },
    { from: 'None', to: 'Scheduled', rule: 'O21' },
  ],
}
