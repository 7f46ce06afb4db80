import type { Fold, Instant, PersonId, UnitId } from '@zhiyuan/kernel'
import type { BodyId, OfferId, TeamId } from '../ids.ts'
import type { Interval, Reason, Round } from '../words.ts'
import type {
  ClaimOpened,
  OrderAccepted,
  OrderEvent,
  OrderOffered,
  OrderPlaced,
  OrderReviewed,
  Outcome,
  Seats,
} from './order.codec.ts'

type Facts<A> = Omit<A, 'type'>

/** An offer ever made, with its answer: none is forgotten (O6). */
export interface Offer {
  readonly offered: Facts<typeof OrderOffered._A> | Facts<typeof ClaimOpened._A>
  readonly teamId: TeamId | null
  readonly answer: 'open' | 'accepted' | 'declined' | 'expired' | 'recalled' | 'lapsed'
  readonly planned: Interval | null
}

export interface Team {
  readonly teamId: TeamId
  readonly bodyId: BodyId
}

/** What is true of an order in every state. */
export interface OrderFacts {
  readonly placed: Facts<typeof OrderPlaced._A>
  readonly owner: UnitId
  readonly handler: UnitId
  readonly round: Round
  readonly seats: Seats
  readonly offers: ReadonlyArray<Offer>
  /** Searches that found nobody, by id. */
  readonly searches: ReadonlyArray<OfferId>
  /** Null until a team is bound in this round. */
  readonly team: Team | null
  readonly everAccepted: boolean
  readonly planned: Interval | null
  /** Volunteers with a seat in this round, and whether they are cleared. */
  readonly seated: ReadonlyMap<PersonId, boolean>
  /** Who gave up a seat in this round. */
  readonly gone: ReadonlySet<PersonId>
  readonly escalatesAt: Instant | null
  readonly serviceDueAt: Instant
  readonly overdueNoted: boolean
  /** Units that it was escalated from, in order. */
  readonly cameFrom: ReadonlyArray<UnitId>
  readonly returned: boolean
  readonly reviews: ReadonlyArray<Facts<typeof OrderReviewed._A>>
  readonly reopened: ReadonlyArray<{ readonly round: Round; readonly reason: Reason }>
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
export const factsOf = (state: Existing): OrderFacts => {
  const { placed, owner, handler, round, seats, offers, searches, team, everAccepted, planned, seated, gone } = state
  const { escalatesAt, serviceDueAt, overdueNoted, cameFrom, returned, reviews, reopened } = state
  const dispatch = { placed, owner, handler, round, seats, offers, searches, team, everAccepted, planned, seated, gone }
  return { ...dispatch, escalatesAt, serviceDueAt, overdueNoted, cameFrom, returned, reviews, reopened }
}

const place = (event: typeof OrderPlaced._A): OrderState => {
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
    serviceDueAt: event.serviceDueAt,
    overdueNoted: false,
    cameFrom: [],
    returned: false,
  }
  return {
    ...{ type: 'Open', placed, owner: event.owner, handler: event.owner, round: 1 as Round, seats: event.seats },
    ...{ ...nobody, ...handling, planned: event.planned, reviews: [], reopened: [] },
  }
}

const answered = (state: Existing, offerId: OfferId, change: Partial<Offer>): ReadonlyArray<Offer> =>
  state.offers.map((offer) => (offer.offered.offerId === offerId ? { ...offer, ...change } : offer))

/** Back in the queue of its handler; the clock of O4 runs on unless the event says otherwise (O16). */
const open = (state: Existing, change: Partial<OrderFacts> = {}): OrderState => ({
  ...factsOf(state),
  ...change,
  type: 'Open',
})

const offered = (state: Existing, event: typeof OrderOffered._A | typeof ClaimOpened._A): OrderState => {
  const { type, ...facts } = event
  const teamId = type === 'OrderOffered' ? event.teamId : null
  const offers = [...state.offers, { offered: facts, teamId, answer: 'open' as const, planned: null }]
  const { offerId } = event
  return event.type === 'OrderOffered'
    ? { ...factsOf(state), offers, type: 'Offered', offerId, teamId: event.teamId, expiresAt: event.expiresAt }
    : { ...factsOf(state), offers, type: 'Claimable', offerId, lapsesAt: event.lapsesAt }
}

const accepted = (state: Existing, { offerId, teamId, bodyId, planned }: typeof OrderAccepted._A): OrderState => {
  const offers = answered(state, offerId, { answer: 'accepted', teamId, planned })
  return { ...factsOf(state), offers, everAccepted: true, planned, team: { teamId, bodyId }, type: 'Accepted' }
}

