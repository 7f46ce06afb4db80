/** A volunteer comes: by her own check-in, or on the word of another person (A12). */
import * as E from 'fp-ts/lib/Either.js'
import { minutesBetween, type Instant, type Moment } from '@zhiyuan/kernel'
import { findPolicy, policyMissing, policyRead, runTimer } from '../../../organisation/policy/policy.read.ts'
import type { PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { humansRead, isSameHuman } from '../../../people/humans/humans.read.ts'
import { orderTerms } from '../../../requests/order/order.terms.ts'
import type { Interval } from '../../../../vocabulary/values.ts'
import type { AssignmentEvent, AssignmentRef, CheckedIn, CheckIn, CheckInListed } from '../assignment.codec.ts'
import type { AssignmentRejection } from '../assignment.rejection.ts'
import type { AssignmentState, HasLeft, IsCaptured } from '../assignment.state.ts'
import { findGathering, gatheringReads, type Gathering, type GatheringFound } from '../gathering.ts'
import { isLeftOnWord, takeBack } from './leave.ts'
import { listEnds, listStarts, mostMinutes } from './minutes.ts'
import { copyKeys, copyRef, notAllowed, notUnderWay, on, onProcess, refuseOthers, type Decision } from './shared.ts'
import { isOwnWord, judgeTold, type Step } from './told.ts'

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

type Awaited = Extract<AssignmentState, { readonly type: 'Cleared' | 'AbsenceAlleged' | 'Excused' | 'Released' }>

type ListedLate = Extract<AssignmentState, { readonly type: 'Present' | 'CheckOutMissing' }>

/** A14: a roll that was told late bars no own check-in of an earlier instant that is told within its term; both are captures. */
const isListedLate = (state: AssignmentState, at: Instant): state is ListedLate =>
  (state.type === 'Present' || state.type === 'CheckOutMissing') &&
  state.told !== null &&
  state.late &&
  state.segments.length === 0 &&
  at < state.since

/** A12: others said that she came and left before the planned start. Her own later check-in wins over all of it. */
const isListedBefore = (state: AssignmentState, at: Instant): state is HasLeft | IsCaptured =>
  isLeftOnWord(state, at) &&
  state.told !== null &&
  listEnds(state).every((end) => state.planned !== null && end <= state.planned.start)

const isListed = (state: AssignmentState, at: Instant): state is ListedLate | HasLeft | IsCaptured =>
  isListedLate(state, at) || isListedBefore(state, at)

/** A15: what a clock concluded does not bar a presence that is told within its term. */
const isAwaited = (state: AssignmentState): state is Awaited =>
  state.type === 'Cleared' ||
  state.type === 'AbsenceAlleged' ||
  state.type === 'Excused' ||
  (state.type === 'Released' && (state.reason === 'missed' || state.reason === 'closed'))

/** A14, A15: a round that was missed or closed meanwhile may be served all the same, by who has a seat. */
const takesStep = (gathering: Gathering, { type }: Awaited): boolean => {
  const { isScheduled, countsOnVolunteer, mayReturn, wasMissed, isOver } = gathering
  const isExpected = countsOnVolunteer || (type === 'Excused' && mayReturn)
  return (isScheduled && isExpected) || wasMissed || isOver
}

/**
 * A8: a check-in up to the planned end answers the allegation, or its excuse. What is told late proves nothing before it is confirmed, and so
 * only keeps the allegation waiting (A14).
 */
const answerAllegation = (
  state: Awaited,
  planned: Interval,
  { at, late }: { readonly at: Instant; readonly late: boolean },
): E.Either<AssignmentRejection, ReadonlyArray<AssignmentEvent>> => {
  if (state.type !== 'AbsenceAlleged' && state.type !== 'Excused') return E.right([])
  if (at > planned.end) return E.left({ type: 'PlannedEndPassed', plannedEnd: planned.end })
  const answer = { ...copyKeys(state), at }
  if (state.type === 'Excused') return E.right([{ type: 'ExcuseAnswered', ...answer }])
  return E.right([{ type: late ? 'AbsenceContested' : 'AbsenceRefuted', ...answer }])
}

interface Arrival {
  readonly command: CheckIn | CheckInListed
  readonly step: Step
  readonly found: GatheringFound & { readonly policies: PolicyBook }
}

const arrive = (state: AssignmentState, { command, step, found }: Arrival): Decision => {
  const { at, toldAt, told } = step
  const awaited = isListed(state, at) ? { ...state, type: 'Cleared' as const } : state
  if (!isAwaited(awaited)) return E.left(notAllowed(state, command))
  const gathering = findGathering(command, found)
  if (E.isLeft(gathering)) return gathering
  const late = judgeTold(found.policies, step)
  if (E.isLeft(late)) return late
  const { planned, boundAt } = awaited
  if (planned === null || !takesStep(gathering.right, awaited)) return E.left(notUnderWay(gathering.right, command))
  if (at < boundAt) return E.left({ type: 'SeatNotBoundYet', boundAt })
  const answered = answerAllegation(awaited, planned, { at, late: late.right })
  if (E.isLeft(answered)) return answered
  const window = findWindow(found.policies, planned, at)
  if (E.isLeft(window)) return window
  const came = { type: 'CheckedIn' as const, ...copyRef(command), at, toldAt, ...window.right, late: late.right, told }
  const back = isListedBefore(state, at)
    ? listEnds(state)
        .slice(-1)
        .map((end) => takeBack(state, end, at))
    : []
  return E.right([...back, ...answered.right, came])
}

const arrivalReads = (command: AssignmentRef, _state: AssignmentState, { jurisdiction }: Moment) => ({
  ...gatheringReads(command),
  policies: policyRead(jurisdiction),
})

/** The volunteer checks in herself, once cleared, at an occasion that is scheduled, under way or just reported. */
export const checkIn = on<CheckIn>()({
  reads: arrivalReads,
  decide:
    (command, found, moment) =>
    (state): Decision => {
      const { occurredAt: at, now: toldAt } = moment
      if (listStarts(state)[0] === at) return E.right([])
      if (!isAwaited(state) && !isListed(state, at)) return E.left(notAllowed(state, command))
      const refusal = refuseOthers(command, moment)
      return refusal === null ? arrive(state, { command, step: { at, toldAt, told: null }, found }) : E.left(refusal)
    },
})

/** A12: another person said that the volunteer came. A no-op once she is there, unless she called herself. */
export const checkInListed = onProcess<CheckInListed>()({
  reads: (command, state, moment) => ({
    ...arrivalReads(command, state, moment),
    humans: humansRead(moment.jurisdiction),
  }),
  about: (command, state, { humans }) => {
    const { at, told } = command
    const isOwn = isOwnWord(humans, command, told) && isListed(state, at)
    return listStarts(state).length > 0 && !isOwn ? null : { command, state }
  },
  then: ({ command, state }, { humans, ...found }): Decision => {
    const { volunteer, at, told } = command
    if (isSameHuman(humans, volunteer, told.by)) return E.left({ type: 'NotASecondPerson', person: told.by })
    return arrive(state, { command, step: { at, toldAt: told.toldAt, told }, found })
  },
})
