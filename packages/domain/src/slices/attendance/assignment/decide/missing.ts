/** The check-out is missing: nothing counts until a second person confirms (A9). */
import * as E from 'fp-ts/lib/Either.js'
import type { Instant } from '@zhiyuan/kernel'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { dueNow, policyRead, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { humansRead, type Humans } from '../../../people/humans/humans.read.ts'
import type { AssignmentRef, EndPresence, LapseConfirmation, NoteCheckOutMissing } from '../assignment.codec.ts'
import { assignmentRead } from '../assignment.read.ts'
import {
  proposeStay,
  type AssignmentState,
  type CheckOutIsMissing,
  type IsCaptured,
  type Paused,
  type Present,
} from '../assignment.state.ts'
import { attendanceTerms } from '../assignment.terms.ts'
import { endStay } from './leave.ts'
import { listStarts } from './minutes.ts'
import { copyKeys, letContestedStand, onProcess, onTimer, type Decision } from './shared.ts'
import { isOwnWord, startConfirming } from './told.ts'

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)
const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)

const isIn = (state: AssignmentState): state is Present | Paused => state.type === 'Present' || state.type === 'Paused'

interface Ending {
  readonly missingAt: Instant
  readonly elsewhere: AssignmentRef | null
}

/** The volunteer never came back from a pause, so she left at its start, which she told herself. */
const neverResumed = (state: Paused, policies: PolicyBook, { missingAt, elsewhere }: Ending): Decision =>
  endStay(state, policies, {
    segments: state.segments,
    at: state.since,
    toldAt: missingAt,
    told: null,
    missingAt,
    elsewhere,
    late: false,
  })

/** The planned end is proposed, but no instant before the last segment began or after the volunteer came elsewhere. */
const noteMissing = (state: Present | Paused, policies: PolicyBook, { missingAt, elsewhere }: Ending): Decision => {
  if (state.type === 'Paused') return neverResumed(state, policies, { missingAt, elsewhere })
  const timer = startConfirming(policies, missingAt)
  if (E.isLeft(timer)) return timer
  const { dueAt: confirmBy, assumed, policyVersion } = timer.right
  const { planned, since, attempt } = state
  const cameAt = listStarts(state)[0] ?? since
  const proposedEnd = later(earlier(planned?.end ?? since, missingAt), since)
  const term = { confirmBy, assumed, policyVersion }
  return E.right([
    { type: 'CheckOutMissing', ...copyKeys(state), cameAt, missingAt, proposedEnd, attempt, elsewhere, ...term },
  ])
}

export const noteCheckOutMissing = onTimer<NoteCheckOutMissing>()({
  reads: policyReads,
  running: ({ missingAt }, state) =>
    isIn(state) && state.missingAt === missingAt ? { dueAt: missingAt, state } : null,
  end: ({ dueAt: missingAt, state }, { policies }) => noteMissing(state, policies, { missingAt, elsewhere: null }),
})

/** Whether it is told on another person's word that the volunteer came. */
const isOnWord = (humans: Humans, state: AssignmentState, ref: AssignmentRef): boolean =>
  'told' in state && !isOwnWord(humans, ref, state.told)

/**
 * A16: a forgotten check-out bars no service elsewhere. A12: another person's word alone ends no presence that she began herself; once both have
 * ended, they are held as two places.
 */
export const endPresence = onProcess<EndPresence>()({
  reads: ({ elsewhere }, _state, { jurisdiction }) => ({
    policies: policyRead(jurisdiction),
    humans: humansRead(jurisdiction),
    there: assignmentRead(elsewhere),
  }),
  about: ({ at, elsewhere, ...ref }, state, { humans, there }) => {
    if (!isIn(state) || state.since > at) return null
    return isOnWord(humans, there, elsewhere) && !isOnWord(humans, state, ref) ? null : { at, elsewhere, state }
  },
  then: ({ at: missingAt, elsewhere, state }, { policies }) => noteMissing(state, policies, { missingAt, elsewhere }),
})

/** A14: its end was told late, or is missing after a check-in that was. Of no length, there is nothing to enter. */
const isCapture = (state: CheckOutIsMissing | IsCaptured): boolean =>
  state.type === 'Captured' || (state.late && proposeStay(state).length > 0)

/** A9: without a confirmation the minutes stay at 0. A14: a capture then waits at the recorder of the body. */
export const lapseConfirmation = onTimer<LapseConfirmation>()({
  reads: policyReads,
  running: ({ confirmBy }, state, { policies }) =>
    (state.type === 'CheckOutMissing' || state.type === 'Captured') && state.confirming.dueAt === confirmBy
      ? { dueAt: dueNow(policies, { of: attendanceTerms, term: 'attest' }, state.confirming), state }
      : null,
  end: ({ state }) => {
    const lapsed = { ...copyKeys(state), confirmBy: state.confirming.dueAt }
    return E.right(
      isCapture(state)
        ? [{ type: 'CaptureUnconfirmed', ...lapsed }]
        : [{ type: 'AttendanceUnconfirmed', ...lapsed }, ...letContestedStand(state)],
    )
  },
})
