/** A second person whom the log places there confirms what was not told in time (A9, A14). */
import * as E from 'fp-ts/lib/Either.js'
import {
  msPerMinute,
  plusMillis,
  readMany,
  type Instant,
  type Moment,
  type PersonId,
  type UnitId,
} from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import {
  dueNow,
  findGuardPolicy,
  policyMissing,
  policyRead,
  readTerms,
  type PolicyBook,
} from '../../../organisation/policy/policy.read.ts'
import {
  hasAuthority,
  listAncestors,
  listHolders,
  unitsRead,
  type UnitTree,
} from '../../../organisation/units/units.read.ts'
import { humansRead, isSameHuman, listRegistrations, type Humans } from '../../../people/humans/humans.read.ts'
import { needRead, type NeedState } from '../../../requests/need/need.read.ts'
import { sumMinutes } from '../../../../vocabulary/minutes.ts'
import type { Segments } from '../../../../vocabulary/values.ts'
import type {
  AssignmentEvent,
  AssignmentRef,
  AttendanceConfirmed,
  ConfirmAttendance,
  ConfirmByReview,
  ConfirmerKind,
} from '../assignment.codec.ts'
import { assignmentRead } from '../assignment.read.ts'
import type { AssignmentRejection } from '../assignment.rejection.ts'
import { assignmentRoles } from '../assignment.roles.ts'
import type { AssignmentFacts, AssignmentState, CheckOutIsMissing, IsCaptured } from '../assignment.state.ts'
import { attendanceTerms } from '../assignment.terms.ts'
import { findHandler, findRequesterKind, findReview, gatheringReads, type GatheringFound } from '../gathering.ts'
import { cutSegments, describeAttendance, endSegments, mostMinutes } from './minutes.ts'
import { copyKeys, notAllowed, on, onProcess, type Decision } from './shared.ts'

type Confirmable = CheckOutIsMissing | IsCaptured

const earliest = (...instants: readonly [Instant, ...ReadonlyArray<Instant>]): Instant =>
  instants.reduce((first, one) => (one < first ? one : first))

/** A9: more than the overrun after the planned end is a correction. */
const findLatestEnd = (policies: PolicyBook, state: Confirmable): E.Either<AssignmentRejection, Instant> => {
  const end = state.type === 'Captured' ? state.segments.at(-1)?.end : state.proposedEnd
  const at = state.planned?.end ?? end ?? state.boundAt
  const policy = findGuardPolicy(policies, at)
  if (policy === null) return E.left(policyMissing(policies, at))
  const limit = plusMillis(at, readTerms(attendanceTerms, policy).overrun * msPerMinute)
  if (state.type === 'Captured') return E.right(earliest(limit, end ?? limit))
  return E.right(state.elsewhere === null ? limit : earliest(limit, state.missingAt))
}

const startOfLast = (state: Confirmable): Instant =>
  state.type === 'Captured' ? (state.segments.at(-1)?.start ?? state.boundAt) : state.since

const endAt = (state: Confirmable, end: Instant): Segments =>
  state.type === 'Captured' ? cutSegments(state.segments, end) : endSegments(state, end)

interface Placed {
  readonly as: ConfirmerKind
  readonly clerkAt: UnitId | null
}

interface OfficeFound extends GatheringFound {
  readonly tree: UnitTree
  readonly humans: Humans
}

interface PlacedFound extends OfficeFound {
  readonly own: ReadonlyMap<PersonId, AssignmentState>
  readonly need: NeedState | null
}

const cameInTime = (state: AssignmentState): boolean => state.type !== 'None' && state.cameInTime

/** A clerk who typed the need for a caller is its proxy by that (N4). */
const wasTypedByClerk = ({ need }: PlacedFound): boolean =>
  need !== null && need.type !== 'None' && need.submitted.proxy?.kind === 'station-clerk'

/** The unit of the handler or above at which the person holds a clerk's post, under any registration. */
const findClerkPost = (found: OfficeFound, state: AssignmentFacts, person: PersonId): UnitId | null => {
  const handler = findHandler(found, state)
  const isOwn = (one: PersonId): boolean => isSameHuman(found.humans, one, person)
  const { roles } = assignmentRoles.ConfirmAttendance
  const isHeld = (unit: UnitId): boolean => roles.some((role) => listHolders(found.tree, unit, role).some(isOwn))
  return [handler, ...listAncestors(found.tree, handler)].find(isHeld) ?? null
}

/** Where the log places the acting person; null where it does not. What a clerk confirms counts as a clerk's, also as proxy or contact, in any role. */
const placeConfirmer = (found: PlacedFound, state: Confirmable, { actor }: Moment): Placed | null => {
  if (actor.type !== 'person') return null
  const { person, unit } = actor
  if ([...found.own.values()].some(cameInTime)) return { as: 'present', clerkAt: null }
  const handler = findHandler(found, state)
  const acting = hasAuthority(found.tree, actor, handler, ...assignmentRoles.ConfirmAttendance.roles) ? unit : null
  const clerkAt = acting ?? findClerkPost(found, state, person)
  const side = findRequesterKind(found, (one) => isSameHuman(found.humans, one, person))
  if (side === 'requester') return { as: side, clerkAt: null }
  if (side === 'proxy' && wasTypedByClerk(found)) return { as: side, clerkAt: clerkAt ?? handler }
  if (side !== null) return { as: side, clerkAt }
  return acting === null ? null : { as: 'clerk', clerkAt: acting }
}

