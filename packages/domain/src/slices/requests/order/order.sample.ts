/** Orders as they stand in this package's tests: how each state comes about, and each command at its best. */
import type { PlainByType, StreamName, Typed } from '@zhiyuan/kernel'
import { approved, asked, reason, submitted } from '../need/need.sample.ts'
import type { Samples, Says, Trial } from '../../../sample/lifecycle.ts'
import { people, timer, units } from '../../../sample/people.ts'
import type { OrderCommand } from './order.codec.ts'
import type { OrderState } from './order.state.ts'

type Told = Typed & Readonly<Record<string, unknown>>

/** N1 of V1 as it was approved: every order here is for it. */
export const needKnown: Readonly<Record<StreamName, ReadonlyArray<Typed>>> = { 'need-N1': [submitted, approved] }

/** What k1 asks for r1: two seats, no time yet. */
export const place = {
  type: 'PlaceOrder',
  orderId: 'O1',
  needId: 'N1',
  specialty: 'hardship-relief',
  seats: 2,
  planned: null,
} satisfies PlainByType<OrderCommand>['PlaceOrder']
const escalatesAt = '2020-04-22T02:20:00.000Z'
/** The midnight in Beijing that ends the 7th working day after 04-20: Sunday 04-26 is one. */
export const serviceDueAt = '2020-04-28T16:00:00.000Z'
/** The time that the team offers. */
export const planned = { start: '2020-04-22T01:00:00.000Z', end: '2020-04-22T03:00:00.000Z' }

export const placed = {
  ...place,
  type: 'OrderPlaced',
  needOpened: submitted.recordedAt,
  owner: units.V1,
  requester: asked.requester,
  contact: asked.contact,
  proxy: asked.proxy.person,
  serviceClass: 'special-group',
  risks: asked.risks,
  recordedAt: '2020-04-20T02:20:00.000Z',
  serviceDueFrom: approved.approvedAt,
  serviceDueAt,
  assumed: false,
  serviceDuePolicy: 'TEST-1',
  policyVersion: 'TEST-1',
  escalatesAt,
}

const feature = { mainSpecialty: true, distance: 0, openOffers: 0, load: 0, refusedThisSlot: false }
export const candidate = (teamId: string) => ({ teamId, ...feature })
/** B1 fits O1; B2 has another specialty, K opens to the city only. */
export const ranking = {
  candidates: [candidate('B1')],
  candidateCount: 1,
  leftOut: [
    { reason: 'level', teams: ['K'], count: 1 },
    { reason: 'specialty', teams: ['B2'], count: 1 },
  ],
} satisfies PlainByType<OrderCommand>['DispatchOrder']['ranking']
export const nobodyFits = { ...ranking, candidates: [], candidateCount: 0 }

/** Every event after the first says when the order was opened. */
export const openedO1 = { orderId: 'O1', opened: placed.recordedAt }
/** Every step says in which round and at which handler. */
export const step = { ...openedO1, round: 1, handler: units.V1 }
const team = { teamId: 'B1', bodyId: units.V1 }

