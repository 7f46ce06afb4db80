import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Instant, type Moment, type PersonId } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import {
  computeDue,
  findPolicy,
  policyMissing,
  readTerms,
  startTimer,
  type PolicyBook,
} from '../../../organisation/policy/policy.read.ts'
import type { PolicyVersion } from '../../../../vocabulary/ids.ts'
import { wasMember, type TeamState } from '../../../organisation/team/team.read.ts'
import { findOfficeProxy, needRead, type NeedState } from '../../need/need.read.ts'
import { humansRead, isSameHuman, listRegistrations, type Humans } from '../../../people/humans/humans.read.ts'
import type { LapseReview, NotePerformer, OrderEvent, Outcome, ReviewOrder, ReviewerKind } from '../order.codec.ts'
import { isSameRecord } from '../order.facts.ts'
import type { OrderRejection } from '../order.rejection.ts'
import type { Existing, OrderState } from '../order.state.ts'
import { orderTerms } from '../order.terms.ts'
import { findPart, reviewPart } from './review-part.ts'
import {
  boundTeamReads,
  copyKeys,
  copyOpened,
  listSeated,
  notAllowed,
  on,
  onProcess,
  onTimer,
  reviewerKind,
  type Decision,
  type Side,
} from './shared.ts'

/** Review and follow-up come while the order awaits them, and until its reopening window ends (O7). */
export type Reviewable = Extract<OrderState, { readonly type: 'AwaitingReview' | 'Closed' }>
export const isReviewable = (
  state: OrderState,
  { round }: { readonly round: Existing['round'] },
): state is Reviewable => (state.type === 'AwaitingReview' || state.type === 'Closed') && state.round === round

/** O7: null while a review or follow-up may still come. */
export const refuseLate = (state: Reviewable, { now }: Moment): OrderRejection | null => {
  const lapsedAt = state.type === 'AwaitingReview' ? state.lapsesAt : state.reopenableUntil
  return now >= lapsedAt ? { type: 'ReviewLapsedAlready', lapsedAt } : null
}

/** O9: whether the person had a seat or has minutes in any round, under any registration (G2). */
export const hasPerformed = (
  { performers, servedBefore, credited }: Existing,
  humans: Humans,
  person: PersonId,
): boolean =>
  [...performers, ...servedBefore, ...credited.map(({ volunteer }) => volunteer)].some((performer) =>
    isSameHuman(humans, performer, person),
  )

interface Ending {
  readonly because: OrderEvent
  readonly policies: PolicyBook
  readonly moment: Moment
}

/** Closes the round with an outcome. It may be reopened for the policy's term (O8). */
export const closeRound = (state: Reviewable, outcome: Outcome, { because, policies, moment }: Ending): Decision => {
  const timer = startTimer(policies, { of: orderTerms, term: 'reopen', at: moment.now })
  if (E.isLeft(timer)) return timer
  const { dueAt: reopenableUntil, policyVersion } = timer.right
  return E.right([
    because,
    { type: 'OrderClosed', ...copyKeys(state), outcome, reopenableUntil, policyVersion, seated: listSeated(state) },
  ])
}

/** The review of this round that stands. */
const findReview = ({ reviews, round }: Existing) => reviews.findLast((one) => one.round === round)

const isReviewRepeat = (state: OrderState, command: ReviewOrder, reviewer: PersonId | null): boolean => {
  const { round, rating, verdict, comment } = command
  const known = state.type === 'None' ? undefined : state.reviews.findLast((one) => one.round === round)
  if (known === undefined || known.reviewer !== reviewer) return false
  return sameContent([known.rating, known.verdict, known.comment], [rating, verdict, comment])
}

/** O9: whether the person leads the serving team, or was its member at some time since it accepted, under any registration. */
const judgeMembership = (
  state: Existing,
  { team, humans, need }: { readonly team: TeamState | null; readonly humans: Humans; readonly need: NeedState | null },
  person: PersonId,
): 'leader' | 'member' | null => {
  if (team === null || team.type === 'None' || state.acceptedAt === null) return null
  const entered = need === null || need.type === 'None' ? state.placed.recordedAt : need.submitted.recordedAt
  const span = { since: state.acceptedAt, entered }
  const registrations = listRegistrations(humans, person)
  if (team.leader !== null && registrations.includes(team.leader)) return 'leader'
  return registrations.some((one) => wasMember(team, one, span)) ? 'member' : null
}

/** The nearest first. */
const nearness: ReadonlyArray<ReviewerKind> = ['requester', 'contact', 'proxy']

/** O9: a nearer person's review replaces a farther one's, and a reviewer may replace the own one for a while. */
const refuseReplacing = (
  state: Existing,
  humans: Humans,
  { reviewer, as, moment }: { readonly reviewer: PersonId; readonly as: ReviewerKind; readonly moment: Moment },
): OrderRejection | null => {
  const standing = findReview(state)
  if (standing === undefined || nearness.indexOf(as) < nearness.indexOf(standing.as)) return null
  const own = isSameHuman(humans, standing.reviewer, reviewer)
  const replaceable = standing.replaceableUntil !== null && moment.now < standing.replaceableUntil
  return own && replaceable ? null : { type: 'ReviewedAlready', as: standing.as }
}

