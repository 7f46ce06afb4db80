import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment, type PersonId } from '@zhiyuan/kernel'
import { refuseAuthority, refusePerson } from '../../authority.ts'
import { unitsFact } from '../../organisation/organisation.fact.ts'
import { dueAfter, policyFact, policyNow, type PolicyBook } from '../../policy/policy.fact.ts'
import { survivorOf, volunteerFact } from '../../volunteer/volunteer.fact.ts'
import { roles, type Round } from '../../words.ts'
import type { FollowUpOrder, LapseReview, OrderEvent, Outcome, ReopenOrder, ReviewOrder } from '../order.codec.ts'
import type { Existing } from '../order.state.ts'
import {
  escalatesFrom,
  stepOf,
  noPolicy,
  notAllowed,
  on,
  personOf,
  reviewerKind,
  seatedOf,
  unitsAndPolicy,
  type Decision,
} from './on.ts'

/** Closes the round with an outcome; it may be reopened for the policy's term (O8). Null without a policy. */
const closing = (state: Existing, outcome: Outcome, book: PolicyBook, moment: Moment): OrderEvent | null => {
  const policy = policyNow(book, moment)
  if (policy === null) return null
  const { dueAt: reopenableUntil } = dueAfter(book, policy.terms, policy.terms.reopen, moment.now)
  return {
    type: 'OrderClosed',
    ...stepOf(state),
    outcome,
    reopenableUntil,
    seated: seatedOf(state),
  }
}

const closed = (events: ReadonlyArray<OrderEvent>, end: OrderEvent | null, moment: Moment): Decision =>
  end === null ? E.left(noPolicy(moment)) : E.right([...events, end])

/** O7, O9: the requester's side rates what others did; contact and proxy are labelled. */
export const reviewOrder = on<typeof ReviewOrder._A>()(
  (_command, _state, moment) => ({
    book: policyFact(moment.jurisdiction),
    reviewer: volunteerFact(personOf(moment) ?? ('none' as PersonId)),
  }),
  (command, { book, reviewer }, moment) =>
    (state): Decision => {
      const person = personOf(moment)
      const { rating, verdict, comment, round } = command
      const said = { reviewer: person, rating, verdict, comment }
      const known = state.type === 'None' ? undefined : state.reviews.find((one) => one.round === round)
      if (
        known !== undefined &&
        sameContent(
          { reviewer: known.reviewer, rating: known.rating, verdict: known.verdict, comment: known.comment },
          said,
        )
      )
        return E.right([])
      if (state.type !== 'AwaitingReview' || state.round !== round) return E.left(notAllowed(state, command))
      if (person === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const performers = seatedOf(state)
      if (performers.includes(person) || performers.includes(survivorOf(reviewer, person)))
        return E.left({ type: 'ReviewerIsPerformer', person })
      const as = reviewerKind(state, person)
      if (as === null) return E.left({ type: 'NotAReviewer', person })
      if (moment.now >= state.lapsesAt) return E.left({ type: 'ReviewLapsedAlready', lapsedAt: state.lapsesAt })
      const review: OrderEvent = {
        type: 'OrderReviewed',
        ...stepOf(state),
        reviewer: person,
        as,
        rating,
        verdict,
        comment,
        seated: performers,
      }
      return closed([review], closing(state, verdict, book, moment), moment)
    },
)

/** 回访: an independent check by the owner's side closes like a review. */
export const followUpOrder = on<typeof FollowUpOrder._A>()(
  unitsAndPolicy,
  (command, { tree, book }, moment) =>
    (state): Decision => {
      if (state.type !== 'AwaitingReview' || state.round !== command.round) return E.left(notAllowed(state, command))
      const refusal = refuseAuthority(tree, moment.actor, {
        command: command.type,
        unit: state.owner,
        roles: [roles.clerk, roles.assessor, roles.dispatcher],
      })
      if (refusal !== null) return E.left(refusal)
      const by = personOf(moment)
      if (by === null || state.seated.has(by))
        return E.left({ type: 'ReviewerIsPerformer', person: by ?? ('none' as PersonId) })
      const { verdict, comment } = command
      return closed(
        [{ type: 'OrderFollowedUp', ...stepOf(state), by, verdict, comment }],
        closing(state, verdict, book, moment),
        moment,
      )
    },
)

/** O7: 7 days without either. */
export const lapseReview = on<typeof LapseReview._A>()(
  unitsAndPolicy,
  (command, { book }, moment) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(moment.actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (state.type === 'None') return E.left(notAllowed(state, command))
      if (state.type !== 'AwaitingReview' || state.round !== command.round) return E.right([])
      if (moment.now < state.lapsesAt) return E.left({ type: 'NotYetDue', dueAt: state.lapsesAt })
      return closed([{ type: 'ReviewLapsed', ...stepOf(state) }], closing(state, 'unreviewed', book, moment), moment)
    },
)

/** O8: the next round, back in the queue of its handler. */
export const reopenOrder = on<typeof ReopenOrder._A>()(
  (_command, _state, { jurisdiction }) => ({ tree: unitsFact(jurisdiction), book: policyFact(jurisdiction) }),
  (command, { tree, book }, moment) =>
    (state): Decision => {
      const next = (command.round + 1) as Round
      const known = state.type === 'None' ? undefined : state.reopened.find(({ round }) => round === next)
      if (known !== undefined)
        return sameContent(known.reason, command.reason) ? E.right([]) : E.left(notAllowed(state, command))
      if (state.type !== 'Closed' || state.round !== command.round) return E.left(notAllowed(state, command))
      const refusal =
        reviewerKind(state, personOf(moment)) !== null
          ? null
          : refuseAuthority(tree, moment.actor, { command: command.type, unit: state.owner, roles: [roles.clerk] })
      if (refusal !== null) return E.left(refusal)
      if (moment.now >= state.reopenableUntil)
        return E.left({ type: 'ReopenWindowClosed', until: state.reopenableUntil })
      const policy = policyNow(book, moment)
      if (policy === null) return E.left(noPolicy(moment))
      const { handler } = state
      const due = dueAfter(book, policy.terms, policy.terms.serviceDue, moment.now)
      const clocks = {
        serviceDueAt: due.dueAt,
        assumed: due.assumed,
        escalatesAt: escalatesFrom(tree, book, { policy, handler, now: moment.now }),
      }
      return E.right([
        { type: 'OrderReopened', orderId: command.orderId, round: next, handler, reason: command.reason, ...clocks },
      ])
    },
)
