import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment, type PersonId } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { roles } from '../../../../vocabulary/values.ts'
import { startTimer, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { humansRead, isSameHuman, type Humans } from '../../../people/humans/humans.read.ts'
import type { FollowUpOrder, LapseReview, OrderEvent, Outcome, ReviewOrder } from '../order.codec.ts'
import type { OrderState } from '../order.state.ts'
import { orderTerms } from '../order.terms.ts'
import {
  authorised,
  notAllowed,
  on,
  onTimer,
  ownerUnit,
  reviewerKind,
  listSeated,
  copyKeys,
  type Decision,
} from './shared.ts'

type Awaiting = Extract<OrderState, { readonly type: 'AwaitingReview' }>

/** O9: whether the person served in any round, under any registration (G2). */
const hasPerformed = (state: Awaiting, humans: Humans, person: PersonId): boolean =>
  [...listSeated(state), ...state.servedBefore].some((performer) => isSameHuman(humans, performer, person))

/** Closes the round with an outcome. It may be reopened for the policy's term (O8). */
const closeRound = (
  state: Awaiting,
  outcome: Outcome,
  end: { readonly because: OrderEvent; readonly policies: PolicyBook; readonly moment: Moment },
): Decision => {
  const { because, policies, moment } = end
  const timer = startTimer(policies, { of: orderTerms, term: 'reopen', at: moment.now })
  if (E.isLeft(timer)) return timer
  const { dueAt: reopenableUntil, policyVersion } = timer.right
  return E.right([
    because,
    { type: 'OrderClosed', ...copyKeys(state), outcome, reopenableUntil, policyVersion, seated: listSeated(state) },
  ])
}

const isReviewRepeat = (state: OrderState, command: ReviewOrder, reviewer: PersonId | null): boolean => {
  const { round, rating, verdict, comment } = command
  const known = state.type === 'None' ? undefined : state.reviews.find((one) => one.round === round)
  if (known === undefined || known.reviewer !== reviewer) return false
  return sameContent([known.rating, known.verdict, known.comment], [rating, verdict, comment])
}

/** O7, O9: the requester's side rates what others did; contact and proxy are labelled. */
export const reviewOrder = on<ReviewOrder>()({
  reads: (command, state, moment) => ({
    ...policyReads(command, state, moment),
    humans: humansRead(moment.jurisdiction),
  }),
  decide:
    (command, { policies, humans }, moment) =>
    (state): Decision => {
      const reviewer = actingPerson(moment)
      if (isReviewRepeat(state, command, reviewer)) return E.right([])
      if (state.type !== 'AwaitingReview' || state.round !== command.round) return E.left(notAllowed(state, command))
      if (reviewer === null) return E.left({ type: 'NotAuthorised', command: command.type })
      if (hasPerformed(state, humans, reviewer)) return E.left({ type: 'ReviewerIsPerformer', person: reviewer })
      const as = reviewerKind(state, reviewer)
      if (as === null) return E.left({ type: 'NotAReviewer', person: reviewer })
      if (moment.now >= state.lapsesAt) return E.left({ type: 'ReviewLapsedAlready', lapsedAt: state.lapsesAt })
      const { rating, verdict, comment } = command
      const said = { reviewer, as, rating, verdict, comment, seated: listSeated(state) }
      return closeRound(state, verdict, {
        because: { type: 'OrderReviewed', ...copyKeys(state), ...said },
        policies,
        moment,
      })
    },
})

const isFollowUpRepeat = (state: OrderState, command: FollowUpOrder, by: PersonId | null): boolean => {
  const known = state.type === 'None' ? undefined : state.followUps.find((one) => one.round === command.round)
  if (known === undefined || known.by !== by) return false
  return sameContent([known.verdict, known.comment], [command.verdict, command.comment])
}

/** 回访: an independent check by the owner's side closes the round like a review. */
export const followUpOrder = authorised<FollowUpOrder>()({
  before: (command, state, moment) => (isFollowUpRepeat(state, command, actingPerson(moment)) ? E.right([]) : null),
  states: ['AwaitingReview'],
  fits: ({ round }, state) => state.round === round,
  roles: [roles.clerk, roles.assessor, roles.dispatcher],
  unit: ownerUnit,
  reads: (command, state, moment) => ({
    ...policyReads(command, state, moment),
    humans: humansRead(moment.jurisdiction),
  }),
  decide:
    ({ type, verdict, comment }, { policies, humans }, moment) =>
    (state): Decision => {
      const by = actingPerson(moment)
      if (by === null) return E.left({ type: 'NotAuthorised', command: type })
      if (hasPerformed(state, humans, by)) return E.left({ type: 'ReviewerIsPerformer', person: by })
      if (moment.now >= state.lapsesAt) return E.left({ type: 'ReviewLapsedAlready', lapsedAt: state.lapsesAt })
      const because: OrderEvent = { type: 'OrderFollowedUp', ...copyKeys(state), by, verdict, comment }
      return closeRound(state, verdict, { because, policies, moment })
    },
})

/** O7: the round closes after 7 days without review or follow-up. */
export const lapseReview = onTimer<LapseReview>()({
  reads: policyReads,
  running: ({ round }, state) =>
    state.type === 'AwaitingReview' && state.round === round ? { dueAt: state.lapsesAt, state } : null,
  end: ({ state }, { policies }, moment) =>
    closeRound(state, 'unreviewed', { because: { type: 'ReviewLapsed', ...copyKeys(state) }, policies, moment }),
})
