/** A volunteer leaves: by her own check-out, or on the word of another person (A12). */
import * as E from 'fp-ts/lib/Either.js'
import { msPerMinute, plusMillis, type Instant, type Moment } from '@zhiyuan/kernel'
import { policyReads } from '../../../organisation/policy-reads.ts'
import {
  findGuardPolicy,
  policyMissing,
  policyRead,
  readTerms,
  type PolicyBook,
} from '../../../organisation/policy/policy.read.ts'
import { humansRead, isSameHuman } from '../../../people/humans/humans.read.ts'
import { deriveRecordId } from '../../../../vocabulary/occasion.ts'
import type { Segments } from '../../../../vocabulary/values.ts'
import type {
  AssignmentRef,
  CheckOut,
  CheckOutListed,
  CheckOutTakenBack,
  NoteAttendanceVerified,
  TakeBackCheckOut,
} from '../assignment.codec.ts'
import {
  assignmentFold,
  type AssignmentState,
  type CheckOutIsMissing,
  type HasLeft,
  type IsCaptured,
  type PresenceFacts,
  type Present,
} from '../assignment.state.ts'
import { attendanceTerms } from '../assignment.terms.ts'
import { findGathering, gatheringReads } from '../gathering.ts'
import { describeAttendance, endSegments, listEnds, listStarts } from './minutes.ts'
import { copyKeys, copyRef, notAllowed, on, onProcess, refuseOthers, type Decision } from './shared.ts'
import { isOwnWord, judgeStep, startConfirming, type Step } from './told.ts'

interface Departure extends Step {
  readonly segments: Segments
  readonly missingAt: Instant | null
  readonly elsewhere: AssignmentRef | null
  readonly late: boolean
}

/** What was told in time is a check-out; the rest is a capture, which waits for a second person (A14). */
export const endStay = (state: PresenceFacts, policies: PolicyBook, departure: Departure): Decision => {
  const { segments, at, toldAt, missingAt, elsewhere, told } = departure
  const attendance = describeAttendance(state, segments)
  const left = { ...attendance, at, missingAt, elsewhere, told, toldBefore: state.told }
  if (!state.late && !departure.late) return E.right([{ type: 'CheckedOut', ...left }])
  const timer = startConfirming(policies, toldAt)
  if (E.isLeft(timer)) return timer
  const { dueAt: confirmBy, assumed, policyVersion } = timer.right
  return E.right([{ type: 'PresenceCaptured', ...left, toldAt, confirmBy, assumed, policyVersion }])
}

/** A check-out that is told after it was noted as missing, and happened before, takes the place of the missing one. */
const isThere = (state: AssignmentState): state is Present | CheckOutIsMissing =>
  state.type === 'Present' || state.type === 'CheckOutMissing'

const leave = (state: Present | CheckOutIsMissing, policies: PolicyBook, step: Step): Decision => {
  const late = judgeStep(policies, state, step)
  if (E.isLeft(late)) return late
  return endStay(state, policies, {
    ...step,
    segments: endSegments(state, step.at),
    missingAt: null,
    elsewhere: null,
    late: late.right,
  })
}

const isRepeat = (state: AssignmentState, at: Instant): boolean =>
  (state.type === 'Left' || state.type === 'Captured') && listEnds(state).at(-1) === at

type Over = HasLeft | IsCaptured

/** The check-out at `at` is no more; the volunteer is there since `cameAt`. */
export const takeBack = (state: Over, at: Instant, cameAt = listStarts(state)[0] ?? at): CheckOutTakenBack => {
  const { missingAt, attempt } = state
  return { type: 'CheckOutTakenBack', ...copyKeys(state), at, cameAt, missingAt, attempt }
}

/** A12: the volunteer left on another person's word, before `at`. */
export const isLeftOnWord = (state: AssignmentState, at: Instant): state is Over =>
  (state.type === 'Left' || state.type === 'Captured') &&
  state.ended === 'by-list' &&
  at > (listEnds(state).at(-1) ?? at)

/** A8, A12: her own later word wins. A record that was verified meanwhile stays, and holds the one that follows (H5). */
const leaveAgain = (state: Over, policies: PolicyBook, step: Step): Decision => {
  const back = takeBack(state, listEnds(state).at(-1) ?? step.at)
  const present = assignmentFold.evolve(state, back)
  if (!isThere(present)) return E.right([])
  const left = leave(present, policies, step)
  return E.isLeft(left) ? left : E.right([back, ...left.right])
}

