import type { Fold, Instant, PersonId, UnitId } from '@zhiyuan/kernel'
import type { BodyId, OfferId, TeamId } from '../../../vocabulary/ids.ts'
import type { RunningTerm } from '../../organisation/policy/policy.read.ts'
import type { Interval, Reason, Round } from '../../../vocabulary/values.ts'
import type {
  ClaimOpened,
  NoTeamFound,
  OrderAccepted,
  OrderEscalated,
  OrderEvent,
  OrderFollowedUp,
  OrderOffered,
  OrderPlaced,
  OrderReopened,
  OrderReturned,
  OrderReviewed,
  Outcome,
  Seats,
} from './order.codec.ts'

type Facts<A> = Omit<A, 'type'>

/** An offer that was ever made, with its answer: none is forgotten (O6). */
export interface Offer {
  readonly offered: Facts<OrderOffered> | Facts<ClaimOpened>
  readonly teamId: TeamId | null
  readonly answer: 'open' | 'accepted' | 'declined' | 'expired' | 'recalled' | 'lapsed'
  readonly planned: Interval | null
}

export interface Team {
  readonly teamId: TeamId
  readonly bodyId: BodyId
}

/** Facts of an order in every state. */
export interface OrderFacts {
  readonly placed: Facts<OrderPlaced>
  readonly owner: UnitId
  readonly handler: UnitId
  readonly round: Round
  readonly seats: Seats
  readonly offers: ReadonlyArray<Offer>
  /** Searches that found no team. */
  readonly searches: ReadonlyArray<Pick<NoTeamFound, 'offerId' | 'ranking'>>
  /** Null until a team is bound in this round. */
  readonly team: Team | null
  readonly everAccepted: boolean
  readonly planned: Interval | null
  /** Volunteers with a seat in this round, and whether they are cleared. */
  readonly seated: ReadonlyMap<PersonId, boolean>
  /** Volunteers who gave up a seat in this round. */
  readonly gone: ReadonlySet<PersonId>
  readonly escalatesAt: Instant | null
  readonly serviceDue: RunningTerm
  readonly overdueNoted: boolean
  readonly escalations: ReadonlyArray<Pick<OrderEscalated, 'round' | 'from'>>
  /** The unit that escalated the order to its present handler; it can be returned to this one alone. */
  readonly soughtBy: UnitId | null
  /** The return, of which there is only one (O19). */
  readonly returned: Pick<OrderReturned, 'round' | 'from'> | null
  readonly reviews: ReadonlyArray<Facts<OrderReviewed>>
  readonly followUps: ReadonlyArray<Facts<OrderFollowedUp>>
  readonly reopened: ReadonlyArray<{ readonly round: Round; readonly reason: Reason }>
  /** Volunteers who had a seat when an earlier round was closed. */
  readonly servedBefore: ReadonlySet<PersonId>
}

export type OrderState =
  | { readonly type: 'None' }
  | (OrderFacts & { readonly type: 'Open' | 'InProgress' | 'Cancelled' | 'Aborted' | 'Unmet' })
  | (OrderFacts & {
      readonly type: 'Offered'
      readonly offerId: OfferId
      readonly teamId: TeamId
      readonly expiresAt: Instant
    })
  | (OrderFacts & { readonly type: 'Claimable'; readonly offerId: OfferId; readonly lapsesAt: Instant })
  | (OrderFacts & { readonly type: 'Accepted'; readonly team: Team })
  | (OrderFacts & {
      readonly type: 'Scheduled'
      readonly team: Team
      readonly planned: Interval
      readonly missedAt: Instant
    })
  | (OrderFacts & { readonly type: 'AwaitingReview'; readonly lapsesAt: Instant })
  | (OrderFacts & { readonly type: 'Closed'; readonly outcome: Outcome; readonly reopenableUntil: Instant })

export type Existing = Exclude<OrderState, { readonly type: 'None' }>

/** The common facts alone, without what only one state knows. */
const copyFacts = (state: Existing): OrderFacts => {
  const { placed, owner, handler, round, seats, offers, searches, team, everAccepted, planned, seated, gone } = state
  const { escalatesAt, serviceDue, overdueNoted, escalations, soughtBy, returned } = state
  const { reviews, followUps, reopened, servedBefore } = state
  const dispatch = { placed, owner, handler, round, seats, offers, searches, team, everAccepted, planned, seated, gone }
  const handling = { escalatesAt, serviceDue, overdueNoted, escalations, soughtBy, returned }
  return { ...dispatch, ...handling, reviews, followUps, reopened, servedBefore }
}

const copyServiceDue = (event: OrderPlaced | OrderReopened): RunningTerm => ({
  from: event.serviceDueFrom,
  dueAt: event.serviceDueAt,
  assumed: event.assumed,
  policyVersion: event.serviceDuePolicy,
})

const beginOrder = (event: OrderPlaced): OrderState => {
  const { type: _type, ...placed } = event
  const nobody = {
    offers: [],
    searches: [],
    team: null,
    everAccepted: false,
    seated: new Map(),
    gone: new Set<PersonId>(),
  }
  const handling = {
    escalatesAt: event.escalatesAt,
    serviceDue: copyServiceDue(event),
    overdueNoted: false,
    escalations: [],
    soughtBy: null,
    returned: null,
  }
  return {
    ...{ type: 'Open', placed, owner: event.owner, handler: event.owner, round: 1 as Round, seats: event.seats },
    ...{ ...nobody, ...handling, planned: event.planned, reviews: [], followUps: [], reopened: [] },
    servedBefore: new Set<PersonId>(),
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
  NoTeamFound: (state, { offerId, ranking }) => ({ ...state, searches: [...state.searches, { offerId, ranking }] }),
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
