import * as E from 'fp-ts/lib/Either.js'
import { msPerDay, plusMillis, type Instant, type Moment } from '@zhiyuan/kernel'
import { refusePerson } from '../../../organisation/authority.ts'
import { dueNow, policyRead, startClock } from '../../../organisation/policy/policy.read.ts'
import { registrationsOf, recordRead, type RecordState } from '../../../hours/record/record.read.ts'
import { survivorOf, volunteerRead, type VolunteerState } from '../../../people/volunteer/volunteer.read.ts'
import type { PersonId } from '../../../../vocabulary/ids.ts'
import type { ConfirmAttendance, LapseConfirmation, NoteCheckOutMissing } from '../assignment.codec.ts'
import type { CheckOutIsMissing, Paused, Present } from '../assignment.state.ts'
import { attendance, segmentsUntil, minutesOf, mostMinutes } from './minutes.ts'
import { book, notAllowed, on, personOf, waitingOf, type Decision } from './on.ts'
import { attendanceTerms } from '../assignment.terms.ts'

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)
const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)

/** A pause that was the end: she had left at its start. Her own capture still, so the grade is `system`. */
const neverResumed = (command: typeof NoteCheckOutMissing._A, state: Paused): Decision => {
  const { segments, since: at, missingAt } = state
  return E.right([{ type: 'CheckedOut', ...attendance(command, state, segments), at, missingAt }])
}

/** Never before who is there began her last segment. */
const proposedEnd = ({ planned, since }: Present): Instant => later(planned?.end ?? since, since)

/** A9: the planned end is proposed, and counts nothing until a present second person confirms. */
export const noteCheckOutMissing = on<typeof NoteCheckOutMissing._A>()({
  reads: book,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(moment.actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (state.type === 'None') return E.left(notAllowed(state, command))
      const { missingAt } = command
      const isIn = state.type === 'Present' || state.type === 'Paused'
      if (!isIn || state.missingAt !== missingAt) return E.right([])
      if (moment.now < missingAt) return E.left({ type: 'NotYetDue', dueAt: missingAt })
      if (state.type === 'Paused') return neverResumed(command, state)
      const clock = startClock(facts.book, { of: attendanceTerms, term: 'attest', at: missingAt })
      if (E.isLeft(clock)) return clock
      const { dueAt: confirmBy, assumed, policyVersion } = clock.right
      const term = { confirmBy, assumed, policyVersion }
      return E.right([
        { type: 'CheckOutMissing', ...waitingOf(state), missingAt, proposedEnd: proposedEnd(state), ...term },
      ])
    },
})

/** A person attests no presence of more than a day without a break, unless it was planned so. */
const latestEnd = ({ since, proposedEnd }: CheckOutIsMissing, { now }: Moment): Instant =>
  earlier(now, later(proposedEnd, plusMillis(since, msPerDay)))

interface Two {
  readonly volunteer: VolunteerState
  readonly confirmer: VolunteerState
  readonly service: RecordState
}

/** G2: merged into one another, both into a third, or over a chain of merges. */
const areOneHuman = ({ volunteer, confirmer, service }: Two, credited: PersonId, person: PersonId): boolean =>
  survivorOf(confirmer, person) === survivorOf(volunteer, credited) ||
  registrationsOf(service, credited).includes(person)

/** A9: a second person who was present says when it ended; then it is `attested`. */
export const confirmAttendance = on<typeof ConfirmAttendance._A>()({
  reads: ({ volunteer }, _state, moment) => ({
    book: policyRead(moment.jurisdiction),
    volunteer: volunteerRead(volunteer),
    confirmer: volunteerRead(personOf(moment) ?? ('none' as PersonId)),
    service: recordRead(volunteer),
  }),
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const { end, volunteer, wasPresent } = command
      const person = personOf(moment)
      const repeated = state.type === 'Confirmed' && state.confirmer === person && state.segments.at(-1)?.end === end
      if (repeated) return E.right([])
      if (state.type !== 'CheckOutMissing') return E.left(notAllowed(state, command))
      if (person === null) return E.left({ type: 'NotAuthorised', command: command.type })
      if (areOneHuman(facts, volunteer, person)) return E.left({ type: 'NotASecondPerson', person })
      if (!wasPresent) return E.left({ type: 'NotPresent', person })
      const endedAt = dueNow(facts.book, { of: attendanceTerms, term: 'attest' }, state.confirming)
      if (moment.now >= endedAt) return E.left({ type: 'TermEnded', endedAt })
      const until = latestEnd(state, moment)
      if (end <= state.since || end > until) return E.left({ type: 'EndNotPlausible', after: state.since, until })
      const segments = segmentsUntil(state, end)
      if (minutesOf(segments) > mostMinutes) return E.left({ type: 'ServiceTooLong' })
      const said = { confirmer: person, wasPresent }
      return E.right([{ type: 'AttendanceConfirmed', ...attendance(command, state, segments), ...said }])
    },
})

/** A9: unconfirmed it stays at 0. */
export const lapseConfirmation = on<typeof LapseConfirmation._A>()({
  reads: book,
  decide:
    (command, facts, { actor, now }) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (state.type === 'None') return E.left(notAllowed(state, command))
      if (state.type !== 'CheckOutMissing' || state.confirming.dueAt !== command.confirmBy) return E.right([])
      const dueAt = dueNow(facts.book, { of: attendanceTerms, term: 'attest' }, state.confirming)
      if (now < dueAt) return E.left({ type: 'NotYetDue', dueAt })
      return E.right([{ type: 'AttendanceUnconfirmed', ...waitingOf(state), confirmBy: command.confirmBy }])
    },
})
