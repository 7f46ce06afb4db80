/** What the folds of an order share. */
import type { OrderEvent } from './order.codec.ts'
import type { Credited, Existing, OrderFacts, OrderState } from './order.state.ts'

/** The common facts alone, without what only one state knows. */
export const copyFacts = (state: Existing): OrderFacts => ({
  placed: state.placed,
  owner: state.owner,
  handler: state.handler,
  round: state.round,
  seats: state.seats,
  offers: state.offers,
  searches: state.searches,
  team: state.team,
  everAccepted: state.everAccepted,
  acceptances: state.acceptances,
  servedBeside: state.servedBeside,
  planned: state.planned,
  day: state.day,
  seated: state.seated,
  gone: state.gone,
  excused: state.excused,
  performers: state.performers,
  escalatesAt: state.escalatesAt,
  clock: state.clock,
  handled: state.handled,
  began: state.began,
  supervisor: state.supervisor,
  extension: state.extension,
  refillAt: state.refillAt,
  twins: state.twins,
  twinsAt: state.twinsAt,
  meantBeside: state.meantBeside,
  serviceDue: state.serviceDue,
  overdueNoted: state.overdueNoted,
  escalations: state.escalations,
  soughtBy: state.soughtBy,
  returned: state.returned,
  reviews: state.reviews,
  followUps: state.followUps,
  reopened: state.reopened,
  past: state.past,
  startedAt: state.startedAt,
  isProven: state.isProven,
  reportedAt: state.reportedAt,
  missed: state.missed,
  servedBefore: state.servedBefore,
  credited: state.credited,
  handlerFollows: state.handlerFollows,
  abortAsked: state.abortAsked,
  urges: state.urges,
  partReviews: state.partReviews,
})

export const isSameRecord = (one: Credited, other: Credited): boolean =>
  one.volunteer === other.volunteer && one.recordId === other.recordId

/** The order is back in the queue of its handler; the 48 h of O4 run on unless the event says otherwise (O16). */
export const returnToQueue = (state: Existing, change: Partial<OrderFacts> = {}): OrderState => ({
  ...copyFacts(state),
  ...change,
  type: 'Open',
})

/** A day to which the requester's side gave its word stays; one of the office or the team goes with the time (O22). */
export const keepDay = ({ placed, round, day }: Existing): OrderFacts['day'] => {
  if (day?.by === 'requester') return day
  return round === 1 ? placed.day : null
}

export type Change<T extends OrderEvent['type']> = (
  state: Existing,
  event: Extract<OrderEvent, { readonly type: T }>,
) => OrderState
export type Changes<T extends OrderEvent['type']> = { readonly [K in T]: Change<K> }
