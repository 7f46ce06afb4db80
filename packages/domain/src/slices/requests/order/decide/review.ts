import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment, type PersonId, type StreamRead } from '@zhiyuan/kernel'
import { refuseAuthority, refusePerson } from '../../../organisation/authority.ts'
import { startClock, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { registrationsOf, recordRead, type RecordState } from '../../../hours/record/record.read.ts'
import { survivorOf, volunteerRead, type VolunteerState } from '../../../people/volunteer/volunteer.read.ts'
import { roles } from '../../../../vocabulary/words.ts'
import type { FollowUpOrder, LapseReview, OrderEvent, Outcome, ReviewOrder } from '../order.codec.ts'
import type { OrderState } from '../order.state.ts'
import {
  notAllowed,
  on,
  personOf,
  policyBook,
  reviewerKind,
  seatedOf,
  stepOf,
  tooLate,
  unitsAndPolicy,
  type Decision,
} from './on.ts'
import { orderTerms } from '../order.terms.ts'

type Awaiting = Extract<OrderState, { readonly type: 'AwaitingReview' }>
type Volunteers = Readonly<Record<string, VolunteerState>>

/** Whoever acts and whoever served, as volunteers: two registrations may be one person (G2). Keys of their own, since ids are free. */
const humans = (state: OrderState, moment: Moment) => {
  const acting = personOf(moment)
  const people = [...(acting === null ? [] : [acting]), ...(state.type === 'None' ? [] : seatedOf(state))]
  const volunteers: Readonly<Record<`person ${string}`, StreamRead<VolunteerState>>> = Object.fromEntries(
    people.map((person) => [`person ${person}`, volunteerRead(person)]),
  )
  return { ...volunteers, own: recordRead(acting ?? ('none' as PersonId)) }
}

/** O9: in whichever round and under whichever registration, also over a chain of merges as the acting person's records have noted it. */
const performed = (
  state: Awaiting,
  { own: service, ...volunteers }: { readonly own: RecordState },
  person: PersonId,
): boolean => {
  const selves = (one: PersonId): ReadonlyArray<PersonId> => {
    const volunteer = (volunteers as Volunteers)[`person ${one}`]
    return volunteer === undefined ? [one] : [one, survivorOf(volunteer, one)]
  }
  const own = [...selves(person), ...registrationsOf(service, person)]
  return [...seatedOf(state), ...state.servedBefore].some((performer) =>
    selves(performer).some((self) => own.includes(self)),
  )
}

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

const reviewedBefore = (state: OrderState, command: typeof ReviewOrder._A, reviewer: PersonId | null): boolean => {
  const { round, rating, verdict, comment } = command
  const known = state.type === 'None' ? undefined : state.reviews.find((one) => one.round === round)
  if (known === undefined || known.reviewer !== reviewer) return false
  return sameContent([known.rating, known.verdict, known.comment], [rating, verdict, comment])
}

/** O7, O9: the requester's side rates what others did; contact and proxy are labelled. */
export const reviewOrder = on<typeof ReviewOrder._A>()({
  reads: (command, state, moment) => ({ ...humans(state, moment), ...policyBook(command, state, moment) }),
  decide:
    (command, { book, ...volunteers }, moment) =>
    (state): Decision => {
      const reviewer = personOf(moment)
      if (reviewedBefore(state, command, reviewer)) return E.right([])
      if (state.type !== 'AwaitingReview' || state.round !== command.round) return E.left(notAllowed(state, command))
      if (reviewer === null) return E.left({ type: 'NotAuthorised', command: command.type })
      if (performed(state, volunteers, reviewer)) return E.left({ type: 'ReviewerIsPerformer', person: reviewer })
      const as = reviewerKind(state, reviewer)
      if (as === null) return E.left({ type: 'NotAReviewer', person: reviewer })
      if (moment.now >= state.lapsesAt) return E.left({ type: 'ReviewLapsedAlready', lapsedAt: state.lapsesAt })
      const { rating, verdict, comment } = command
      const said = { reviewer, as, rating, verdict, comment, seated: seatedOf(state) }
      return closing(state, verdict, { because: { type: 'OrderReviewed', ...stepOf(state), ...said }, book, moment })
    },
})

const followedUpBefore = (state: OrderState, command: typeof FollowUpOrder._A, by: PersonId | null): boolean => {
  const known = state.type === 'None' ? undefined : state.followUps.find((one) => one.round === command.round)
  if (known === undefined || known.by !== by) return false
  return sameContent([known.verdict, known.comment], [command.verdict, command.comment])
}

/** 回访: an independent check by the owner's side closes like a review. */
export const followUpOrder = on<typeof FollowUpOrder._A>()({
  reads: (command, state, moment) => ({ ...humans(state, moment), ...unitsAndPolicy(command, state, moment) }),
  decide:
    (command, { tree, book, ...volunteers }, moment) =>
    (state): Decision => {
      const by = personOf(moment)
      if (followedUpBefore(state, command, by)) return E.right([])
      if (state.type !== 'AwaitingReview' || state.round !== command.round) return E.left(notAllowed(state, command))
      const { type, verdict, comment } = command
      const checking = [roles.clerk, roles.assessor, roles.dispatcher]
      const refusal = refuseAuthority(tree, moment.actor, { command: type, unit: state.owner, roles: checking })
      if (refusal !== null) return E.left(refusal)
      if (by === null) return E.left({ type: 'NotAuthorised', command: type })
      if (performed(state, volunteers, by)) return E.left({ type: 'ReviewerIsPerformer', person: by })
      if (moment.now >= state.lapsesAt) return E.left({ type: 'ReviewLapsedAlready', lapsedAt: state.lapsesAt })
      const because: OrderEvent = { type: 'OrderFollowedUp', ...stepOf(state), by, verdict, comment }
      return closing(state, verdict, { because, book, moment })
    },
})

/** O7: 7 days without either. */
export const lapseReview = on<typeof LapseReview._A>()({
  reads: policyBook,
  decide:
    (command, { book }, moment) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(moment.actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (state.type !== 'AwaitingReview' || state.round !== command.round) return tooLate(state, command, moment)
      if (moment.now < state.lapsesAt) return E.left({ type: 'NotYetDue', dueAt: state.lapsesAt })
      return closing(state, 'unreviewed', { because: { type: 'ReviewLapsed', ...stepOf(state) }, book, moment })
    },
})
