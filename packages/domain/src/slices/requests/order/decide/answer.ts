import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Instant, type Moment } from '@zhiyuan/kernel'
import { policyReads } from '../../../organisation/policy-reads.ts'
import type { OfferId } from '../../../../vocabulary/ids.ts'
import type { Interval } from '../../../../vocabulary/values.ts'
import { unitsRead } from '../../../organisation/units/units.read.ts'
import { policyRead, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { isCandidate, teamRead, type TeamState } from '../../../organisation/team/team.read.ts'
import type {
  AcceptOffer,
  ClaimOrder,
  DeclineOffer,
  ExpireOffer,
  LapseClaim,
  OrderEvent,
  RecallOffer,
  ServiceDay,
} from '../order.codec.ts'
import type { OrderRejection } from '../order.rejection.ts'
import type { Existing, OrderState } from '../order.state.ts'
import { refuseTime } from './length.ts'
import { orderRoles } from '../order.roles.ts'
import {
  authorised,
  atHandler,
  findOffer,
  findGranted,
  findServiceDue,
  isLeader,
  makeDay,
  notAllowed,
  on,
  onTimer,
  passDue,
  copyKeys,
  type Decision,
} from './shared.ts'
import { refuseWaiting, waitingReads } from './waiting.ts'

/** The team to which the offer was made. */
const findOfferee = ({ offerId }: { readonly offerId: OfferId }, state: OrderState) => {
  const teamId = findOffer(state, offerId)?.teamId ?? null
  return { team: teamId === null ? null : teamRead(teamId) }
}

/**
 * The time that the order or the team has set, or null. Refused if the two differ, if the team's is not ahead or too long, or if one is needed (O22).
 */
const judgeTime = (
  state: Existing,
  { planned, policies }: { readonly planned: Interval | null; readonly policies: PolicyBook },
  { now }: Moment,
): E.Either<OrderRejection, Interval | null> => {
  // A requested time that has passed unserved does not bind, or the order could never be accepted again.
  const asked = state.planned !== null && state.planned.end > now ? state.planned : null
  if (asked !== null && planned !== null && !sameContent(asked, planned)) return E.left({ type: 'TimeAlreadySet' })
  const time = planned ?? asked
  if (time === null) return findServiceDue(policies, state) <= now ? E.left({ type: 'TimeNeeded' }) : E.right(null)
  const refusal = asked === null ? refuseTime(policies, time, now) : null
  return refusal === null ? E.right(time) : E.left(refusal)
}

/** Windows are half-open: exactly at its end, or at the end of the 48 h, an offer is closed, even if no timer has fired yet (O16). */
const hasEnded = ({ escalatesAt }: Existing, end: Instant, { now }: Moment): boolean =>
  now >= end || (escalatesAt !== null && now >= escalatesAt)

interface Accepting {
  readonly command: AcceptOffer | ClaimOrder
  readonly planned: Interval | null
  readonly policies: PolicyBook
  readonly moment: Moment
}

/** O22, O27: a granted day and the word of the requester's side stay; a time that was asked for keeps its day; another one is the team's. */
const settleDay = (state: Existing, { planned, policies }: Accepting): ServiceDay | null => {
  if (findGranted(state) !== null) return null
  if (state.day?.by === 'requester') return state.day
  if (planned === null) return null
  return sameContent(planned, state.planned) ? state.day : makeDay(policies, planned, 'team')
}

const decideAcceptance = (
  state: Existing,
  by: Extract<TeamState, { readonly type: 'Active' | 'Disbanded' }>,
  accepting: Accepting,
): Decision => {
  const { command, planned, policies, moment } = accepting
  const { type, offerId, risksSeen } = command
  const time = { planned, day: settleDay(state, accepting), acceptedAt: moment.now }
  const said = { ...time, timeStated: command.planned !== null, risksSeen }
  const team = { teamId: by.teamId, bodyId: by.bodyId }
  return E.right([
    ...passDue(state, policies, moment),
    { type: 'OrderAccepted', ...copyKeys(state), offerId, ...team, claimed: type === 'ClaimOrder', ...said },
  ])
}

/** A1, A10: the leader of the offered team binds the team, but no volunteer. */
export const acceptOffer = on<AcceptOffer>()({
  reads: (command, state, moment) => ({ ...findOfferee(command, state), ...policyReads(command, state, moment) }),
  decide:
    (command, { team, policies }, moment) =>
    (state): Decision => {
      const { offerId, planned, risksSeen } = command
      const known = findOffer(state, offerId)
      if (
        known?.answer === 'accepted' &&
        'ranking' in known.offered &&
        (planned === null || sameContent(known.planned, planned))
      )
        return E.right([])
      if (state.type !== 'Offered') return E.left(notAllowed(state, command))
      if (state.offerId !== offerId || team?.type !== 'Active') return E.left({ type: 'OfferNoLongerOpen', offerId })
      if (!isLeader(team, moment)) return E.left({ type: 'NotTheOfferee', teamId: state.teamId })
      if (hasEnded(state, state.expiresAt, moment)) return E.left({ type: 'OfferNoLongerOpen', offerId })
      if (state.placed.risks.known && !risksSeen) return E.left({ type: 'RisksNotSeen' })
      const time = judgeTime(state, { planned, policies }, moment)
      return E.isLeft(time) ? time : decideAcceptance(state, team, { command, planned: time.right, policies, moment })
    },
})

/** 认领: a fitting team claims the order from the open list. */
export const claimOrder = on<ClaimOrder>()({
  reads: ({ teamId }, _state, { jurisdiction }) => ({
    tree: unitsRead(jurisdiction),
    policies: policyRead(jurisdiction),
    team: teamRead(teamId),
  }),
  decide:
    (command, { tree, policies, team }, moment) =>
    (state): Decision => {
      const { offerId, teamId, planned, risksSeen } = command
      const known = findOffer(state, offerId)
      if (known?.answer === 'accepted' && !('ranking' in known.offered) && known.teamId === teamId) return E.right([])
      if (state.type !== 'Claimable') return E.left(notAllowed(state, command))
      if (state.offerId !== offerId || hasEnded(state, state.lapsesAt, moment))
        return E.left({ type: 'OfferNoLongerOpen', offerId })
      if (team.type === 'None') return E.left({ type: 'NotThere', id: teamId })
      const fit = isCandidate(team, tree, { handler: state.handler, specialty: state.placed.specialty })
      if (fit !== 'candidate') return E.left({ type: 'TeamNotCandidate', teamId, reason: fit })
      if (!isLeader(team, moment)) return E.left({ type: 'NotTheOfferee', teamId })
      if (state.placed.risks.known && !risksSeen) return E.left({ type: 'RisksNotSeen' })
      const time = judgeTime(state, { planned, policies }, moment)
      return E.isLeft(time) ? time : decideAcceptance(state, team, { command, planned: time.right, policies, moment })
    },
})

/** A2: declining has no penalty. */
export const declineOffer = on<DeclineOffer>()({
  reads: findOfferee,
  decide:
    (command, { team }, moment) =>
    (state): Decision => {
      const { offerId, reason } = command
      if (findOffer(state, offerId)?.answer === 'declined') return E.right([])
      if (state.type !== 'Offered') return E.left(notAllowed(state, command))
      if (state.offerId !== offerId) return E.left({ type: 'OfferNoLongerOpen', offerId })
      if (!isLeader(team, moment)) return E.left({ type: 'NotTheOfferee', teamId: state.teamId })
      if (hasEnded(state, state.expiresAt, moment)) return E.left({ type: 'OfferNoLongerOpen', offerId })
      const { teamId, escalatesAt } = state
      return E.right([{ type: 'OfferDeclined', ...copyKeys(state), offerId, teamId, reason, escalatesAt }])
    },
})

export const expireOffer = onTimer<ExpireOffer>()({
  running: ({ offerId }, state) =>
    state.type === 'Offered' && state.offerId === offerId ? { dueAt: state.expiresAt, state } : null,
  end: ({ state }) => {
    const { offerId, teamId, escalatesAt } = state
    return E.right([{ type: 'OfferExpired', ...copyKeys(state), offerId, teamId, escalatesAt }])
  },
})

export const lapseClaim = onTimer<LapseClaim>()({
  running: ({ offerId }, state) =>
    state.type === 'Claimable' && state.offerId === offerId ? { dueAt: state.lapsesAt, state } : null,
  end: ({ state }) => {
    const { offerId, escalatesAt } = state
    return E.right([{ type: 'ClaimLapsed', ...copyKeys(state), offerId, escalatesAt }])
  },
})

/** Takes back an offer, or an entry of the open list. */
export const recallOffered = (
  state: Extract<OrderState, { readonly type: 'Offered' | 'Claimable' }>,
  reason: Extract<OrderEvent, { readonly type: 'OfferRecalled' }>['reason'],
): OrderEvent => {
  const { offerId, escalatesAt } = state
  return state.type === 'Offered'
    ? { type: 'OfferRecalled', ...copyKeys(state), offerId, teamId: state.teamId, reason, escalatesAt }
    : { type: 'ClaimRecalled', ...copyKeys(state), offerId, reason, escalatesAt }
}

export const recallOffer = authorised<RecallOffer>()({
  before: ({ offerId }, state) => (findOffer(state, offerId)?.answer === 'recalled' ? E.right([]) : null),
  states: ['Offered', 'Claimable'],
  ...atHandler(orderRoles.RecallOffer),
  reads: waitingReads,
  decide:
    ({ offerId, reason }, { need, humans }, { actor }) =>
    (state): Decision => {
      const own = refuseWaiting(orderRoles.RecallOffer, state, { need, humans, actor })
      if (own !== null) return E.left(own)
      return state.offerId === offerId
        ? E.right([recallOffered(state, reason)])
        : E.left({ type: 'OfferNoLongerOpen', offerId })
    },
})
