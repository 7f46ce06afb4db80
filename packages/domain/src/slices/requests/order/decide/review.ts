import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment, type PersonId } from '@zhiyuan/kernel'
import { roles } from '../../../../vocabulary/words.ts'
import { startClock, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
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
  personOf,
  policyBook,
  reviewerKind,
  seatedOf,
  stepOf,
  type Decision,
} from './on.ts'

type Awaiting = Extract<OrderState, { readonly type: 'AwaitingReview' }>

/** O9: in whichever round and under whichever registration (G2). */
const hasPerformed = (state: Awaiting, humans: Humans, person: PersonId): boolean =>
  [...seatedOf(state), ...state.servedBefore].some((performer) => isSameHuman(humans, performer, person))

/** Closes the round with an outcome; it may be reopened for the policy's term (O8). */
const closing = (
  state: Awaiting,
  outcome: Outcome,
  end: { readonly because: OrderEvent; readonly book: PolicyBook; readonly moment: Moment },
): Decision => {
  const { because, book, moment } = end
  const clock = startClock(book, { of: orderTerms, term: 'reopen', at: moment.now })
  if (E.isLeft(clock)) return clock
  const { dueAt: reopenableUntil, policyVersion } = clock.right
  return E.right([
    because,
    { type: 'OrderClosed', ...stepOf(state), outcome, reopenableUntil, policyVersion, seated: seatedOf(state) },
  ])
}

const reviewedBefore = (state: OrderState, command: ReviewOrder, reviewer: PersonId | null): boolean => {
  const { round, rating, verdict, comment } = command
  const known = state.type === 'None' ? undefined : state.reviews.find((one) => one.round === round)
  if (known === undefined || known.reviewer !== reviewer) return false
  return sameContent([known.rating, known.verdict, known.comment], [rating, verdict, comment])
}

/** O7, O9: the requester's side rates what others did; contact and proxy are labelled. */
export const reviewOrder = on<ReviewOrder>()({
  reads: (command, state, moment) => ({
    ...policyBook(command, state, moment),
    humans: humansRead(moment.jurisdiction),
  }),
  decide:
    (command, { book, humans }, moment) =>
    (state): Decision => {
      const reviewer = personOf(moment)
      if (reviewedBefore(state, command, reviewer)) return E.right([])
      if (state.type !== 'AwaitingReview' || state.round !== command.round) return E.left(notAllowed(state, command))
      if (reviewer === null) return E.left({ type: 'NotAuthorised', command: command.type })
      if (hasPerformed(state, humans, reviewer)) return E.left({ type: 'ReviewerIsPerformer', person: reviewer })
      const as = reviewerKind(state, reviewer)
      if (as === null) return E.left({ type: 'NotAReviewer', person: reviewer })
      if (moment.now >= state.lapsesAt) return E.left({ type: 'ReviewLapsedAlready', lapsedAt: state.lapsesAt })
      const { rating, verdict, comment } = command
      const said = { reviewer, as, rating, verdict, comment, seated: seatedOf(state) }
      return closing(state, verdict, { because: { type: 'OrderReviewed', ...stepOf(state), ...said }, book, moment })
    },
})

const followedUpBefore = (state: OrderState, command: FollowUpOrder, by: PersonId | null): boolean => {
  const known = state.type === 'None' ? undefined : state.followUps.find((one) => one.round === command.round)
  if (known === undefined || known.by !== by) return false
  return sameContent([known.verdict, known.comment], [command.verdict, command.comment])
}

/** 回访: an independent check by the owner's side closes like a review. */
export const followUpOrder = authorised<FollowUpOrder>()({
  before: (command, state, moment) => (followedUpBefore(state, command, personOf(moment)) ? E.right([]) : null),
  states: ['AwaitingReview'],
  fits: ({ round }, state) => state.round === round,
  roles: [roles.clerk, roles.assessor, roles.dispatcher],
  unit: ownerUnit,
  reads: (command, state, moment) => ({
    ...policyBook(command, state, moment),
    humans: humansRead(moment.jurisdiction),
  }),
  decide:
    ({ type, verdict, comment }, { book, humans }, moment) =>
    (state): Decision => {
      const by = personOf(moment)
      if (by === null) return E.left({ type: 'NotAuthorised', command: type })
      if (hasPerformed(state, humans, by)) return E.left({ type: 'ReviewerIsPerformer', person: by })
      if (moment.now >= state.lapsesAt) return E.left({ type: 'ReviewLapsedAlready', lapsedAt: state.lapsesAt })
      const because: OrderEvent = { type: 'OrderFollowedUp', ...stepOf(state), by, verdict, comment }
      return closing(state, verdict, { because, book, moment })
    },
})

/** O7: 7 days without either. */
export const lapseReview = onTimer<LapseReview>()({
  reads: policyBook,
  running: ({ round }, state) =>
    state.type === 'AwaitingReview' && state.round === round ? { dueAt: state.lapsesAt, state } : null,
  end: ({ state }, { book }, moment) =>
    closing(state, 'unreviewed', { because: { type: 'ReviewLapsed', ...stepOf(state) }, book, moment }),
})
