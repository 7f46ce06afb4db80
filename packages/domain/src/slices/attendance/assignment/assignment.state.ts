import type { EventId, Fold, Instant, PersonId } from '@zhiyuan/kernel'
import type { BodyId, TeamId, UnitId } from '../../../vocabulary/ids.ts'
import type { RunningTerm } from '../../organisation/policy/policy.read.ts'
import { sumMinutes } from '../../../vocabulary/minutes.ts'
import type { Code, Count, Interval, Minutes, Reason, Segments, TeamSpecialty } from '../../../vocabulary/values.ts'
import type {
  AssignmentEvent,
  AssignmentOpened,
  AssignmentRef,
  CheckedOut,
  CheckOutMissing,
  CheckOutTakenBack,
  PresenceCaptured,
  ReleaseReason,
  Telling,
} from './assignment.codec.ts'

/** What a record of this service needs. */
export interface ServiceFacts {
  readonly teamId: TeamId | null
  readonly bodyId: BodyId
  readonly owner: UnitId
  readonly specialty: TeamSpecialty
}

/** An alleged absence that may still be excused. */
export interface Allegation {
  readonly by: PersonId
  readonly excusing: RunningTerm
}

/** Facts of an assignment in every state. */
export interface AssignmentFacts {
  readonly ref: AssignmentRef
  readonly service: ServiceFacts
  readonly planned: Interval | null
  /** Every seat for which the assignment was opened; the last one is current. */
  readonly seats: ReadonlyArray<EventId>
  /** Since when the current seat is bound: no one came before (A14). */
  readonly boundAt: Instant
  /** Whether the ledger was told in time that the volunteer came: then she may confirm others (A9). */
  readonly cameInTime: boolean
  /** When the ledger was told that she came; null while it was not. */
  readonly knownAt: Instant | null
  /** The allegation that waits until a presence told late is confirmed or not (A8, A14). */
  readonly contested: Allegation | null
  /** How many check-outs were taken back (A8). */
  readonly attempt: Count
}

/** Presence so far: the ended segments, and the start of the running one. */
export interface PresenceFacts extends AssignmentFacts {
  readonly segments: Segments
  /** When the last step was: a check-in or the end of a break; during a break, its start. */
  readonly since: Instant
  readonly missingAt: Instant
  /** A step was told too late for `system` (A14). */
  readonly late: boolean
  /** The person who said that she came; null where she checked in herself (A12). */
  readonly told: Telling | null
}

/** Presence that is over. */
export interface StayFacts extends AssignmentFacts {
  readonly segments: Segments
  readonly minutes: Minutes
}

/** How a presence ended, as far as the own word may still take it back. */
interface EndFacts {
  readonly told: Telling | null
  readonly missingAt: Instant
  /** By the own check-out, on another person's word (A12), or by the timer that ended a pause. */
  readonly ended: 'by-check-out' | 'by-list' | 'by-timer'
}

export type Present = PresenceFacts & { readonly type: 'Present' }
export type Paused = PresenceFacts & { readonly type: 'Paused' }
export type CheckOutIsMissing = PresenceFacts & {
  readonly type: 'CheckOutMissing'
  readonly proposedEnd: Instant
  /** The presence whose check-in ended this one (A16). */
  readonly elsewhere: AssignmentRef | null
  readonly confirming: RunningTerm
}
export type HasLeft = StayFacts &
  EndFacts & {
    readonly type: 'Left'
    readonly isVerified: boolean
  }
export type IsCaptured = StayFacts &
  EndFacts & {
    readonly type: 'Captured'
    /** A step before the end was told too late. */
    readonly late: boolean
    readonly confirming: RunningTerm
  }
