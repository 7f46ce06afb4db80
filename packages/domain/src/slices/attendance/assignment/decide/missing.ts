import * as E from 'fp-ts/lib/Either.js'
import { msPerDay, plusMillis, type Instant, type Moment } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { dueNow, policyRead, startTimer } from '../../../organisation/policy/policy.read.ts'
import { sumMinutes } from '../../../../vocabulary/minutes.ts'
import { humansRead, isSameHuman } from '../../../people/humans/humans.read.ts'
import type { ConfirmAttendance, LapseConfirmation, NoteCheckOutMissing } from '../assignment.codec.ts'
import type { CheckOutIsMissing, Paused, Present } from '../assignment.state.ts'
import { describeAttendance, endSegments, mostMinutes } from './minutes.ts'
import { notAllowed, on, onTimer, copyKeys, type Decision } from './shared.ts'
import { attendanceTerms } from '../assignment.terms.ts'

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)
const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)

/** The volunteer never came back from a pause, so she left at its start. She captured that herself: the grade is `system`. */
const neverResumed = (state: Paused): Decision => {
  const { segments, since: at, missingAt } = state
  return E.right([{ type: 'CheckedOut', ...describeAttendance(state, segments), at, missingAt }])
}

/** The planned end, but never before the last segment began. */
const proposeEnd = ({ planned, since }: Present): Instant => later(planned?.end ?? since, since)

/** A9: the planned end is proposed. It counts nothing until a second person who was present confirms. */
export const noteCheckOutMissing = onTimer<NoteCheckOutMissing>()({
  reads: policyReads,
  running: ({ missingAt }, state) => {
    const isIn = state.type === 'Present' || state.type === 'Paused'
    return isIn && state.missingAt === missingAt ? { dueAt: missingAt, state } : null
  },
  end: ({ dueAt: missingAt, state }, { policies }) => {
    if (state.type === 'Paused') return neverResumed(state)
    const timer = startTimer(policies, { of: attendanceTerms, term: 'attest', at: missingAt })
    if (E.isLeft(timer)) return timer
    const { dueAt: confirmBy, assumed, policyVersion } = timer.right
    const term = { confirmBy, assumed, policyVersion }
    return E.right([
      { type: 'CheckOutMissing', ...copyKeys(state), missingAt, proposedEnd: proposeEnd(state), ...term },
    ])
  },
})

/** A person attests at most a day of presence without a break, unless the plan was longer. */
const latestEnd = ({ since, proposedEnd }: CheckOutIsMissing, { now }: Moment): Instant =>
  earlier(now, later(proposedEnd, plusMillis(since, msPerDay)))

/** A9: a second person who was present says when the service ended; the grade is then `attested`. */
export const confirmAttendance = on<ConfirmAttendance>()({
  reads: (_command, _state, { jurisdiction }) => ({
    policies: policyRead(jurisdiction),
    humans: humansRead(jurisdiction),
  }),
  decide:
    (command, { policies, humans }, moment) =>
    (state): Decision => {
      const { end, volunteer, wasPresent } = command
      const person = actingPerson(moment)
      const repeated = state.type === 'Confirmed' && state.confirmer === person && state.segments.at(-1)?.end === end
      if (repeated) return E.right([])
      if (state.type !== 'CheckOutMissing') return E.left(notAllowed(state, command))
      if (person === null) return E.left({ type: 'NotAuthorised', command: command.type })
      if (isSameHuman(humans, volunteer, person)) return E.left({ type: 'NotASecondPerson', person })
      if (!wasPresent) return E.left({ type: 'NotPresent', person })
      const endedAt = dueNow(policies, { of: attendanceTerms, term: 'attest' }, state.confirming)
      if (moment.now >= endedAt) return E.left({ type: 'TermEnded', endedAt })
      const until = latestEnd(state, moment)
      if (end <= state.since || end > until) return E.left({ type: 'EndNotPlausible', after: state.since, until })
      const segments = endSegments(state, end)
      if (sumMinutes(segments) > mostMinutes) return E.left({ type: 'ServiceTooLong' })
      const said = { confirmer: person, wasPresent }
      return E.right([{ type: 'AttendanceConfirmed', ...describeAttendance(state, segments), ...said }])
    },
})

/** A9: without a confirmation the minutes stay at 0. */
export const lapseConfirmation = onTimer<LapseConfirmation>()({
  reads: policyReads,
  running: ({ confirmBy }, state, { policies }) =>
    state.type === 'CheckOutMissing' && state.confirming.dueAt === confirmBy
      ? { dueAt: dueNow(policies, { of: attendanceTerms, term: 'attest' }, state.confirming), state }
      : null,
  end: ({ state }) =>
    E.right([{ type: 'AttendanceUnconfirmed', ...copyKeys(state), confirmBy: state.confirming.dueAt }]),
})
