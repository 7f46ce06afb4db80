/**
 * What an assignment asks of its occasion. An order round and a session answer the same questions, so that each rule of attendance is
 * written once.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { PersonId, UnitId } from '@zhiyuan/kernel'
import { orderRead, hasSeat, mayReturn, wasMissed, type OrderState } from '../../requests/order/order.read.ts'
import type { OrderRound } from '../../../vocabulary/occasion.ts'
import type { NotThere } from '../../../vocabulary/rejections.ts'
import type { AssignmentRef, ConfirmerKind } from './assignment.codec.ts'
import type { AssignmentFacts } from './assignment.state.ts'

/** An occasion as one volunteer's assignment sees it. */
export interface Gathering {
  /** The name of the state of the occasion. */
  readonly state: OrderState['type']
  /** The occasion is bound or under way, and the volunteer has a seat that was not freed. */
  readonly countsOnVolunteer: boolean
  /** The seat was freed because the absence was excused, and no one else has it: a check-in takes it again (A8). */
  readonly mayReturn: boolean
  /** A time is set and there is a volunteer, so that service may begin. */
  readonly isScheduled: boolean
  /** The volunteer lost the seat only because no one was known to have come (A15). */
  readonly wasMissed: boolean
  /** The round was closed while the volunteer had a seat. */
  readonly isOver: boolean
  /** The service was reported: nothing more is added to it (A8). */
  readonly isReported: boolean
}

/** No session is published anywhere yet, so there is none to read. */
export const gatheringReads = ({ occasion }: AssignmentRef) => ({
  order: occasion.type === 'order' ? orderRead(occasion.orderId) : null,
})

/** What the reads of a gathering found. */
export interface GatheringFound {
  readonly order: OrderState | null
}

const bound: ReadonlyArray<OrderState['type']> = ['Accepted', 'Scheduled', 'InProgress', 'AwaitingReview']
const isBound = ({ type }: OrderState): boolean => bound.includes(type)

const reported: ReadonlyArray<OrderState['type']> = ['AwaitingReview', 'Closed', 'Aborted']

const gatherRound = (order: OrderState, { round }: OrderRound, { volunteer }: AssignmentRef): Gathering => {
  const isCountedOn = hasSeat(order, round, volunteer)
  const isFree = mayReturn(order, round, volunteer)
  return {
    state: order.type,
    countsOnVolunteer: isBound(order) && isCountedOn,
    mayReturn: isBound(order) && isFree,
    isScheduled: isBound(order) && (order.type !== 'Accepted' || isFree),
    wasMissed: wasMissed(order, round, volunteer),
    isOver: order.type === 'Closed' && (isCountedOn || isFree),
    isReported: order.type !== 'None' && (order.round > round || reported.includes(order.type)),
  }
}

/** A session is refused by name, since none is published yet. */
export const findGathering = (ref: AssignmentRef, { order }: GatheringFound): E.Either<NotThere, Gathering> => {
  const { occasion } = ref
  switch (occasion.type) {
    case 'order':
      return order === null
        ? E.left({ type: 'NotThere', id: occasion.orderId })
        : E.right(gatherRound(order, occasion, ref))
    case 'session':
      return E.left({ type: 'NotThere', id: occasion.sessionId })
  }
}

/** The unit that works on the occasion: the order's present handler, in any round; else the owner at the opening. */
export const findHandler = ({ order }: GatheringFound, { service }: AssignmentFacts): UnitId =>
  order === null || order.type === 'None' ? service.owner : order.handler

/** Whether a person is requester, contact or proxy of the need; null for any other. */
export const findRequesterKind = (
  { order }: GatheringFound,
  isPerson: (one: PersonId) => boolean,
): ConfirmerKind | null => {
  if (order === null || order.type === 'None') return null
  const { requester, contact, proxy } = order.placed
  if (isPerson(requester)) return 'requester'
  if (contact !== null && isPerson(contact)) return 'contact'
  return proxy !== null && isPerson(proxy) ? 'proxy' : null
}

/**
 * A14: the review by which the requester's side said that the volunteers of the round came: what they did was of use. It says so only of those
 * whose presence was known when it was given.
 */
export const findReview = ({ ref: { occasion, volunteer }, knownAt }: AssignmentFacts, { order }: GatheringFound) => {
  if (occasion.type !== 'order' || order === null || order.type === 'None' || knownAt === null) return null
  const review = order.reviews.findLast(({ round }) => round === occasion.round)
  if (review === undefined || review.verdict === 'not-solved' || review.reviewedAt < knownAt) return null
  return review.seated.includes(volunteer) ? review : null
}