export type Alleged = AssignmentFacts & Allegation & { readonly type: 'AbsenceAlleged' }

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
  | HasLeft
  | CheckOutIsMissing
  | (StayFacts & { readonly type: 'Confirmed'; readonly confirmer: PersonId; readonly clerkAt: UnitId | null })
  | (AssignmentFacts & { readonly type: 'Unconfirmed' })
  | IsCaptured
  | (StayFacts & { readonly type: 'CaptureUnconfirmed' })
  | (StayFacts & { readonly type: 'TakenOver'; readonly recorder: PersonId })
  | (AssignmentFacts & { readonly type: 'CaptureRefused'; readonly by: PersonId; readonly reason: Reason })
  | Alleged
  | (AssignmentFacts & { readonly type: 'Excused'; readonly by: PersonId; readonly reason: Reason })
  | (AssignmentFacts & { readonly type: 'FoundPresent'; readonly by: PersonId })
  /** `by` alleged it. */
  | (AssignmentFacts & { readonly type: 'Absent'; readonly by: PersonId | null })

export type Existing = Exclude<AssignmentState, { readonly type: 'None' }>

const copyFacts = (state: AssignmentFacts): AssignmentFacts => {
  const { ref, service, planned, seats, boundAt, cameInTime, knownAt, contested, attempt } = state
  return { ref, service, planned, seats, boundAt, cameInTime, knownAt, contested, attempt }
}
const copyPresence = (state: PresenceFacts): PresenceFacts => {
  const { segments, since, missingAt, late, told } = state
  return { ...copyFacts(state), segments, since, missingAt, late, told }
}

const beginAssignment = (state: AssignmentState, event: AssignmentOpened): AssignmentState => {
  const { occasion, volunteer, teamId, bodyId, owner, specialty, planned, seat, boundAt } = event
  const seats = state.type === 'None' ? [seat] : [...state.seats, seat]
  const attempt = state.type === 'None' ? (0 as Count) : state.attempt
  const service = { teamId, bodyId, owner, specialty }
  const nothingKnown = { cameInTime: false, knownAt: null, contested: null }
  const facts = { ref: { occasion, volunteer }, service, planned, seats, boundAt, ...nothingKnown, attempt }
  return { type: 'NotCleared', reason: null, ...facts }
}

const isAttending = (state: Existing): state is Present | Paused | CheckOutIsMissing =>
  state.type === 'Present' || state.type === 'Paused' || state.type === 'CheckOutMissing'

type PresenceEvent = Extract<
  AssignmentEvent,
  { readonly type: 'ServicePaused' | 'ServiceResumed' | 'CheckOutMissing' | 'CheckedOut' | 'PresenceCaptured' }
>

const readConfirming = (from: Instant, event: CheckOutMissing | PresenceCaptured): RunningTerm => {
  const { confirmBy: dueAt, assumed, policyVersion } = event
  return { from, dueAt, assumed, policyVersion }
}

const findEnding = ({ missingAt, told }: CheckedOut | PresenceCaptured): EndFacts['ended'] => {
  if (missingAt !== null) return 'by-timer'
  return told === null ? 'by-check-out' : 'by-list'
}

const evolvePresence = (state: Existing, event: PresenceEvent): AssignmentState => {
  if (!isAttending(state)) return state
  const presence = copyPresence(state)
  switch (event.type) {
    case 'ServicePaused': {
      const segments = [...state.segments, { start: state.since, end: event.at }]
      return { ...presence, type: 'Paused', segments, since: event.at, late: state.late || event.late }
    }
    case 'ServiceResumed':
      return { ...presence, type: 'Present', since: event.at, late: state.late || event.late }
    case 'CheckOutMissing': {
      const { proposedEnd, missingAt, elsewhere } = event
      const confirming = readConfirming(missingAt, event)
      return { ...presence, type: 'CheckOutMissing', missingAt, proposedEnd, elsewhere, confirming }
    }
    case 'CheckedOut': {
      const { segments, minutes } = event
      const { told, missingAt } = state
      const end = { told, missingAt, ended: findEnding(event) }
      return { ...copyFacts(state), ...end, type: 'Left', segments, minutes, isVerified: false }
    }
    case 'PresenceCaptured': {
      const { segments, minutes, toldAt } = event
      const { told, missingAt, late } = state
      const end = { told, missingAt, late, ended: findEnding(event), confirming: readConfirming(toldAt, event) }
      return { ...copyFacts(state), ...end, type: 'Captured', segments, minutes }
    }
  }
}