export const offered = {
  type: 'OrderOffered',
  ...step,
  offerId: 'o1',
  teamId: 'B1',
  planned: null,
  ranking,
  override: null,
  expiresAt: '2020-04-20T06:40:00.000Z',
  policyVersion: 'TEST-1',
}
export const expired = { type: 'OfferExpired', ...step, offerId: 'o1', teamId: 'B1', escalatesAt }
export const claimOpened = {
  type: 'ClaimOpened',
  ...step,
  offerId: 'o1',
  lapsesAt: '2020-04-21T02:40:00.000Z',
  policyVersion: 'TEST-1',
}
/** The leader named the time, and had seen the risks. */
const answer = { timeStated: true, risksSeen: true }
export const accepted = { type: 'OrderAccepted', ...step, offerId: 'o1', ...team, claimed: false, planned, ...answer }
/** Accepted, with the time to be set later. */
export const acceptedOpenly = { ...accepted, planned: null, timeStated: false }
export const seatTaken = (volunteer: string) => ({
  type: 'SeatTaken',
  ...step,
  volunteer,
  ...team,
  owner: units.V1,
  specialty: 'hardship-relief',
  planned,
  risksSeen: true,
})
export const seatCleared = (volunteer: string) => ({ type: 'SeatCleared', ...step, volunteer })
export const scheduled = {
  type: 'OrderScheduled',
  ...step,
  planned,
  missedAt: '2020-04-22T05:00:00.000Z',
  policyVersion: 'TEST-1',
}
export const started = { type: 'ServiceStarted', ...step, at: planned.start }
export const reported = {
  type: 'ServiceReported',
  ...step,
  teamId: 'B1',
  seated: ['a', 'b'],
  reportedAt: '2020-04-22T06:10:00.000Z',
  lapsesAt: '2020-04-29T06:10:00.000Z',
  policyVersion: 'TEST-1',
}
export const reviewed = {
  type: 'OrderReviewed',
  ...step,
  reviewer: 'f1',
  as: 'contact',
  rating: 2,
  verdict: 'not-solved',
  comment: null,
  seated: ['a', 'b'],
}
export const closed = {
  type: 'OrderClosed',
  ...step,
  outcome: 'not-solved',
  reopenableUntil: '2020-05-07T10:00:00.000Z',
  policyVersion: 'TEST-1',
  seated: ['a', 'b'],
}
export const reopened = {
  type: 'OrderReopened',
  ...step,
  round: 2,
  reason: reason('not-solved'),
  serviceDueFrom: '2020-04-24T00:30:00.000Z',
  serviceDueAt: '2020-05-07T16:00:00.000Z',
  assumed: false,
  serviceDuePolicy: 'TEST-1',
  policyVersion: 'TEST-1',
  escalatesAt: '2020-04-26T00:30:00.000Z',
}
export const escalated = {
  type: 'OrderEscalated',
  ...openedO1,
  round: 1,
  from: units.V1,
  to: units.T1,
  reason: reason('not-met-in-time'),
  serviceDueAt: placed.serviceDueAt,
  automatic: true,
  escalatesAt: '2020-04-24T02:20:00.000Z',
  policyVersion: 'TEST-1',
}
/** The city's own, which has nobody above it. */
export const placedAtCity = { ...placed, owner: units.C, escalatesAt: null }
/** At the city nothing escalates any more. */
export const escalatedToCity = { ...escalated, from: units.T1, to: units.C, escalatesAt: null }
const clocks = { escalatesAt, policyVersion: 'TEST-1', serviceDueAt }
const move = { ...openedO1, round: 1, reason: reason('nobody-able'), ...clocks }
export const returned = { type: 'OrderReturned', ...move, from: units.T1, to: units.V1 }
export const transferred = { type: 'OrderTransferred', ...move, from: units.V1, to: units.V2 }
export const misrouted = {
  type: 'OrderMisrouted',
  ...openedO1,
  needId: 'N1',
  needOpened: submitted.recordedAt,
  from: units.V1,
  to: units.V2,
  reason: reason('nobody-able'),
}
export const handedBack = {
  type: 'OrderHandedBack',
  ...step,
  teamId: 'B1',
  by: 'team',
  reason: reason('ill'),
  seated: ['a'],
  escalatesAt,
}
export const cancelled = {
  type: 'OrderCancelled',
  ...step,
  teamId: null,
  by: 'requester',
  reason: reason('no-longer-needed'),
  beforeAcceptance: true,
  seated: [],
}
const aborted = { type: 'OrderAborted', ...step, teamId: 'B1', seated: ['a', 'b'], reason: reason('storm') }
const unmet = { type: 'OrderUnmet', ...step, handler: units.C, reason: reason('nobody-able') }

const seated: ReadonlyArray<Told> = [placed, offered, accepted, seatTaken('a')]
export const underWay: ReadonlyArray<Told> = [
  ...seated,
  seatCleared('a'),
  scheduled,
  seatTaken('b'),
  seatCleared('b'),
  started,
]

