import type { Fold, PersonId } from '@zhiyuan/kernel'
import type { OfferId } from '../../../vocabulary/ids.ts'
import type { Round } from '../../../vocabulary/values.ts'
import type { RunningTerm } from '../../organisation/policy/policy.read.ts'
import type { ClaimOpened, OrderAccepted, OrderEvent, OrderOffered, OrderPlaced, OrderReopened } from './order.codec.ts'
import type { Existing, Offer, OrderFacts, OrderState } from './order.state.ts'

/** The common facts alone, without what only one state knows. */
const copyFacts = (state: Existing): OrderFacts => ({
  placed: state.placed,
  owner: state.owner,
  handler: state.handler,
  round: state.round,
  seats: state.seats,
  offers: state.offers,
  searches: state.searches,
  team: state.team,
  everAccepted: state.everAccepted,
  planned: state.planned,
  seated: state.seated,
  gone: state.gone,
  escalatesAt: state.escalatesAt,
  serviceDue: state.serviceDue,
  overdueNoted: state.overdueNoted,
  escalations: state.escalations,
  soughtBy: state.soughtBy,
  returned: state.returned,
  reviews: state.reviews,
  followUps: state.followUps,
  reopened: state.reopened,
  servedBefore: state.servedBefore,
})

const copyServiceDue = (event: OrderPlaced | OrderReopened): RunningTerm => ({
  from: event.serviceDueFrom,
  dueAt: event.serviceDueAt,
  assumed: event.assumed,
  policyVersion: event.serviceDuePolicy,
})

const beginOrder = (event: OrderPlaced): OrderState => {
  const { type: _type, ...placed } = event
  return {
    type: 'Open',
    placed,
    owner: event.owner,
    handler: event.owner,
    round: 1 as Round,
    seats: event.seats,
    offers: [],
    searches: [],
    team: null,
    everAccepted: false,
    planned: event.planned,
    seated: new Map(),
    gone: new Set(),
    escalatesAt: event.escalatesAt,
    serviceDue: copyServiceDue(event),
    overdueNoted: false,
    escalations: [],
    soughtBy: null,
    returned: null,
    reviews: [],
    followUps: [],
    reopened: [],
    servedBefore: new Set(),
  }
}

const noteAnswer = (state: Existing, offerId: OfferId, change: Partial<Offer>): ReadonlyArray<Offer> =>
  state.offers.map((offer) => (offer.offered.offerId === offerId ? { ...offer, ...change } : offer))

/** The order is back in the queue of its handler; the 48 h of O4 run on unless the event says otherwise (O16). */
const returnToQueue = (state: Existing, change: Partial<OrderFacts> = {}): OrderState => ({
  ...copyFacts(state),
  ...change,
  type: 'Open',
})

const noteOffer = (state: Existing, event: OrderOffered | ClaimOpened): OrderState => {
  const { type, ...facts } = event
  const teamId = type === 'OrderOffered' ? event.teamId : null
  const offers = [...state.offers, { offered: facts, teamId, answer: 'open' as const, planned: null }]
  const { offerId } = event
  return event.type === 'OrderOffered'
    ? { ...copyFacts(state), offers, type: 'Offered', offerId, teamId: event.teamId, expiresAt: event.expiresAt }
    : { ...copyFacts(state), offers, type: 'Claimable', offerId, lapsesAt: event.lapsesAt }
}

const noteAcceptance = (state: Existing, { offerId, teamId, bodyId, planned }: OrderAccepted): OrderState => {
  const offers = noteAnswer(state, offerId, { answer: 'accepted', teamId, planned })
  return { ...copyFacts(state), offers, everAccepted: true, planned, team: { teamId, bodyId }, type: 'Accepted' }
}

const dropSeat = (seated: OrderFacts['seated'], volunteer: PersonId): OrderFacts['seated'] =>
  new Map([...seated].filter(([person]) => person !== volunteer))

/** The team is gone, with its seats and the time it had set; the time that the requester asked for at first stays. */
const dropTeam = ({ placed, round }: Existing): Partial<OrderFacts> => ({
  team: null,
  seated: new Map(),
  gone: new Set(),
  planned: round === 1 ? placed.planned : null,
})

const reopened = (state: Existing, event: OrderReopened): OrderState => {
  const { round, reason, escalatesAt } = event
  const anew = { planned: null, serviceDue: copyServiceDue(event), overdueNoted: false }
  const reopenings = [...state.reopened, { round, reason }]
  const servedBefore = new Set([...state.servedBefore, ...state.seated.keys()])
  return returnToQueue(state, { ...dropTeam(state), ...anew, round, escalatesAt, reopened: reopenings, servedBefore })
}

type Change<T extends OrderEvent['type']> = (
  state: Existing,
  event: Extract<OrderEvent, { readonly type: T }>,
) => OrderState
type Changes<T extends OrderEvent['type']> = { readonly [K in T]: Change<K> }

