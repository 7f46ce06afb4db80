/** Orders for this package's tests: the events that lead to each state. */
import type { PlainByType, StreamName, Typed } from '@zhiyuan/kernel'
import { approved, asked, reason, submitted } from '../need/need.fixture.ts'
import { units } from '../../../fixtures/people.ts'
import type { OrderCommand } from './order.codec.ts'
import type { OrderState } from './order.state.ts'

export type Told = Typed & Readonly<Record<string, unknown>>

/** N1 of V1, approved: every order here is for it. */
export const needKnown: Readonly<Record<StreamName, ReadonlyArray<Typed>>> = { 'need-N1': [submitted, approved] }

/** The order that k1 places for r1: two seats, no time yet. */
export const place = {
  type: 'PlaceOrder',
  orderId: 'O1',
  needId: 'N1',
  specialty: 'hardship-relief',
  seats: 2,
  planned: null,
} satisfies PlainByType<OrderCommand>['PlaceOrder']
export const escalatesAt = '2020-04-22T02:20:00.000Z'
/** The midnight in Beijing that ends the 7th working day after 04-20, with Sunday 04-26 worked. */
export const serviceDueAt = '2020-04-28T16:00:00.000Z'
/** 督办 on the 7th working day after the placing: the same midnight. */
export const superviseAt = serviceDueAt
/** The time that the team sets. */
export const planned = { start: '2020-04-22T01:00:00.000Z', end: '2020-04-22T03:00:00.000Z' }
/** The midnight in Beijing that ends the day of that time. */
export const plannedDayEnds = '2020-04-22T16:00:00.000Z'

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
  day: null,
  intended: null,
  recordedAt: '2020-04-20T02:20:00.000Z',
  superviseFrom: '2020-04-20T02:20:00.000Z',
  superviseAt,
  serviceDueFrom: approved.approvedAt,
  serviceDueAt,
  assumed: false,
  serviceDuePolicy: 'TEST-1',
  policyVersion: 'TEST-1',
  escalatesAt,
}

const feature = { mainSpecialty: true, distance: 0, openOffers: 0, load: 0, refusedThisSlot: false }
export const candidate = (teamId: string) => ({ teamId, ...feature })
/** B1 fits O1; B2 has another specialty, and K is open to the city only. */
export const ranking = {
  candidates: [candidate('B1')],
  candidateCount: 1,
  leftOut: [
    { reason: 'level', teams: ['K'], count: 1 },
    { reason: 'specialty', teams: ['B2'], count: 1 },
  ],
  lastEvent: 'e-1',
} satisfies PlainByType<OrderCommand>['DispatchOrder']['ranking']
export const nobodyFits = { ...ranking, candidates: [], candidateCount: 0 }

/** Every event after the first says when the order was opened. */
export const openedO1 = { orderId: 'O1', opened: placed.recordedAt }
/** Every event of a round names the round and the handler. */
export const orderKeys = { ...openedO1, round: 1, handler: units.V1 }
const team = { teamId: 'B1', bodyId: units.V1 }

