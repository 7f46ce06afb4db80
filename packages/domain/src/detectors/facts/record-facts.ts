/** What a service record says today, and who had a hand in it. */
import type { EventId, Instant, LocalDay, PersonId, UnitId } from '@zhiyuan/kernel'
import type { BodyId, PolicyVersion, RecordId, TeamId } from '../../vocabulary/ids.ts'
import type { Occasion } from '../../vocabulary/occasion.ts'
import type { EvidenceGrade, Segments } from '../../vocabulary/values.ts'
import { copyEvidence, type Evidence, type Logged } from './logged.ts'
import { noteRows, onward, listTypes, type Changes } from './table.ts'

/** A person ruled before the record counted. */
export interface RecordRuling {
  readonly verdict: 'verified' | 'returned' | 'rejected'
  readonly by: PersonId
  readonly at: Instant
  readonly evidence: Evidence
}

export interface RecordFact {
  readonly volunteer: PersonId
  readonly recordId: RecordId
  readonly source: Occasion
  readonly teamId: TeamId | null
  readonly bodyId: BodyId
  readonly recordingUnit: UnitId
  /** Who entered it last; null where the volunteer's own check-in and check-out made it. */
  readonly recorder: PersonId | null
  readonly tellers: ReadonlyArray<PersonId>
  readonly grade: EvidenceGrade
  readonly segments: Segments
  readonly minutes: number
  readonly day: LocalDay
  readonly enteredAt: Instant
  readonly lookUntil: Instant | null
  readonly policyVersion: PolicyVersion
  /** Whether its minutes count now. */
  readonly counts: boolean
  readonly rulings: ReadonlyArray<RecordRuling>
  readonly entered: Evidence
  /** The ids of the event that entered it first, and of each that verified it: by these it is drawn. */
  readonly ids: ReadonlyArray<EventId>
}

const rule = (fact: RecordFact, verdict: RecordRuling['verdict'], by: PersonId, logged: Logged): RecordFact => ({
  ...fact,
  counts: verdict === 'verified',
  ids: verdict === 'verified' ? [...fact.ids, logged.id] : fact.ids,
  rulings: [...fact.rulings, { verdict, by, at: logged.recordedAt, evidence: copyEvidence(logged) }],
})
const stop = onward<RecordFact, unknown>((fact) => ({ ...fact, counts: false }))

type Handled =
  | 'RecordSubmitted'
  | 'TellersNoted'
  | 'RecordVerified'
  | 'RecordReturned'
  | 'RecordRejected'
  | 'RecordResubmitted'
  | 'RecordCorrected'
  | 'RecordReinstated'
  | 'RecordSuspended'
  | 'RecordVoided'

const changes: Changes<RecordFact, Handled> = {
  RecordSubmitted: (_fact, event, logged) => ({
    volunteer: event.volunteer,
    recordId: event.recordId,
    source: event.source,
    teamId: event.teamId,
    bodyId: event.bodyId,
    recordingUnit: event.recordingUnit,
    recorder: event.recorder,
    tellers: [],
    grade: event.grade,
    segments: event.segments,
    minutes: event.minutes,
    day: event.day,
    enteredAt: logged.recordedAt,
    lookUntil: event.lookUntil,
    policyVersion: event.policyVersion,
    counts: false,
    rulings: [],
    entered: copyEvidence(logged),
    ids: [logged.id],
  }),
  TellersNoted: onward((fact, { tellers }) => ({ ...fact, tellers })),
  RecordVerified: onward((fact, { approver }, logged) => rule(fact, 'verified', approver, logged)),
  RecordReturned: onward((fact, { by }, logged) => rule(fact, 'returned', by, logged)),
  RecordRejected: onward((fact, { by }, logged) => rule(fact, 'rejected', by, logged)),
  RecordResubmitted: onward((fact, { by: recorder, segments, minutes, day, grade, lookUntil }, { recordedAt }) => {
    return { ...fact, recorder, segments, minutes, day, grade, lookUntil, enteredAt: recordedAt }
  }),
  RecordCorrected: onward((fact, { segments, minutes, day, grade }) => ({ ...fact, segments, minutes, day, grade })),
  RecordReinstated: onward((fact) => ({ ...fact, counts: true })),
  RecordSuspended: stop,
  RecordVoided: stop,
}

export const recordEvents = listTypes(changes)

/** Takes an event into the records by volunteer and record id. */
export const noteRecord = noteRows(changes, ({ volunteer, recordId }): string => `${volunteer}:${recordId}`)