const takeBack =
  (answer: Offer['answer']) =>
  (state: Existing, { offerId }: { readonly offerId: OfferId }): OrderState =>
    returnToQueue(state, { offers: noteAnswer(state, offerId, { answer }) })

const dispatching: Changes<
  | 'OrderOffered'
  | 'NoTeamFound'
  | 'ClaimOpened'
  | 'OrderAccepted'
  | 'OfferDeclined'
  | 'OfferExpired'
  | 'OfferRecalled'
  | 'ClaimLapsed'
  | 'ClaimRecalled'
> = {
  OrderOffered: noteOffer,
  ClaimOpened: noteOffer,
  NoTeamFound: (state, { searchId }) => ({ ...state, searches: [...state.searches, { searchId }] }),
  OrderAccepted: noteAcceptance,
  OfferDeclined: takeBack('declined'),
  OfferExpired: takeBack('expired'),
  OfferRecalled: takeBack('recalled'),
  ClaimRecalled: takeBack('recalled'),
  ClaimLapsed: takeBack('lapsed'),
}

const seating: Changes<'SeatTaken' | 'SeatCleared' | 'SeatFreed' | 'SeatsChanged'> = {
  SeatTaken: (state, { volunteer }) => ({ ...state, seated: new Map(state.seated).set(volunteer, false) }),
  SeatCleared: (state, { volunteer }) => ({ ...state, seated: new Map(state.seated).set(volunteer, true) }),
  SeatFreed: (state, { volunteer }) => ({
    ...state,
    seated: dropSeat(state.seated, volunteer),
    gone: new Set(state.gone).add(volunteer),
  }),
  SeatsChanged: (state, { seats }) => ({ ...state, seats }),
}

const serving: Changes<
  'OrderScheduled' | 'OrderHandedBack' | 'OrderMissed' | 'ServiceOverdue' | 'ServiceStarted' | 'ServiceReported'
> = {
  OrderScheduled: (state, { planned, missedAt }) =>
    state.team === null ? state : { ...copyFacts(state), team: state.team, type: 'Scheduled', planned, missedAt },
  OrderHandedBack: (state) => returnToQueue(state, dropTeam(state)),
  OrderMissed: (state) => returnToQueue(state, dropTeam(state)),
  ServiceOverdue: (state) => ({ ...state, overdueNoted: true }),
  ServiceStarted: (state) => ({ ...copyFacts(state), type: 'InProgress' }),
  ServiceReported: (state, { lapsesAt }) => ({ ...copyFacts(state), type: 'AwaitingReview', lapsesAt }),
}

const ending: Changes<
  | 'OrderReviewed'
  | 'OrderFollowedUp'
  | 'ReviewLapsed'
  | 'OrderClosed'
  | 'OrderReopened'
  | 'OrderAborted'
  | 'OrderCancelled'
  | 'OrderUnmet'
> = {
  OrderReviewed: (state, { type: _type, ...review }) => ({ ...state, reviews: [...state.reviews, review] }),
  OrderFollowedUp: (state, { type: _type, ...followUp }) => ({ ...state, followUps: [...state.followUps, followUp] }),
  ReviewLapsed: (state) => state,
  OrderClosed: (state, { outcome, reopenableUntil }) => ({
    ...copyFacts(state),
    type: 'Closed',
    outcome,
    reopenableUntil,
  }),
  OrderReopened: reopened,
  OrderAborted: (state) => ({ ...copyFacts(state), type: 'Aborted' }),
  OrderCancelled: (state) => ({ ...copyFacts(state), type: 'Cancelled' }),
  OrderUnmet: (state) => ({ ...copyFacts(state), type: 'Unmet' }),
}

const handling: Changes<'OrderEscalated' | 'OrderReturned' | 'OrderTransferred' | 'OrderMisrouted'> = {
  OrderEscalated: (state, { round, from, to: handler, escalatesAt }) =>
    returnToQueue(state, {
      handler,
      escalatesAt,
      escalations: [...state.escalations, { round, from }],
      soughtBy: from,
    }),
  OrderReturned: (state, { round, from, to: handler, escalatesAt }) =>
    returnToQueue(state, { handler, escalatesAt, soughtBy: null, returned: { round, from } }),
  OrderTransferred: (state, { to: handler, escalatesAt }) =>
    returnToQueue(state, { handler, escalatesAt, soughtBy: null }),
  OrderMisrouted: (state, { to: owner }) => ({ ...state, owner }),
}

const changes: Changes<Exclude<OrderEvent['type'], 'OrderPlaced'>> = {
  ...dispatching,
  ...seating,
  ...serving,
  ...ending,
  ...handling,
}

const evolve = (state: OrderState, event: OrderEvent): OrderState => {
  if (event.type === 'OrderPlaced') return beginOrder(event)
  if (state.type === 'None') return state
  const change = changes[event.type] as Change<OrderEvent['type']>
  return change(state, event)
}

export const orderFold: Fold<OrderState, OrderEvent> = { initial: { type: 'None' }, evolve }