/** The check-out was a mistake: the last segment runs on (A8). */
const reopenPresence = (state: Existing, { attempt }: CheckOutTakenBack): AssignmentState => {
  if (state.type !== 'Left' && state.type !== 'Captured') return state
  const last = state.segments.at(-1)
  if (last === undefined) return state
  const { missingAt, told } = state
  const late = state.type === 'Captured' && state.late
  const presence = { segments: state.segments.slice(0, -1), since: last.start, missingAt, late, told }
  return { ...copyFacts(state), attempt: (attempt + 1) as Count, type: 'Present', ...presence }
}

/** The stay up to the end that a missing check-out proposes. */
export const proposeStay = ({ segments, since, proposedEnd }: CheckOutIsMissing): Segments =>
  since < proposedEnd ? [...segments, { start: since, end: proposedEnd }] : segments

type CaptureEvent = Extract<
  AssignmentEvent,
  { readonly type: 'CaptureUnconfirmed' | 'CaptureTakenOver' | 'CaptureRefused' }
>

const endCapture = (state: Existing, event: CaptureEvent): AssignmentState => {
  const facts = copyFacts(state)
  switch (event.type) {
    case 'CaptureUnconfirmed': {
      if (state.type !== 'Captured' && state.type !== 'CheckOutMissing') return state
      const segments = state.type === 'Captured' ? state.segments : proposeStay(state)
      return { ...facts, type: 'CaptureUnconfirmed', segments, minutes: sumMinutes(segments) as Minutes }
    }
    case 'CaptureTakenOver':
      return { ...facts, type: 'TakenOver', segments: event.segments, minutes: event.minutes, recorder: event.recorder }
    case 'CaptureRefused':
      return { ...facts, type: 'CaptureRefused', by: event.by, reason: event.reason }
  }
}

const findAlleger = (state: Existing): PersonId | null =>
  state.type === 'AbsenceAlleged' ? state.by : (state.contested?.by ?? null)

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
    case 'CheckedIn': {
      const { at: since, toldAt: knownAt, missingAt, late, told } = event
      return { ...facts, cameInTime: !late, knownAt, type: 'Present', segments: [], since, missingAt, late, told }
    }
    case 'ServicePaused':
    case 'ServiceResumed':
    case 'CheckOutMissing':
    case 'CheckedOut':
    case 'PresenceCaptured':
      return evolvePresence(state, event)
    case 'CheckOutTakenBack':
      return reopenPresence(state, event)
    case 'AttendanceVerified':
      return state.type === 'Left' ? { ...state, isVerified: true } : state
    case 'AttendanceConfirmed': {
      const { segments, minutes, confirmer, clerkAt } = event
      return { ...facts, type: 'Confirmed', segments, minutes, confirmer, clerkAt }
    }
    case 'PresenceProven': {
      const { segments, minutes, by: confirmer } = event
      return { ...facts, type: 'Confirmed', segments, minutes, confirmer, clerkAt: null }
    }
    case 'AttendanceUnconfirmed':
      return { ...facts, type: 'Unconfirmed' }
    case 'CaptureUnconfirmed':
    case 'CaptureTakenOver':
    case 'CaptureRefused':
      return endCapture(state, event)
    case 'AbsenceAlleged': {
      const { by, allegedAt: from, excuseBy: dueAt, assumed, policyVersion } = event
      return { ...facts, type: 'AbsenceAlleged', by, excusing: { from, dueAt, assumed, policyVersion } }
    }
    case 'AbsenceContested':
      return state.type === 'AbsenceAlleged'
        ? { ...facts, contested: { by: state.by, excusing: state.excusing }, type: 'Cleared' }
        : state
    case 'AbsenceRefuted':
      return { ...facts, contested: null, type: 'Cleared' }
    case 'ExcuseAnswered':
      return { ...facts, type: 'Cleared' }
    case 'AbsenceExcused':
      return { ...facts, type: 'Excused', by: event.by, reason: event.reason }
    case 'AbsenceOverruled':
      return { ...facts, contested: null, type: 'FoundPresent', by: event.by }
    case 'AbsenceStood':
      return { ...facts, contested: null, type: 'Absent', by: findAlleger(state) }
  }
}

export const assignmentFold: Fold<AssignmentState, AssignmentEvent> = { initial: { type: 'None' }, evolve }
