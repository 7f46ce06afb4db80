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
import type { PolicyVersion, TeamId } from '../../../../vocabulary/ids.ts'
import { unitsRead } from '../../../organisation/units/units.read.ts'
import { wasLeader, wasMember, type TeamState } from '../../../organisation/team/team.read.ts'
import { needRead, type NeedState } from '../../need/need.read.ts'
import { humansRead, isSameHuman, listRegistrations, type Humans } from '../../../people/humans/humans.read.ts'
import type { LapseReview, NotePerformer, OrderEvent, Outcome, ReviewOrder, ReviewerKind } from '../order.codec.ts'
import { isSameRecord } from '../order.facts.ts'
import type { OrderRejection } from '../order.rejection.ts'
import type { Existing, OrderFacts, OrderState } from '../order.state.ts'
import { orderTerms } from '../order.terms.ts'
import { findReported, refuseLate, servingTeamReads, type Reported } from './reported.ts'
import { findPart, reviewPart } from './review-part.ts'
import {
  copyKeys,
  copyOpened,
  findDueWithoutTeam,
  findSide,
  listSeated,
  notAllowed,
  on,
  onProcess,
  onTimer,
  type Decision,
} from './shared.ts'

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

type Keyed = Pick<OrderFacts, 'placed' | 'round' | 'handler' | 'seated'>

/** Closes the round with an outcome. It may be reopened for the policy's term (O8). */
export const closeRound = (round: Keyed, outcome: Outcome, { because, policies, moment }: Ending): Decision => {
  const timer = startTimer(policies, { of: orderTerms, term: 'reopen', at: moment.now })
  if (E.isLeft(timer)) return timer
  const { dueAt: reopenableUntil, policyVersion } = timer.right
  return E.right([
    because,
    { type: 'OrderClosed', ...copyKeys(round), outcome, reopenableUntil, policyVersion, seated: listSeated(round) },
  ])
}

/** The review of a round that stands. */
const findReview = ({ reviews }: Existing, { round }: Pick<Reported, 'round'>) =>
  reviews.findLast((one) => one.round === round)

const isReviewRepeat = (state: OrderState, command: ReviewOrder, reviewer: PersonId | null): boolean => {
  const { rating, verdict, comment } = command
  const known = state.type === 'None' ? undefined : findReview(state, command)
  if (known === undefined || known.reviewer !== reviewer) return false
  return sameContent([known.rating, known.verdict, known.comment], [rating, verdict, comment])
}

interface Membership {
  readonly teamId: TeamId
  readonly as: 'leader' | 'member'
}

interface MembershipFound {
  readonly teams: ReadonlyMap<TeamId, TeamState>
  readonly humans: Humans
  readonly need: NeedState | null
}

/** O9: the teams that served which the person led, or of which it was a member, at some time since they accepted, under any registration. */
const listMemberships = (
  { acceptances, placed }: Reported,
  { teams, humans, need }: MembershipFound,
  person: PersonId,
): ReadonlyArray<Membership> => {
  const entered = need === null || need.type === 'None' ? placed.recordedAt : need.submitted.recordedAt
  const registrations = listRegistrations(humans, person)
  return [...teams].flatMap(([teamId, team]): ReadonlyArray<Membership> => {
    const since = acceptances.findLast((one) => one.teamId === teamId)?.acceptedAt
    if (since === undefined) return []
    const span = { since, entered }
    if (registrations.some((one) => wasLeader(team, one, span))) return [{ teamId, as: 'leader' }]
    return registrations.some((one) => wasMember(team, one, span)) ? [{ teamId, as: 'member' }] : []
  })
}

/** O9: who led a team that served does not review; a member does whose own need it is. */
const refuseMember = (
  memberships: ReadonlyArray<Membership>,
  { person, as }: { readonly person: PersonId; readonly as: ReviewerKind },
): OrderRejection | null => {
  const barring = memberships.find((one) => one.as === 'leader' || as !== 'requester')
  return barring === undefined ? null : { type: 'ReviewerInTeam', person, teamId: barring.teamId }
}

/** The nearest first. */
const nearness: ReadonlyArray<ReviewerKind> = ['requester', 'contact', 'proxy']

interface Replacing extends Pick<Reviewing, 'reviewer' | 'as'> {
  readonly reported: Reported
  readonly humans: Humans
  readonly moment: Moment
}

/** O9: a nearer person's review replaces a farther one's, and a reviewer may replace the own one of the last round for a while. */
const refuseReplacing = (
  state: Existing,
  { reported, humans, reviewer, as, moment }: Replacing,
): OrderRejection | null => {
  const standing = findReview(state, reported)
  if (standing === undefined || nearness.indexOf(as) < nearness.indexOf(standing.as)) return null
  const own = isSameHuman(humans, standing.reviewer, reviewer)
  const replaceable = standing.replaceableUntil !== null && moment.now < standing.replaceableUntil
  return own && replaceable && reported.isLast ? null : { type: 'ReviewedAlready', as: standing.as }
}

interface Replaced extends Pick<Replacing, 'reported' | 'humans' | 'reviewer' | 'moment'> {
  readonly policies: PolicyBook
}

/**
 * O9: how long the reviewer may replace the review, by the edition in force at the own first one of the round; null where it has no such
 * term. A further one does not begin the term again, else no outcome would ever stand.
 */
