import type { Fold, UnitId } from '@zhiyuan/kernel'
import type { OfferId } from '../../../vocabulary/ids.ts'
import type { Round } from '../../../vocabulary/values.ts'
import type { ClaimOpened, OrderAccepted, OrderEvent, OrderOffered, OrderPlaced } from './order.codec.ts'
import { capturing, movedByPerson, noteMissed, noteUnfilled } from './order.capture.fold.ts'
import { copyFacts, isSameRecord, returnToQueue, type Change, type Changes } from './order.facts.ts'
import { fromNeed } from './from-need.fold.ts'
import { copyServiceDue, dropTeam, reopened, reviseOutcome } from './order.round.fold.ts'
import { seating } from './order.seating.fold.ts'
import { pairing, timing } from './order.timing.fold.ts'
import type { Existing, Offer, OrderFacts, OrderState } from './order.state.ts'

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
    acceptances: [],
    servedBeside: [],
    planned: event.planned,
    day: event.day,
    seated: new Map(),
    gone: new Set(),
    excused: new Set(),
    performers: new Set(),
    escalatesAt: event.escalatesAt,
    clock: { from: event.recordedAt, policyVersion: event.policyVersion },
    handled: [event.owner],
    began: { from: event.superviseFrom, policyVersion: event.policyVersion },
    supervisor: null,
    extension: null,
    refillAt: null,
    twins: [],
    twinsAt: null,
    meantBeside: [],
    serviceDue: copyServiceDue(event),
    overdueNoted: false,
    escalations: [],
    soughtBy: null,
    returned: null,
    reviews: [],
    followUps: [],
    reopened: [],
    past: [],
    startedAt: null,
    isProven: false,
    reportedAt: null,
    missed: null,
    servedBefore: new Set(),
    credited: [],
    handlerFollows: false,
    abortAsked: false,
    urges: [],
    partReviews: [],
  }
}

const noteAnswer = (state: Existing, offerId: OfferId, change: Partial<Offer>): ReadonlyArray<Offer> =>
  state.offers.map((offer) => (offer.offered.offerId === offerId ? { ...offer, ...change } : offer))

const noteOffer = (state: Existing, event: OrderOffered | ClaimOpened): OrderState => {
  const { type, ...facts } = event
  const teamId = type === 'OrderOffered' ? event.teamId : null
  const offers = [...state.offers, { offered: facts, teamId, answer: 'open' as const, planned: null }]
  const { offerId } = event
  return event.type === 'OrderOffered'
    ? { ...copyFacts(state), offers, type: 'Offered', offerId, teamId: event.teamId, expiresAt: event.expiresAt }
    : { ...copyFacts(state), offers, type: 'Claimable', offerId, lapsesAt: event.lapsesAt }
}

const noteAcceptance = (state: Existing, event: OrderAccepted): OrderState => {
  const { offerId, teamId, bodyId, planned, acceptedAt } = event
  const offers = noteAnswer(state, offerId, { answer: 'accepted', teamId, planned })
  const day = event.day ?? state.day
  const acceptances = [...state.acceptances, { teamId, acceptedAt }]
  const bound = { team: { teamId, bodyId }, acceptances, refillAt: null }
  return { ...copyFacts(state), ...bound, offers, everAccepted: true, planned, day, type: 'Accepted' }
}

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

const serving: Changes<
  | 'OrderScheduled'
  | 'OrderHandedBack'
  | 'OrderMissed'
  | 'ServiceOverdue'
  | 'LastSeatLost'
  | 'ServiceStarted'
  | 'ServiceReported'
> = {
  OrderScheduled: (state, { planned, missedAt }) =>
    state.team === null
      ? state
      : { ...copyFacts(state), refillAt: null, team: state.team, type: 'Scheduled', planned, missedAt },
  OrderHandedBack: (state, { by }) =>
    returnToQueue(state, { ...dropTeam(state), ...(by === 'timer' ? noteUnfilled(state) : {}) }),
  OrderMissed: (state) =>
    returnToQueue(state, { ...dropTeam(state), startedAt: null, reportedAt: null, missed: noteMissed(state) }),
  ServiceOverdue: (state) => ({ ...state, overdueNoted: true }),
  LastSeatLost: (state, { refillAt }) =>
    state.team === null ? state : { ...copyFacts(state), refillAt, team: state.team, type: 'Accepted' },
  ServiceStarted: (state, { at: startedAt, late }) => ({
    ...copyFacts(state),
    type: 'InProgress',
    startedAt,
    isProven: !late,
  }),
  ServiceReported: (state, { lapsesAt, reportedAt }) => ({
    ...copyFacts(state),
    type: 'AwaitingReview',
    reportedAt,
    lapsesAt,
  }),
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
  | 'OutcomeRevised'
  | 'PerformerNoted'
  | 'PerformerDropped'
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
  OrderCancelled: (state, { by }) => ({ ...copyFacts(state), type: 'Cancelled', by }),
  OrderUnmet: (state, { reason }) => ({ ...copyFacts(state), type: 'Unmet', reason }),
  OutcomeRevised: reviseOutcome,
  PerformerNoted: (state, { volunteer, recordId }) => ({
    ...state,
    credited: [...state.credited, { volunteer, recordId }],
  }),
  PerformerDropped: (state, dropped) => ({
    ...state,
    credited: state.credited.filter((one) => !isSameRecord(one, dropped)),
  }),
}

/** The new handler, kept among those of the round (O16). */
const changeHandler = ({ handled }: Existing, handler: UnitId): Partial<OrderFacts> => ({
  handler,
  handled: [...handled.filter((unit) => unit !== handler), handler],
})

const handling: Changes<'OrderEscalated' | 'OrderReturned' | 'OrderTransferred'> = {
  OrderEscalated: (state, { round, from, to: handler, escalatesAt, escalatedAt, policyVersion, automatic }) =>
    returnToQueue(state, {
      ...(automatic ? {} : movedByPerson(state)),
      ...changeHandler(state, handler),
      escalatesAt,
      clock: { from: escalatedAt, policyVersion },
      escalations: [...state.escalations, { round, from }],
      soughtBy: from,
    }),
  OrderReturned: (state, { round, from, to: handler, escalatesAt }) =>
    returnToQueue(state, {
      ...movedByPerson(state),
      ...changeHandler(state, handler),
      escalatesAt,
      soughtBy: null,
      returned: { round, from },
    }),
  OrderTransferred: (state, { to: handler, escalatesAt }) =>
    returnToQueue(state, {
      ...movedByPerson(state),
      ...changeHandler(state, handler),
      escalatesAt,
      soughtBy: null,
      handlerFollows: state.handlerFollows && handler !== state.owner,
    }),
}

const changes: Changes<Exclude<OrderEvent['type'], 'OrderPlaced'>> = {
  ...dispatching,
  ...seating,
  ...serving,
  ...ending,
  ...handling,
  ...capturing,
  ...timing,
  ...pairing,
  ...fromNeed,
}

const evolve = (state: OrderState, event: OrderEvent): OrderState => {
  if (event.type === 'OrderPlaced') return beginOrder(event)
  if (state.type === 'None') return state
  const change = changes[event.type] as Change<OrderEvent['type']>
  return change(state, event)
}

export const orderFold: Fold<OrderState, OrderEvent> = { initial: { type: 'None' }, evolve }