/** How an order comes into each of its states; a and b serve, and f1 reviews. */
export const orderPasts: Readonly<Record<OrderState['type'], ReadonlyArray<Told>>> = {
  None: [],
  Open: [placed],
  Offered: [placed, offered],
  Claimable: [placed, claimOpened],
  Accepted: seated,
  Scheduled: [...seated, seatCleared('a'), scheduled],
  InProgress: underWay,
  AwaitingReview: [...underWay, reported],
  Closed: [...underWay, reported, reviewed, closed],
  Cancelled: [placed, cancelled],
  Aborted: [...underWay, aborted],
  Unmet: [placedAtCity, unmet],
}

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
/** Who sends a command, when, and what it says beside the order's id. */
const commands: { readonly [T in OrderCommand['type']]: Sent<T> } = {
  PlaceOrder: { by: clerkV1, now, says: place },
  DispatchOrder: { ...inHand, says: { offerId: 'o2', teamId: 'B1', ranking, override: null } },
  ConcludeNoTeam: { ...inHand, says: { offerId: 'o2', ranking: nobodyFits } },
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
  NoteServiceDue: { by: timer, now: serviceDueAt, says: { ...round, dueAt: serviceDueAt } },
  StartService: { by: timer, now: planned.start, says: { ...round, at: planned.start } },
  MissOrder: { by: timer, now: scheduled.missedAt, says: { ...round, missedAt: scheduled.missedAt } },
  ReportService: { by: a, now: reported.reportedAt, says: round },
  AbortOrder: { by: dispatcherT1, now: planned.end, says: { ...round, reason: aborted.reason } },
  ReviewOrder: { by: r1, now: reported.reportedAt, says: { ...round, rating: 5, verdict: 'solved', comment: null } },
  FollowUpOrder: { by: clerkV1, now: reported.reportedAt, says: { ...round, verdict: 'partly', comment: null } },
  LapseReview: { by: timer, now: reported.lapsesAt, says: round },
  ReopenOrder: { by: r1, now: '2020-04-24T00:30:00.000Z', says: { ...round, ...why } },
  EscalateOrder: { ...inHand, says: { ...round, from: units.V1, ...why } },
  EscalateOverdue: { by: timer, now: escalatesAt, says: { ...round, from: units.V1 } },
  ReturnOrder: { ...inHand, says: { ...round, from: units.T1, ...why } },
  TransferOrder: { by: timer, now, says: { ...round, from: units.V1, to: units.T1, ...why } },
  RuleMisrouted: { by: dispatcherC, now, says: { to: units.V2, ...why } },
  CancelOrder: { by: r1, now, says: { reason: cancelled.reason } },
  EndUnmet: { by: dispatcherC, now, says: { reason: unmet.reason } },
}

/** Where an open order has to be for a command. */
const openFor: { readonly [C in OrderCommand['type']]?: ReadonlyArray<Told> } = {
  ReturnOrder: [placed, escalated],
  EndUnmet: [placedAtCity],
}
/** The seats of these are not cleared yet. */
const uncleared: { readonly [S in OrderState['type']]?: ReadonlyArray<Told> } = {
  Scheduled: [placed, offered, accepted, seatTaken('b'), seatCleared('b'), scheduled, seatTaken('a')],
  InProgress: [placed, offered, accepted, seatTaken('b'), seatCleared('b'), scheduled, seatTaken('a'), started],
}
/** e finds no seat here, and nobody can be silent about a seat of her own. */
const pastOf = (state: OrderState['type'], command: OrderCommand['type']): ReadonlyArray<Told> => {
  if (state === 'Open') return openFor[command] ?? orderPasts.Open
  return (command === 'ClearSeat' ? uncleared[state] : undefined) ?? orderPasts[state]
}

/** Each command as its state would most likely take it. */
export const orderSamples: Samples<OrderState['type'], OrderCommand> = (state, type) => {
  const { by, now: at, says } = commands[type]
  return {
    past: pastOf(state, type),
    knowing: needKnown,
    command: { orderId: 'O1', ...says, type } as Trial<OrderCommand>['command'],
    now: at,
    actor: by,
  }
}