/** O9: how long the reviewer may replace the review, by the edition in force now; null where it has no such term. */
const startReplacing = (policies: PolicyBook, { now }: Moment) => {
  const policy = findPolicy(policies, now)
  if (policy === null) return E.left(policyMissing(policies, now))
  const term = readTerms(orderTerms, policy).reviewReplace
  const replaceableUntil = term === null ? null : computeDue(policies, policy, { term, from: now }).dueAt
  return E.right({ replaceableUntil, policyVersion: policy.version })
}

/** A review that comes after the closing changes the outcome, and no clock. */
const reviseOutcome = (state: Reviewable, outcome: Outcome, because: OrderEvent): Decision =>
  state.type === 'Closed' && state.outcome !== outcome
    ? E.right([because, { type: 'OutcomeRevised', ...copyKeys(state), outcome }])
    : E.right([because])

/** O7, N15: in which capacity the person speaks for the order's need. A proxy of the office does not for being its contact too, under any registration. */
const findOwn = (
  state: Existing,
  { need, humans }: { readonly need: NeedState | null; readonly humans: Humans },
  reviewer: PersonId,
): Side | null => {
  const as = reviewerKind(state, reviewer)
  if (as === null || as === 'requester') return as
  const official = need === null ? null : findOfficeProxy(need)
  return official !== null && isSameHuman(humans, official, reviewer) ? 'office-proxy' : as
}

/** O7, O9: the requester's side rates what others did; contact and proxy are labelled. */
export const reviewOrder = on<ReviewOrder>()({
  reads: (command, state, moment) => ({
    ...boundTeamReads(command, state),
    ...policyReads(command, state, moment),
    humans: humansRead(moment.jurisdiction),
    need: state.type === 'None' ? null : needRead(state.placed.needId),
  }),
  decide:
    (command, { team, policies, humans, need }, moment) =>
    (state): Decision => {
      const reviewer = actingPerson(moment)
      if (isReviewRepeat(state, command, reviewer)) return E.right([])
      if (!isReviewable(state, command)) return E.left(notAllowed(state, command))
      if (reviewer === null) return E.left({ type: 'NotAuthorised', command: command.type })
      if (hasPerformed(state, humans, reviewer)) return E.left({ type: 'ReviewerIsPerformer', person: reviewer })
      const own = findOwn(state, { need, humans }, reviewer)
      const part = own === null ? findPart(need, reviewer) : null
      const as = own ?? part?.as ?? null
      if (as === null || as === 'office-proxy') return E.left({ type: 'NotAReviewer', person: reviewer })
      const membership = judgeMembership(state, { team, humans, need }, reviewer)
      const ownTeam = membership === 'member' && as === 'requester'
      if (membership !== null && !ownTeam && state.team !== null)
        return E.left({ type: 'ReviewerInTeam', person: reviewer, teamId: state.team.teamId })
      const late = refuseLate(state, moment)
      if (late !== null) return E.left(late)
      if (part !== null) return reviewPart(state, command, { ...part, as, reviewer })
      const refusal = refuseReplacing(state, humans, { reviewer, as, moment })
      if (refusal !== null) return E.left(refusal)
      const replacing = startReplacing(policies, moment)
      if (E.isLeft(replacing)) return replacing
      const because = makeReview(state, command, { reviewer, as, ownTeam, reviewedAt: moment.now, ...replacing.right })
      return state.type === 'AwaitingReview'
        ? closeRound(state, command.verdict, { because, policies, moment })
        : reviseOutcome(state, command.verdict, because)
    },
})

interface Reviewing {
  readonly reviewer: PersonId
  readonly as: ReviewerKind
  readonly ownTeam: boolean
  readonly reviewedAt: Instant
  readonly replaceableUntil: Instant | null
  readonly policyVersion: PolicyVersion
}

const makeReview = (state: Reviewable, { rating, verdict, comment }: ReviewOrder, said: Reviewing): OrderEvent => ({
  type: 'OrderReviewed',
  ...copyKeys(state),
  ...said,
  rating,
  verdict,
  comment,
  seated: listSeated(state),
  replaces: findReview(state)?.as ?? null,
})

/** O7: the round closes after 7 days without review or follow-up. */
export const lapseReview = onTimer<LapseReview>()({
  reads: policyReads,
  running: ({ round }, state) =>
    state.type === 'AwaitingReview' && state.round === round ? { dueAt: state.lapsesAt, state } : null,
  end: ({ state }, { policies }, moment) =>
    closeRound(state, 'unreviewed', { because: { type: 'ReviewLapsed', ...copyKeys(state) }, policies, moment }),
})

/** O9: minutes without a seat make a performer too, while their record is neither held nor rejected. Who had a seat is known already. */
export const notePerformer = onProcess<NotePerformer>()({
  about: ({ round, volunteer, recordId, hasMinutes }, state) => {
    if (state.type === 'None') return null
    const seats = round === state.round ? state.performers : state.servedBefore
    const isCredited = state.credited.some((one) => isSameRecord(one, { volunteer, recordId }))
    if (hasMinutes ? isCredited || seats.has(volunteer) : !isCredited) return null
    return { said: { ...copyOpened(state), round, volunteer, recordId }, hasMinutes }
  },
  then: ({ said, hasMinutes }) => E.right([{ type: hasMinutes ? 'PerformerNoted' : 'PerformerDropped', ...said }]),
})