const startReplacing = (state: Existing, { reported, humans, reviewer, policies, moment: { now } }: Replaced) => {
  const first = state.reviews.find((one) => one.round === reported.round && isSameHuman(humans, one.reviewer, reviewer))
  if (first !== undefined)
    return E.right({ replaceableUntil: first.replaceableUntil, policyVersion: first.policyVersion })
  const policy = findPolicy(policies, now)
  if (policy === null) return E.left(policyMissing(policies, now))
  const term = readTerms(orderTerms, policy).reviewReplace
  const replaceableUntil = term === null ? null : computeDue(policies, policy, { term, from: now }).dueAt
  return E.right({ replaceableUntil, policyVersion: policy.version })
}

/** A review that comes after the closing changes the outcome, and no clock. */
const reviseOutcome = (reported: Reported, outcome: Outcome, because: OrderEvent): Decision =>
  reported.outcome === outcome
    ? E.right([because])
    : E.right([because, { type: 'OutcomeRevised', ...copyKeys(reported), outcome }])

/** O7, O9: the requester's side rates what others did; contact and proxy are labelled. */
export const reviewOrder = on<ReviewOrder>()({
  reads: (command, state, moment) => ({
    ...servingTeamReads(command, state),
    ...policyReads(command, state, moment),
    humans: humansRead(moment.jurisdiction),
    tree: unitsRead(moment.jurisdiction),
    need: state.type === 'None' ? null : needRead(state.placed.needId),
  }),
  decide:
    (command, { teams, policies, humans, tree, need }, moment) =>
    (state): Decision => {
      const reviewer = actingPerson(moment)
      if (isReviewRepeat(state, command, reviewer)) return E.right([])
      const reported = findReported(state, command)
      if (state.type === 'None' || reported === null) return E.left(notAllowed(state, command))
      if (reviewer === null) return E.left({ type: 'NotAuthorised', command: command.type })
      if (hasPerformed(state, humans, reviewer)) return E.left({ type: 'ReviewerIsPerformer', person: reviewer })
      const speaking = { tree, humans, moment }
      const own = findSide(need, speaking, state.handler)
      const part = own === null ? findPart(need, speaking, state.handler) : null
      const as = own ?? part?.as ?? null
      if (as === null || as === 'office-proxy') return E.left({ type: 'NotAReviewer', person: reviewer })
      const memberships = listMemberships(reported, { teams, humans, need }, reviewer)
      const ownTeam = memberships.length > 0
      const refused = refuseMember(memberships, { person: reviewer, as }) ?? refuseLate(reported, moment)
      if (refused !== null) return E.left(refused)
      if (part !== null) return reviewPart(state, { command, reported }, { ...part, as, reviewer })
      const refusal = refuseReplacing(state, { reported, humans, reviewer, as, moment })
      if (refusal !== null) return E.left(refusal)
      const replacing = startReplacing(state, { reported, humans, reviewer, policies, moment })
      if (E.isLeft(replacing)) return replacing
      const replaces = findReview(state, reported)?.as ?? null
      const reviewedAt = moment.now
      const because = makeReview(reported, command, { reviewer, as, ownTeam, replaces, reviewedAt, ...replacing.right })
      return reported.outcome === null
        ? closeRound(reported, command.verdict, { because, policies, moment })
        : reviseOutcome(reported, command.verdict, because)
    },
})

interface Reviewing {
  readonly reviewer: PersonId
  readonly as: ReviewerKind
  readonly ownTeam: boolean
  readonly reviewedAt: Instant
  readonly replaces: ReviewerKind | null
  readonly replaceableUntil: Instant | null
  readonly policyVersion: PolicyVersion
}

const makeReview = (reported: Reported, { rating, verdict, comment }: ReviewOrder, said: Reviewing): OrderEvent => ({
  type: 'OrderReviewed',
  ...copyKeys(reported),
  ...said,
  rating,
  verdict,
  comment,
  seated: listSeated(reported),
})

type AwaitingReview = Extract<OrderState, { readonly type: 'AwaitingReview' }>

/** A14: no one has vouched for a presence of the round, so no one is known to have come: it was missed (A15). */
const missUnproven = (state: AwaitingReview, policies: PolicyBook, missedAt: Instant): ReadonlyArray<OrderEvent> => {
  const { team, escalatesAt } = state
  if (state.isProven || team === null) return []
  const serviceDueAt = findDueWithoutTeam(policies, state)
  const missed = { teamId: team.teamId, seated: listSeated(state), missedAt, serviceDueAt, escalatesAt }
  return [{ type: 'OrderMissed', ...copyKeys(state), ...missed }]
}

/** O7: the round closes after 7 days without review or follow-up, where it was served at all. */
export const lapseReview = onTimer<LapseReview>()({
  reads: policyReads,
  running: ({ round }, state) =>
    state.type === 'AwaitingReview' && state.round === round ? { dueAt: state.lapsesAt, state } : null,
  end: ({ dueAt, state }, { policies }, moment) => {
    const because: OrderEvent = { type: 'ReviewLapsed', ...copyKeys(state) }
    const missed = missUnproven(state, policies, dueAt)
    return missed.length > 0
      ? E.right([because, ...missed])
      : closeRound(state, 'unreviewed', { because, policies, moment })
  },
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