const without = (seated: OrderFacts['seated'], volunteer: PersonId): OrderFacts['seated'] =>
  new Map([...seated].filter(([person]) => person !== volunteer))

/** The team is gone, and with it seats and a time that the team had set. */
const unbound = (state: Existing): Partial<OrderFacts> => ({
  team: null,
  seated: new Map(),
  gone: new Set(),
  planned: null,
})

const evolveDispatch = (state: Existing, event: OrderEvent): OrderState => {
  switch (event.type) {
    case 'OrderOffered':
    case 'ClaimOpened':
      return offered(state, event)
    case 'NoTeamFound':
      return { ...state, searches: [...state.searches, event.offerId] }
    case 'OrderAccepted':
      return accepted(state, event)
    case 'OfferDeclined':
      return open(state, { offers: answered(state, event.offerId, { answer: 'declined' }) })
    case 'OfferExpired':
      return open(state, { offers: answered(state, event.offerId, { answer: 'expired' }) })
    case 'OfferRecalled':
    case 'ClaimRecalled':
      return open(state, { offers: answered(state, event.offerId, { answer: 'recalled' }) })
    case 'ClaimLapsed':
      return open(state, { offers: answered(state, event.offerId, { answer: 'lapsed' }) })
    default:
      return evolveSeats(state, event)
  }
}

const evolveSeats = (state: Existing, event: OrderEvent): OrderState => {
  switch (event.type) {
    case 'SeatTaken':
      return { ...state, seated: new Map(state.seated).set(event.volunteer, false) }
    case 'SeatCleared':
      return { ...state, seated: new Map(state.seated).set(event.volunteer, true) }
    case 'SeatFreed':
      return {
        ...state,
        seated: without(state.seated, event.volunteer),
        gone: new Set(state.gone).add(event.volunteer),
      }
    case 'SeatsChanged':
      return { ...state, seats: event.seats }
    case 'OrderScheduled': {
      const { team } = state
      if (team === null) return state
      return { ...factsOf(state), team, type: 'Scheduled', planned: event.planned, missedAt: event.missedAt }
    }
    case 'OrderHandedBack':
    case 'OrderMissed':
      return open(state, unbound(state))
    case 'ServiceOverdue':
      return { ...state, overdueNoted: true }
    case 'ServiceStarted':
      return { ...factsOf(state), type: 'InProgress' }
    default:
      return evolveEnd(state, event)
  }
}

const evolveEnd = (state: Existing, event: OrderEvent): OrderState => {
  switch (event.type) {
    case 'ServiceReported':
      return { ...factsOf(state), type: 'AwaitingReview', lapsesAt: event.lapsesAt }
    case 'OrderAborted':
      return { ...factsOf(state), type: 'Aborted' }
    case 'OrderReviewed': {
      const { type: _type, ...review } = event
      return { ...state, reviews: [...state.reviews, review] }
    }
    case 'OrderClosed':
      return { ...factsOf(state), type: 'Closed', outcome: event.outcome, reopenableUntil: event.reopenableUntil }
    case 'OrderReopened': {
      const { round, reason, escalatesAt, serviceDueAt } = event
      const reopened = [...state.reopened, { round, reason }]
      return open(state, { ...unbound(state), round, escalatesAt, serviceDueAt, overdueNoted: false, reopened })
    }
    case 'OrderCancelled':
      return { ...factsOf(state), type: 'Cancelled' }
    case 'OrderUnmet':
      return { ...factsOf(state), type: 'Unmet' }
    default:
      return evolveHandler(state, event)
  }
}

const evolveHandler = (state: Existing, event: OrderEvent): OrderState => {
  switch (event.type) {
    case 'OrderEscalated':
      return open(state, {
        handler: event.to,
        escalatesAt: event.escalatesAt,
        cameFrom: [...state.cameFrom, event.from],
      })
    case 'OrderReturned':
      return open(state, { handler: event.to, escalatesAt: event.escalatesAt, returned: true })
    case 'OrderTransferred':
      return open(state, { handler: event.to, escalatesAt: event.escalatesAt })
    case 'OrderMisrouted':
      return { ...state, owner: event.to }
    default:
      return state
  }
}

const evolve = (state: OrderState, event: OrderEvent): OrderState =>
  event.type === 'OrderPlaced' ? place(event) : state.type === 'None' ? state : evolveDispatch(state, event)

export const orderFold: Fold<OrderState, OrderEvent> = { initial: { type: 'None' }, evolve }