type Said = Pick<AttendanceConfirmed, 'confirmer' | 'wasPresent' | 'as' | 'clerkAt' | 'byReview'>

/** A8: what is confirmed answers an allegation that waited for it. */
const confirmStay = (state: Confirmable, segments: Segments, said: Said): ReadonlyArray<AssignmentEvent> => {
  const at = segments[0]?.start ?? startOfLast(state)
  const confirmed = { type: 'AttendanceConfirmed' as const, ...describeAttendance(state, segments), ...said }
  return state.contested === null ? [confirmed] : [{ type: 'AbsenceRefuted', ...copyKeys(state), at }, confirmed]
}

/** The own presences of the human who confirms, under all registrations. */
const readOwn = (humans: Humans, { occasion, volunteer }: AssignmentRef, person: PersonId | null) =>
  readMany(person === null || isSameHuman(humans, person, volunteer) ? [] : listRegistrations(humans, person), (one) =>
    assignmentRead({ occasion, volunteer: one }),
  )

const isRepeat = (state: AssignmentState, { end }: ConfirmAttendance, person: PersonId | null): boolean =>
  state.type === 'Confirmed' && state.confirmer === person && state.segments.at(-1)?.end === end

export const confirmAttendance = on<ConfirmAttendance>()({
  reads: (command, _state, moment) => ({
    ...gatheringReads(command),
    policies: policyRead(moment.jurisdiction),
    humans: humansRead(moment.jurisdiction),
    tree: unitsRead(moment.jurisdiction),
  }),
  thenReads: ({ humans, order }, command, _state, moment) => ({
    own: readOwn(humans, command, actingPerson(moment)),
    need: order === null || order.type === 'None' ? null : needRead(order.placed.needId),
  }),
  decide:
    (command, found, moment) =>
    (state): Decision => {
      const { policies, humans } = found
      const { end, volunteer, wasPresent } = command
      const person = actingPerson(moment)
      if (isRepeat(state, command, person)) return E.right([])
      if (state.type !== 'CheckOutMissing' && state.type !== 'Captured') return E.left(notAllowed(state, command))
      if (person === null) return E.left({ type: 'NotAuthorised', command: command.type })
      if (isSameHuman(humans, volunteer, person)) return E.left({ type: 'NotASecondPerson', person })
      const placed = placeConfirmer(found, state, moment)
      if (placed === null) return E.left({ type: 'ConfirmerNotPlaced', person, wanted: placedThere })
      if (!wasPresent && placed.as === 'present') return E.left({ type: 'NotPresent', person })
      const endedAt = dueNow(policies, { of: attendanceTerms, term: 'attest' }, state.confirming)
      if (moment.now >= endedAt) return E.left({ type: 'TermEnded', endedAt })
      const latest = findLatestEnd(policies, state)
      if (E.isLeft(latest)) return latest
      const after = startOfLast(state)
      const until = earliest(latest.right, moment.now)
      if (end <= after || end > until) return E.left({ type: 'EndNotPlausible', after, until })
      const segments = endAt(state, end)
      if (sumMinutes(segments) > mostMinutes) return E.left({ type: 'ServiceTooLong' })
      const said = { confirmer: person, wasPresent, ...placed, byReview: false }
      return E.right(confirmStay(state, segments, said))
    },
})

/** Where a confirmer has to be placed, so that a refused person sees who is asked for. */
const placedThere: ReadonlyArray<ConfirmerKind> = ['present', 'requester', 'contact', 'proxy', 'clerk']

/** A14: the requester's side said in a review that they came. The end is what was captured, within the overrun. */
export const confirmByReview = onProcess<ConfirmByReview>()({
  reads: (command, _state, { jurisdiction }) => ({
    ...gatheringReads(command),
    policies: policyRead(jurisdiction),
    humans: humansRead(jurisdiction),
    tree: unitsRead(jurisdiction),
  }),
  about: (command, state, { humans, ...found }) => {
    if (state.type !== 'Captured') return null
    const review = findReview(state, found)
    if (review === null || isSameHuman(humans, command.volunteer, review.reviewer)) return null
    return { review, state }
  },
  then: ({ review, state }, { policies, ...found }) => {
    const endedAt = dueNow(policies, { of: attendanceTerms, term: 'attest' }, state.confirming)
    if (review.reviewedAt >= endedAt) return E.right([])
    const latest = findLatestEnd(policies, state)
    if (E.isLeft(latest)) return latest
    const segments = endAt(state, latest.right)
    if (segments.length === 0) return E.right([])
    const { reviewer: confirmer, as } = review
    const clerkAt = as === 'requester' ? null : findClerkPost(found, state, confirmer)
    const said = { confirmer, wasPresent: false, as, clerkAt, byReview: true }
    return E.right(confirmStay(state, segments, said))
  },
})