/** The volunteer checks out herself before the check-out is missing. */
export const checkOut = on<CheckOut>()({
  reads: policyReads,
  decide:
    (command, { policies }, moment) =>
    (state): Decision => {
      const { occurredAt: at, now: toldAt } = moment
      const step = { at, toldAt, told: null }
      if (isRepeat(state, at)) return E.right([])
      const onWord = isLeftOnWord(state, at)
      if (!onWord && !isThere(state)) return E.left(notAllowed(state, command))
      const refusal = refuseOthers(command, moment)
      if (refusal !== null) return E.left(refusal)
      return onWord ? leaveAgain(state, policies, step) : leave(state, policies, step)
    },
})

/** A12: of a presence that she opened herself, what another tells late of its end is no better than her missing check-out. */
const isCapture = (decided: Decision): boolean =>
  E.isRight(decided) && decided.right.some(({ type }) => type === 'PresenceCaptured')

/** A12: another person said that the volunteer left. A no-op once she has left, unless she called herself later. */
export const checkOutListed = onProcess<CheckOutListed>()({
  reads: (_command, _state, { jurisdiction }) => ({
    policies: policyRead(jurisdiction),
    humans: humansRead(jurisdiction),
  }),
  about: (command, state, { humans }) => {
    const isOwn = isOwnWord(humans, command, command.told)
    const isOver = state.type === 'Left' || state.type === 'Captured'
    return isOver && !(isOwn && isLeftOnWord(state, command.at)) ? null : { command, state, isOwn }
  },
  then: ({ command, state, isOwn }, { policies, humans }): Decision => {
    const { volunteer, at, told } = command
    if (isSameHuman(humans, volunteer, told.by)) return E.left({ type: 'NotASecondPerson', person: told.by })
    const step = { at, toldAt: told.toldAt, told }
    if (isLeftOnWord(state, at)) return leaveAgain(state, policies, step)
    if (!isThere(state)) return E.left(notAllowed(state, command))
    const left = leave(state, policies, step)
    return !isOwn && isOwnWord(humans, command, state.told) && isCapture(left) ? E.right([]) : left
  },
})

/** When a check-out may no longer be taken back (A8): as every window, it is half-open. */
const endOfTakingBack = (policies: PolicyBook, at: Instant): Instant | null => {
  const policy = findGuardPolicy(policies, at)
  return policy === null ? null : plusMillis(at, readTerms(attendanceTerms, policy).checkOutBack * msPerMinute)
}

/** A8: a check-out by mistake. The record that it made is withdrawn by a process. */
export const takeBackCheckOut = on<TakeBackCheckOut>()({
  reads: (command, state, moment) => ({ ...gatheringReads(command), ...policyReads(command, state, moment) }),
  decide:
    (command, { policies, ...found }, moment) =>
    (state): Decision => {
      const at = listEnds(state).at(-1)
      if (state.type !== 'Left' || state.ended === 'by-timer' || at === undefined)
        return E.left(notAllowed(state, command))
      const refusal = refuseOthers(command, moment)
      if (refusal !== null) return E.left(refusal)
      const gathering = findGathering(command, found)
      if (E.isLeft(gathering)) return gathering
      if (gathering.right.isReported) return E.left({ type: 'ServiceIsReported' })
      if (state.isVerified)
        return E.left({ type: 'RecordIsVerified', recordId: deriveRecordId(command.occasion, state.attempt) })
      const endedAt = endOfTakingBack(policies, at)
      if (endedAt === null) return E.left(policyMissing(policies, at))
      return moment.now >= endedAt ? E.left({ type: 'TermEnded', endedAt }) : E.right([takeBack(state, at)])
    },
})

/** A8: a check-out whose record was verified stays. Later than it may be taken back, it is not noted. */
export const noteAttendanceVerified = onProcess<NoteAttendanceVerified>()({
  reads: policyReads,
  about: (command, state) => {
    if (state.type !== 'Left' || state.isVerified) return null
    return command.recordId === deriveRecordId(command.occasion, state.attempt) ? { command, state } : null
  },
  then: ({ command, state }, { policies }, { now }: Moment): Decision => {
    const at = listEnds(state).at(-1)
    const endedAt = at === undefined ? null : endOfTakingBack(policies, at)
    const { recordId } = command
    return endedAt === null || now >= endedAt
      ? E.right([])
      : E.right([{ type: 'AttendanceVerified', ...copyRef(command), recordId }])
  },
})