export const offered = {
  type: 'OrderOffered',
  ...orderKeys,
  offerId: 'o1',
  teamId: 'B1',
  planned: null,
  ranking,
  override: null,
  expiresAt: '2020-04-20T06:40:00.000Z',
  policyVersion: 'TEST-1',
}
export const expired = { type: 'OfferExpired', ...orderKeys, offerId: 'o1', teamId: 'B1', escalatesAt }
export const claimOpened = {
  type: 'ClaimOpened',
  ...orderKeys,
  offerId: 'o1',
  lapsesAt: '2020-04-21T02:40:00.000Z',
  policyVersion: 'TEST-1',
}
/** The leader named the time, and had seen the risks. */
const answer = { timeStated: true, risksSeen: true }
export const accepted = {
  type: 'OrderAccepted',
  ...orderKeys,
  offerId: 'o1',
  ...team,
  claimed: false,
  planned,
  day: { endsAt: plannedDayEnds, by: 'team' },
  acceptedAt: '2020-04-20T03:00:00.000Z',
  ...answer,
}
/** Accepted, with the time to be set later. */
export const acceptedOpenly = { ...accepted, planned: null, day: null, timeStated: false }
export const seatTaken = (volunteer: string) => ({
  type: 'SeatTaken',
  ...orderKeys,
  volunteer,
  ...team,
  owner: units.V1,
  specialty: 'hardship-relief',
  planned,
  risksSeen: true,
})
export const seatCleared = (volunteer: string) => ({ type: 'SeatCleared', ...orderKeys, volunteer })
export const scheduled = {
  type: 'OrderScheduled',
  ...orderKeys,
  planned,
  missedAt: '2020-04-22T05:00:00.000Z',
  policyVersion: 'TEST-1',
}
/** No one had come two hours after the planned end. */
export const missed = {
  type: 'OrderMissed',
  ...orderKeys,
  teamId: 'B1',
  seated: ['a'],
  missedAt: scheduled.missedAt,
  serviceDueAt: placed.serviceDueAt,
  escalatesAt,
}
export const started = { type: 'ServiceStarted', ...orderKeys, volunteer: 'a', at: planned.start, late: false }
export const reported = {
  type: 'ServiceReported',
  ...orderKeys,
  teamId: 'B1',
  seated: ['a', 'b'],
  reportedAt: '2020-04-22T06:10:00.000Z',
  lapsesAt: '2020-04-29T06:10:00.000Z',
  policyVersion: 'TEST-1',
}
export const reviewed = {
  type: 'OrderReviewed',
  ...orderKeys,
  reviewer: 'f1',
  as: 'contact',
  rating: 2,
  verdict: 'not-solved',
  comment: null,
  seated: ['a', 'b'],
  reviewedAt: '2020-04-22T10:00:00.000Z',
  ownTeam: false,
  replaces: null,
  replaceableUntil: '2020-04-23T10:00:00.000Z',
  policyVersion: 'TEST-1',
}
export const closed = {
  type: 'OrderClosed',
  ...orderKeys,
  outcome: 'not-solved',
  reopenableUntil: '2020-05-07T10:00:00.000Z',
  policyVersion: 'TEST-1',
  seated: ['a', 'b'],
}
export const reopened = {
  type: 'OrderReopened',
  ...orderKeys,
  round: 2,
  reason: reason('not-solved'),
  serviceDueFrom: '2020-04-24T00:30:00.000Z',
  serviceDueAt: '2020-05-07T16:00:00.000Z',
  assumed: false,
  serviceDuePolicy: 'TEST-1',
  policyVersion: 'TEST-1',
  escalatesAt: '2020-04-26T00:30:00.000Z',
  superviseAt: '2020-05-07T16:00:00.000Z',
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
  escalatedAt: '2020-04-22T02:20:00.000Z',
  escalatesAt: '2020-04-24T02:20:00.000Z',
  policyVersion: 'TEST-1',
}
/** An order of the city, which has no unit above it. */
export const placedAtCity = { ...placed, owner: units.C, escalatesAt: null }
/** At the city nothing escalates any more. */
export const escalatedToCity = { ...escalated, from: units.T1, to: units.C, escalatesAt: null }
const clocks = { escalatesAt, policyVersion: 'TEST-1', serviceDueAt }
const move = { ...openedO1, round: 1, reason: reason('no-team-able'), ...clocks }
export const returned = { type: 'OrderReturned', ...move, from: units.T1, to: units.V1 }
export const transferred = { type: 'OrderTransferred', ...move, from: units.V1, to: units.V2 }
export const misrouted = {
  type: 'OrderMisrouted',
  ...openedO1,
  needId: 'N1',
  needOpened: submitted.recordedAt,
  from: units.V1,
  to: units.V2,
  reason: reason('no-team-able'),
}
export const handedBack = {
  type: 'OrderHandedBack',
  ...orderKeys,
  teamId: 'B1',
  by: 'team',
  reason: reason('ill'),
  seated: ['a'],
  serviceDueAt,
  refillAt: null,
  escalatesAt,
}
export const cancelled = {
  type: 'OrderCancelled',
  ...orderKeys,
  teamId: null,
  by: 'requester',
  reason: reason('no-longer-needed'),
  beforeAcceptance: true,
  seated: [],
}
export const aborted = { type: 'OrderAborted', ...orderKeys, teamId: 'B1', seated: ['a', 'b'], reason: reason('storm') }
export const unmet = { type: 'OrderUnmet', ...orderKeys, handler: units.C, reason: reason('no-team-able') }

export const lastSeatLost = {
  type: 'LastSeatLost',
  ...orderKeys,
  teamId: 'B1',
  planned,
  refillAt: '2020-04-21T01:00:00.000Z',
  policyVersion: 'TEST-1',
}
export const extensionAsked = {
  type: 'ExtensionAsked',
  by: 'k1',
  ...orderKeys,
  asker: units.V1,
  from: serviceDueAt,
  day: '2020-04-30',
  to: '2020-04-30T16:00:00.000Z',
  reason: reason('team-away'),
  askedAt: '2020-04-20T04:00:00.000Z',
  answerBy: '2020-04-22T16:00:00.000Z',
  assumed: false,
  policyVersion: 'TEST-1',
}
export const supervisionBegan = {
  type: 'SupervisionBegan',
  ...orderKeys,
  owner: units.V1,
  supervisor: units.T1,
  byAssessor: false,
  dueAt: superviseAt,
  setFor: superviseAt,
}

const seated: ReadonlyArray<Told> = [placed, offered, accepted, seatTaken('a')]
export const underWay: ReadonlyArray<Told> = [
  ...seated,
  seatCleared('a'),
  scheduled,
  seatTaken('b'),
  seatCleared('b'),
  started,
]

/** The events that lead to each state; a and b serve, and f1 reviews. */
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
