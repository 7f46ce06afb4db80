import type { EventId, Fold, Instant, PersonId } from '@zhiyuan/kernel'
import type { BodyId, TeamId, UnitId } from '../../../vocabulary/ids.ts'
import type { RunningTerm } from '../../organisation/policy/policy.read.ts'
import type { Code, Interval, Minutes, Reason, Segments, TeamSpecialty } from '../../../vocabulary/values.ts'
import type { AssignmentEvent, AssignmentOpened, AssignmentRef, ReleaseReason } from './assignment.codec.ts'

/** What a record of this service needs. */
export interface ServiceFacts {
  readonly teamId: TeamId | null
  readonly bodyId: BodyId
  readonly owner: UnitId
  readonly specialty: TeamSpecialty
}

/** Facts of an assignment in every state. */
export interface AssignmentFacts {
  readonly ref: AssignmentRef
  readonly service: ServiceFacts
  readonly planned: Interval | null
  /** Every seat for which the assignment was opened; the last one is current. */
  readonly seats: ReadonlyArray<EventId>
}

/** Presence so far: the ended segments, and the start of the running one. */
export interface PresenceFacts extends AssignmentFacts {
  readonly segments: Segments
  /** When the last step was: a check-in or the end of a break; during a break, its start. */
  readonly since: Instant
  readonly missingAt: Instant
}

export type Present = PresenceFacts & { readonly type: 'Present' }
export type Paused = PresenceFacts & { readonly type: 'Paused' }
export type CheckOutIsMissing = PresenceFacts & {
  readonly type: 'CheckOutMissing'
  readonly proposedEnd: Instant
  readonly confirming: RunningTerm
}
export type Alleged = AssignmentFacts & {
  readonly type: 'AbsenceAlleged'
  readonly by: PersonId
  readonly excusing: RunningTerm
}

export type AssignmentState =
  | { readonly type: 'None' }
  /** `reason` is null only inside the decision that opens the assignment and judges it. */
  | (AssignmentFacts & { readonly type: 'NotCleared'; readonly reason: Code | null })
  | (AssignmentFacts & { readonly type: 'Cleared' })
  | (AssignmentFacts & { readonly type: 'Released'; readonly reason: ReleaseReason })
  | (AssignmentFacts & { readonly type: 'Withdrawn'; readonly reason: Reason })
  | (AssignmentFacts & { readonly type: 'Substituted'; readonly by: PersonId })
  | Present
  | Paused
  | (AssignmentFacts & { readonly type: 'Left'; readonly segments: Segments; readonly minutes: Minutes })
  | CheckOutIsMissing
  | (AssignmentFacts & {
      readonly type: 'Confirmed'
      readonly segments: Segments
      readonly minutes: Minutes
      readonly confirmer: PersonId
    })
  | (AssignmentFacts & { readonly type: 'Unconfirmed' })
  | Alleged
  | (AssignmentFacts & { readonly type: 'Excused'; readonly by: PersonId; readonly reason: Reason })
  | (AssignmentFacts & { readonly type: 'Absent' })

export type Existing = Exclude<AssignmentState, { readonly type: 'None' }>

const copyFacts = ({ ref, service, planned, seats }: AssignmentFacts): AssignmentFacts => ({
  ref,
  service,
  planned,
  seats,
})
const copyPresence = (state: PresenceFacts): PresenceFacts => {
  const { segments, since, missingAt } = state
  return { ...copyFacts(state), segments, since, missingAt }
}

const beginAssignment = (state: AssignmentState, event: AssignmentOpened): AssignmentState => {
  const { occasion, volunteer, teamId, bodyId, owner, specialty, planned, seat } = event
  const seats = state.type === 'None' ? [seat] : [...state.seats, seat]
  const service = { teamId, bodyId, owner, specialty }
  return { type: 'NotCleared', reason: null, ref: { occasion, volunteer }, service, planned, seats }
}

const isAttending = (state: Existing): state is Present | Paused | CheckOutIsMissing =>
  state.type === 'Present' || state.type === 'Paused' || state.type === 'CheckOutMissing'

type PresenceEvent = Extract<AssignmentEvent, { readonly type: 'ServicePaused' | 'ServiceResumed' | 'CheckOutMissing' }>

const evolvePresence = (state: Existing, event: PresenceEvent): AssignmentState => {
  if (!isAttending(state)) return state
  const presence = copyPresence(state)
  switch (event.type) {
    case 'ServicePaused': {
      const segments = [...state.segments, { start: state.since, end: event.at }]
      return { ...presence, type: 'Paused', segments, since: event.at }
    }
    case 'ServiceResumed':
      return { ...presence, type: 'Present', since: event.at }
    case 'CheckOutMissing': {
      const { proposedEnd, confirmBy: dueAt, assumed, policyVersion } = event
      const confirming = { from: state.missingAt, dueAt, assumed, policyVersion }
      return { ...presence, type: 'CheckOutMissing', proposedEnd, confirming }
    }
  }
}

const evolve = (state: AssignmentState, event: AssignmentEvent): AssignmentState => {
  if (event.type === 'AssignmentOpened') return beginAssignment(state, event)
  if (state.type === 'None') return state
  const facts = copyFacts(state)
  switch (event.type) {
    case 'AssignmentCleared':
      return { ...facts, type: 'Cleared' }
    case 'AssignmentNotCleared':
      return { ...facts, type: 'NotCleared', reason: event.reason }
    case 'AssignmentReleased':
      return { ...facts, type: 'Released', reason: event.reason }
    case 'AssignmentWithdrawn':
      return { ...facts, type: 'Withdrawn', reason: event.reason }
    case 'AssignmentSubstituted':
      return { ...facts, type: 'Substituted', by: event.by }
    case 'CheckedIn':
      return { ...facts, type: 'Present', segments: [], since: event.at, missingAt: event.missingAt }
    case 'ServicePaused':
    case 'ServiceResumed':
    case 'CheckOutMissing':
      return evolvePresence(state, event)
    case 'CheckedOut':
      return { ...facts, type: 'Left', segments: event.segments, minutes: event.minutes }
    case 'AttendanceConfirmed': {
      const { segments, minutes, confirmer } = event
      return { ...facts, type: 'Confirmed', segments, minutes, confirmer }
    }
    case 'AttendanceUnconfirmed':
      return { ...facts, type: 'Unconfirmed' }
    case 'AbsenceAlleged': {
      const { by, allegedAt: from, excuseBy: dueAt, assumed, policyVersion } = event
      return { ...facts, type: 'AbsenceAlleged', by, excusing: { from, dueAt, assumed, policyVersion } }
    }
    case 'AbsenceExcused':
      return { ...facts, type: 'Excused', by: event.by, reason: event.reason }
    case 'AbsenceStood':
      return { ...facts, type: 'Absent' }
  }
}

export const assignmentFold: Fold<AssignmentState, AssignmentEvent> = { initial: { type: 'None' }, evolve }
