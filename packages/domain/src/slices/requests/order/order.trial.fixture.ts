/** Each command of an order as it would most likely be accepted in the state to which it is sent. */
import type { MakeTrial, Says, Trial } from '../../../fixtures/lifecycle.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { reason } from '../need/need.fixture.ts'
import type { OrderCommand } from './order.codec.ts'
import {
  needKnown,
  place,
  escalatesAt,
  serviceDueAt,
  planned,
  placed,
  ranking,
  nobodyFits,
  offered,
  claimOpened,
  accepted,
  seatTaken,
  seatCleared,
  scheduled,
  missed,
  started,
  reported,
  escalated,
  placedAtCity,
  cancelled,
  aborted,
  unmet,
  orderKeys,
  orderPasts,
  acceptedOpenly,
  extensionAsked,
  lastSeatLost,
  superviseAt,
  type Told,
} from './order.fixture.ts'
import { twinKnown, twinsNoted } from './order.twins.fixture.ts'
import type { OrderState } from './order.state.ts'

const now = '2020-04-20T04:00:00.000Z'
const { a, b, e, r1, clerkV1, dispatcherT1, dispatcherC } = people
const round = { round: 1 }
const why = { reason: reason('needed') }
const inHand = { by: dispatcherT1, now }

interface Sent<T extends OrderCommand['type']> {
  readonly by: Trial<OrderCommand>['actor']
  readonly now: string
  readonly says: Says<OrderCommand, 'orderId'>[T]
}
/** For each command its sender, its time, and its fields beside the order's id. */
const commands: { readonly [T in OrderCommand['type']]: Sent<T> } = {
  PlaceOrder: { by: clerkV1, now, says: place },
  DispatchOrder: { ...inHand, says: { offerId: 'o2', teamId: 'B1', ranking, override: null } },
  ConcludeNoTeam: { ...inHand, says: { searchId: 's2', ranking: nobodyFits } },
  OpenClaim: { ...inHand, says: { offerId: 'o2' } },
  ClaimOrder: { by: b, now, says: { offerId: 'o1', teamId: 'B1', planned, risksSeen: true } },
  LapseClaim: { by: timer, now: claimOpened.lapsesAt, says: { offerId: 'o1' } },
  AcceptOffer: { by: b, now, says: { offerId: 'o1', planned, risksSeen: true } },
  DeclineOffer: { by: b, now, says: { offerId: 'o1', ...why } },
  ExpireOffer: { by: timer, now: offered.expiresAt, says: { offerId: 'o1' } },
  RecallOffer: { ...inHand, says: { offerId: 'o1', ...why } },
  TakeSeat: { by: e, now, says: { ...round, risksSeen: true } },
  ClearSeat: { by: timer, now, says: { ...round, volunteer: 'a' } },
  FreeSeat: { by: timer, now, says: { ...round, volunteer: 'a', reason: 'withdrawn' } },
  ChangeSeats: { ...inHand, says: { seats: 3 } },
  HandBackOrder: { by: b, now, says: { ...round, ...why } },
  CancelFirstService: { by: dispatcherT1, now: planned.end, says: { ...round, ...why } },
  NoteServiceDue: { by: timer, now: serviceDueAt, says: { ...round, dueAt: serviceDueAt } },
  StartService: { by: timer, now: planned.start, says: { ...round, volunteer: 'a', at: planned.start, late: false } },
  MissOrder: { by: timer, now: scheduled.missedAt, says: { ...round, missedAt: scheduled.missedAt } },
  ReportService: { by: a, now: reported.reportedAt, says: round },
  AskReview: { by: timer, now: '2020-05-09T00:00:00.000Z', says: round },
  AbortOrder: { by: dispatcherT1, now: planned.end, says: { ...round, reason: aborted.reason } },
  ReviewOrder: { by: r1, now: reported.reportedAt, says: { ...round, rating: 5, verdict: 'solved', comment: null } },
  FollowUpOrder: { by: dispatcherT1, now: reported.reportedAt, says: { ...round, verdict: 'partly', comment: null } },
  LapseReview: { by: timer, now: reported.lapsesAt, says: round },
  ReopenOrder: { by: r1, now: '2020-04-24T00:30:00.000Z', says: { ...round, ...why } },
  EscalateOrder: { ...inHand, says: { ...round, from: units.V1, ...why } },
  EscalateOverdue: { by: timer, now: escalatesAt, says: { ...round, from: units.V1 } },
  ReturnOrder: { ...inHand, says: { ...round, from: units.T1, ...why } },
  TransferOrder: { by: timer, now, says: { ...round, from: units.V1, to: units.T1, ...why } },
  FollowOwner: { by: timer, now, says: { to: units.V2, ...why } },
  AskAbort: { by: timer, now, says: why },
  UrgeOrder: { by: r1, now, says: {} },
  CancelOrder: { by: r1, now, says: { reason: cancelled.reason } },
  EndUnmet: { by: dispatcherC, now, says: { reason: unmet.reason } },
  SetServiceTime: { by: b, now, says: { ...round, planned } },
  AgreeToTime: { by: r1, now, says: { ...round, planned } },
  ReopenUnfilled: { by: timer, now: lastSeatLost.refillAt, says: { ...round, refillAt: lastSeatLost.refillAt } },
  AskExtension: { ...inHand, says: { ...round, day: '2020-04-30', ...why } },
  AnswerExtension: { by: r1, now, says: { ...round, grant: true } },
  LapseExtension: { by: timer, now: extensionAsked.answerBy, says: { ...round, answerBy: extensionAsked.answerBy } },
  SuperviseOrder: { by: timer, now: superviseAt, says: { ...round, dueAt: superviseAt } },
  CheckTwins: { by: timer, now, says: {} },
  KeepTwin: { ...inHand, says: why },
  NotePerformer: { by: timer, now, says: { ...round, volunteer: 'e', recordId: 'R1', hasMinutes: true } },
  PlaceIntendedOrder: { by: clerkV1, now, says: { ...place, intended: why.reason } },
}

