import * as E from 'fp-ts/lib/Either.js'
import { minutesBetween, type Instant, type Moment } from '@zhiyuan/kernel'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { runTimer, findPolicy, policyMissing, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { orderTerms } from '../../../requests/order/order.terms.ts'
import type { Interval } from '../../../../vocabulary/values.ts'
import type { CheckedIn, CheckIn, CheckOut, PauseService, ResumeService } from '../assignment.codec.ts'
import type { AssignmentRejection } from '../assignment.rejection.ts'
import type { AssignmentState } from '../assignment.state.ts'
import { findGathering, gatheringReads } from '../gathering.ts'
import { refuseCapture, refuseLateCapture } from './capture.ts'
import { describeAttendance, endSegments, mostMinutes } from './minutes.ts'
import { notAllowed, notUnderWay, on, copyRef, refuseOthers, type Decision } from './shared.ts'

/** A list of segments holds 50: 48 before this break, the one it ends, and the one after it. */
const mostSegmentsBeforeBreak = 48

/** The instants at which segments began: a check-in, and the ends of breaks. */
const listStarts = (state: AssignmentState): ReadonlyArray<Instant> => {
  if (!('segments' in state)) return []
  const ended = state.segments.map(({ start }) => start)
  return state.type === 'Present' || state.type === 'CheckOutMissing' ? [...ended, state.since] : ended
}
const listEnds = (state: AssignmentState): ReadonlyArray<Instant> =>
  'segments' in state ? state.segments.map(({ end }) => end) : []

/**
 * The window to check in ends when a check-out would be missing, and begins as long before the planned start as that is after the planned
 * end.
 */
const findWindow = (
  policies: PolicyBook,
  planned: Interval,
  at: Instant,
): E.Either<AssignmentRejection, Pick<CheckedIn, 'missingAt' | 'policyVersion'>> => {
  const policy = findPolicy(policies, at)
  if (policy === null) return E.left(policyMissing(policies, at))
  const term = { of: orderTerms, term: 'missedCheckOut' } as const
  const { dueAt: missingAt, policyVersion } = runTimer(policies, policy, { ...term, from: planned.end })
  if (runTimer(policies, policy, { ...term, from: at }).dueAt < planned.start)
    return E.left({ type: 'CheckInTooEarly', plannedStart: planned.start })
  if (at >= missingAt) return E.left({ type: 'CheckOutIsMissingBy', missingAt })
  if (minutesBetween(at, missingAt) > mostMinutes) return E.left({ type: 'ServiceTooLong' })
  return E.right({ missingAt, policyVersion })
}

/** The volunteer checks in herself, once cleared, at an occasion that is scheduled, under way or just reported. */
export const checkIn = on<CheckIn>()({
  reads: (command, state, moment) => ({ ...gatheringReads(command), ...policyReads(command, state, moment) }),
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const at = moment.occurredAt
      if (listStarts(state)[0] === at) return E.right([])
      if (state.type !== 'Cleared') return E.left(notAllowed(state, command))
      const refusal = refuseOthers(command, moment)
      if (refusal !== null) return E.left(refusal)
      const gathering = findGathering(command, facts)
      if (E.isLeft(gathering)) return gathering
      const { planned } = state
      const { isScheduled, countsOnVolunteer } = gathering.right
      if (planned === null || !isScheduled || !countsOnVolunteer) return E.left(notUnderWay(gathering.right, command))
      const late = refuseLateCapture(facts.policies, moment)
      if (late !== null) return E.left(late)
      const window = findWindow(facts.policies, planned, at)
      return E.isLeft(window) ? window : E.right([{ type: 'CheckedIn', ...copyRef(command), at, ...window.right }])
    },
})

/** H13: a break ends a segment. */
export const pauseService = on<PauseService>()({
  reads: policyReads,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const at = moment.occurredAt
      if (listEnds(state).includes(at)) return E.right([])
      if (state.type !== 'Present') return E.left(notAllowed(state, command))
      const refusal = refuseOthers(command, moment) ?? refuseCapture(facts.policies, state, moment)
      if (refusal !== null) return E.left(refusal)
      return state.segments.length > mostSegmentsBeforeBreak
        ? E.left({ type: 'TooManyBreaks' })
        : E.right([{ type: 'ServicePaused', ...copyRef(command), at }])
    },
})

export const resumeService = on<ResumeService>()({
  reads: policyReads,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const at = moment.occurredAt
      if (listStarts(state).includes(at)) return E.right([])
      if (state.type !== 'Paused') return E.left(notAllowed(state, command))
      const refusal = refuseOthers(command, moment) ?? refuseCapture(facts.policies, state, moment)
      return refusal === null ? E.right([{ type: 'ServiceResumed', ...copyRef(command), at }]) : E.left(refusal)
    },
})

const isRepeat = (state: AssignmentState, { occurredAt }: Moment): boolean =>
  state.type === 'Left' && listEnds(state).at(-1) === occurredAt

/** The volunteer checks out herself before the check-out is missing: grade `system`. */
export const checkOut = on<CheckOut>()({
  reads: policyReads,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      if (isRepeat(state, moment)) return E.right([])
      if (state.type !== 'Present') return E.left(notAllowed(state, command))
      const refusal = refuseOthers(command, moment) ?? refuseCapture(facts.policies, state, moment)
      if (refusal !== null) return E.left(refusal)
      const at = moment.occurredAt
      const segments = endSegments(state, at)
      return E.right([{ type: 'CheckedOut', ...describeAttendance(state, segments), at, missingAt: null }])
    },
})
