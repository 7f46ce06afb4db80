/** What lists of people ask of their occasion. An order round and a published session answer the same questions. */
import type { Instant, PersonId, UnitId } from '@zhiyuan/kernel'
import type { TeamId } from '../../vocabulary/ids.ts'
import type { Occasion, OrderRound } from '../../vocabulary/occasion.ts'
import type { NotThere } from '../../vocabulary/rejections.ts'
import type { Interval, Round } from '../../vocabulary/values.ts'
import { hasLeader, teamRead, type TeamState } from '../organisation/team/team.read.ts'
import { hasSeat, orderRead, type OrderState } from '../requests/order/order.read.ts'
import { sessionRead, takesPlace, type SessionState } from './session/session.read.ts'

/** The occasion counts on no one: it is not scheduled or under way, or the seat is gone. */
export interface NotUnderWay {
  readonly type: 'NotUnderWay'
  readonly occasion: Occasion
  /** The state of the order, even if it is in a later round by now, or of the session. */
  readonly state: OrderState['type'] | SessionState['type']
}
/** Only people with a seat come (A1), also those on a roll (A12); these have none. */
export interface NoSeat {
  readonly type: 'NoSeat'
  readonly volunteers: ReadonlyArray<PersonId>
}

/** An occasion that has a time and was not called off. */
export interface Happening {
  readonly planned: Interval
  /** Since when the log knows of it. */
  readonly knownAt: Instant
  /** The handler of the order, or the host of the session. */
  readonly unit: UnitId
  readonly teamId: TeamId | null
  /** Requester, contact and proxy of the need; none of a session. */
  readonly requesters: ReadonlyArray<PersonId>
  /** The person who answers for a session on the spot. An order's is the leader of its team. */
  readonly responsible: PersonId | null
  readonly hasSeat: (person: PersonId) => boolean
  /** A team or a host counts on the people who are there: it is scheduled, under way, or reported in its time and perhaps closed since. */
  readonly isUnderWay: boolean
}

/** What the reads of a happening found. */
export interface HappeningFound {
  readonly order: OrderState | null
  readonly session: SessionState | null
}

export const happeningReads = (occasion: Occasion) => ({
  order: occasion.type === 'order' ? orderRead(occasion.orderId) : null,
  session: occasion.type === 'session' ? sessionRead(occasion.sessionId) : null,
})

/** Reads of the second round: the team that serves. */
export const servingTeamReads = (occasion: Occasion, found: HappeningFound) => {
  const teamId = findHappening(occasion, found)?.teamId ?? null
  return { team: teamId === null ? null : teamRead(teamId) }
}

const isPerson = (person: PersonId | null): person is PersonId => person !== null

/** The last time that was agreed for a round, and the team that agreed to it. */
const findAgreement = (order: Exclude<OrderState, { readonly type: 'None' }>, round: Round) => {
  const { planned, team } = order
  if (order.round === round) return { planned, teamId: team?.teamId ?? null }
  const accepted = order.offers.findLast((offer) => offer.offered.round === round && offer.answer === 'accepted')
  return { planned: accepted?.planned ?? null, teamId: accepted?.teamId ?? null }
}

const takesPlaceNot: ReadonlyArray<OrderState['type']> = ['Cancelled', 'Unmet']
const underWay: ReadonlyArray<OrderState['type']> = ['Scheduled', 'InProgress', 'AwaitingReview', 'Closed']

const findRound = (order: OrderState, { round }: OrderRound): Happening | null => {
  if (order.type === 'None' || round > order.round) return null
  if (round === order.round && takesPlaceNot.includes(order.type)) return null
  const { planned, teamId } = findAgreement(order, round)
  if (planned === null) return null
  const { requester, contact, proxy, recordedAt } = order.placed
  return {
    planned,
    knownAt: recordedAt,
    unit: order.handler,
    teamId,
    requesters: [requester, contact, proxy].filter(isPerson),
    responsible: null,
    hasSeat: (person) => hasSeat(order, round, person),
    isUnderWay: round === order.round && underWay.includes(order.type),
  }
}

const findSession = (session: SessionState): Happening | null => {
  if (session.type === 'None' || !takesPlace(session)) return null
  const { planned, publishedAt: knownAt, host: unit, responsible } = session.published
  return { planned, knownAt, unit, teamId: null, requesters: [], responsible, hasSeat: () => false, isUnderWay: true }
}

/** Null where the log knows of no such occasion, of no time for it, or that it was called off. */
export const findHappening = (occasion: Occasion, { order, session }: HappeningFound): Happening | null => {
  switch (occasion.type) {
    case 'order':
      return order === null ? null : findRound(order, occasion)
    case 'session':
      return session === null ? null : findSession(session)
  }
}

/** The id of the order or session. */
const nameOccasion = (occasion: Occasion): string => (occasion.type === 'order' ? occasion.orderId : occasion.sessionId)

/** The refusal of what is asked of an occasion that is not there, or does not take place. */
export const refuseHappening = (occasion: Occasion, { order, session }: HappeningFound): NotThere | NotUnderWay => {
  const state = (order ?? session)?.type ?? 'None'
  return state === 'None' ? { type: 'NotThere', id: nameOccasion(occasion) } : { type: 'NotUnderWay', occasion, state }
}

/** Whether the person leads the serving team, or answers for the session. */
export const leads = ({ responsible }: Happening, team: TeamState | null, person: PersonId): boolean =>
  responsible === person || hasLeader(team, person)