/** Where an open order has to be for a command. */
const openPasts: { readonly [C in OrderCommand['type']]?: ReadonlyArray<Told> } = {
  ReturnOrder: [placed, escalated],
  EndUnmet: [placedAtCity],
}
/** Pasts with a seat that is not cleared yet. */
const uncleared: { readonly [S in OrderState['type']]?: ReadonlyArray<Told> } = {
  Scheduled: [placed, offered, accepted, seatTaken('b'), seatCleared('b'), scheduled, seatTaken('a')],
  InProgress: [placed, offered, accepted, seatTaken('b'), seatCleared('b'), scheduled, seatTaken('a'), started],
}
const endStates: ReadonlyArray<OrderState['type']> = ['Closed', 'Cancelled', 'Aborted', 'Unmet']
/** What else has happened before a command, where it is not of the state. */
const beforeCommand: {
  readonly [C in OrderCommand['type']]?: (past: ReadonlyArray<Told>, state: OrderState['type']) => ReadonlyArray<Told>
} = {
  SetServiceTime: (past) =>
    past.filter(({ type }) => type !== 'SeatTaken').map((one) => (one === accepted ? acceptedOpenly : one)),
  ReopenUnfilled: (past) => (past.at(-1)?.type === 'SeatTaken' ? [...orderPasts.Scheduled, lastSeatLost] : past),
  AgreeToTime: (past) => past.map((one) => (one === placed ? { ...placed, planned } : one)),
  AnswerExtension: (past) => [...past, extensionAsked],
  LapseExtension: (past) => [...past, extensionAsked],
  KeepTwin: (past) => [...past, twinsNoted],
  CheckTwins: (past, state) => (endStates.includes(state) ? [...past, twinsNoted] : past),
  PlaceIntendedOrder: (past) =>
    past.map((one) => (one.type === 'OrderPlaced' ? { ...one, intended: why.reason } : one)),
}
/** A round that was missed, and is sought a team again. */
const missedRound = [...orderPasts.Scheduled, missed]
const secondOffer = { ...offered, offerId: 'o2' }
const afterMiss: { readonly [S in OrderState['type']]?: ReadonlyArray<Told> } = {
  Open: missedRound,
  Offered: [...missedRound, secondOffer],
  Claimable: [...missedRound, escalated, { ...claimOpened, offerId: 'o2', handler: units.T1 }],
  Accepted: [...missedRound, secondOffer, { ...accepted, offerId: 'o2' }],
}
const bothServe: ReadonlyArray<Told> = [
  ...missedRound,
  secondOffer,
  { ...accepted, offerId: 'o2' },
  { type: 'ServiceDoubled', ...orderKeys, volunteer: 'a', at: planned.start, teamId: 'B1', late: true },
]
const twoServices: { readonly [S in OrderState['type']]?: ReadonlyArray<Told> } = {
  Accepted: bothServe,
  Scheduled: [...bothServe, seatTaken('b'), seatCleared('b'), scheduled],
}
const excused: Told = { type: 'SeatFreed', ...orderKeys, volunteer: 'a', reason: 'released' }
const begun: ReadonlyArray<OrderState['type']> = ['InProgress', 'AwaitingReview', 'Closed']
/** The past of a trial. Volunteer e never has a seat here, so `TakeSeat` is never sent twice. */
const findPast = (state: OrderState['type'], command: OrderCommand['type']): ReadonlyArray<Told> => {
  const before = beforeCommand[command]
  if (before !== undefined && state !== 'None') return before(orderPasts[state], state)
  if (command === 'StartService' && begun.includes(state)) return [...orderPasts[state], excused]
  if (command === 'StartService' && afterMiss[state] !== undefined) return afterMiss[state]
  if (command === 'CancelFirstService' && twoServices[state] !== undefined) return twoServices[state]
  if (state === 'Open') return openPasts[command] ?? orderPasts.Open
  return (command === 'ClearSeat' ? uncleared[state] : undefined) ?? orderPasts[state]
}

/** Each command as it would most likely be accepted in the state. */
export const orderTrial: MakeTrial<OrderState['type'], OrderCommand> = (state, type) => {
  const { by, now: at, says } = commands[type]
  return {
    past: findPast(state, type),
    knowing: type === 'CheckTwins' ? twinKnown : needKnown,
    command: { orderId: 'O1', ...says, type } as Trial<OrderCommand>['command'],
    now: at,
    actor: by,
  }
}
