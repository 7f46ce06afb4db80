/** The history of the service records of one volunteer, as facts. Every view that counts minutes shares it. */
import type { Instant, LocalDay, UnitId } from '@zhiyuan/kernel'
import type { BodyId, HoldId, RecordId } from '../../vocabulary/ids.ts'
import type { Mark, RecordEvent } from '../../slices/hours/record/record.codec.ts'
import type { Occasion } from '../../vocabulary/occasion.ts'
import type { EvidenceGrade, Minutes, Segments } from '../../vocabulary/values.ts'
import type { Case, Cases } from '../cases.ts'
import type { Recorded } from '../known.ts'

/** What a record is worth: its minutes, the local day on which its first segment starts (S7), and the grade of evidence. */
export interface Worth {
  readonly day: LocalDay
  readonly minutes: Minutes
  readonly grade: EvidenceGrade
}

/** The segments of a record. Of two records that share a minute one gives way (H5). */
interface Served extends Worth {
  readonly segments: Segments
  readonly marks: ReadonlyArray<Mark>
}

/** One fact of a record. A fact that changes its worth holds the worth from then on. */
export type RecordFact = Recorded &
  (
    | ({ readonly type: 'submitted' | 'resubmitted' | 'corrected' } & Served)
    | ({ readonly type: 'held'; readonly holdId: HoldId } & Worth)
    | { readonly type: 'hold-cleared'; readonly holdId: HoldId }
    | ({ readonly type: 'verified' | 'suspended' | 'reinstated' | 'voided' } & Worth)
    | { readonly type: 'returned' | 'withdrawn' | 'rejected' }
  )

/** A record with all its facts. Source, served unit and instant of submission are null until an event has given them. */
export interface RecordHistory {
  readonly recordId: RecordId
  readonly bodyId: BodyId
  readonly source: Occasion | null
  readonly servedUnit: UnitId | null
  /** The `recordedAt` of the record itself: of two records that share a minute, the one recorded first stays. */
  readonly submittedAt: Instant | null
  readonly facts: ReadonlyArray<RecordFact>
}

/** Makes the fact of an event. Events that do not change a record's standing are left out, such as a requested or denied correction. */
type Noted = Extract<
  RecordEvent,
  {
    readonly type:
      | 'RecordSubmitted'
      | 'RecordHeld'
      | 'HoldCleared'
      | 'HoldLifted'
      | 'RecordReturned'
      | 'RecordResubmitted'
      | 'RecordWithdrawn'
      | 'RecordRejected'
      | 'RecordVerified'
      | 'RecordCorrected'
      | 'RecordSuspended'
      | 'RecordReinstated'
      | 'RecordVoided'
  }
>

const copyWorth = ({ day, minutes, grade }: Worth): Worth => ({ day, minutes, grade })

const copyServed = (event: Served): Served => ({ ...copyWorth(event), segments: event.segments, marks: event.marks })

const makeFact = (event: Noted, { recordedAt }: Recorded): RecordFact => {
  switch (event.type) {
    case 'RecordSubmitted':
      return { recordedAt, type: 'submitted', ...copyServed(event) }
    case 'RecordResubmitted':
      return { recordedAt, type: 'resubmitted', ...copyServed(event) }
    case 'RecordHeld':
      return { recordedAt, type: 'held', ...copyWorth(event), holdId: event.holdId }
    case 'HoldCleared':
    case 'HoldLifted':
      return { recordedAt, type: 'hold-cleared', holdId: event.holdId }
    case 'RecordReturned':
      return { recordedAt, type: 'returned' }
    case 'RecordWithdrawn':
      return { recordedAt, type: 'withdrawn' }
    case 'RecordRejected':
      return { recordedAt, type: 'rejected' }
    case 'RecordVerified':
      return { recordedAt, type: 'verified', ...copyWorth(event) }
    case 'RecordCorrected':
      return { recordedAt, type: 'corrected', ...copyServed(event) }
    case 'RecordSuspended':
      return { recordedAt, type: 'suspended', ...copyWorth(event) }
    case 'RecordReinstated':
      return { recordedAt, type: 'reinstated', ...copyWorth(event) }
    case 'RecordVoided':
      return { recordedAt, type: 'voided', ...copyWorth(event) }
  }
}

const begun = ({ recordId, bodyId }: Noted): RecordHistory => ({
  recordId,
  bodyId,
  source: null,
  servedUnit: null,
  submittedAt: null,
  facts: [],
})

/** Adds the fact of an event to the histories. */
const noteRecord = (
  records: ReadonlyArray<RecordHistory>,
  event: Noted,
  recorded: Recorded,
): ReadonlyArray<RecordHistory> => {
  const found = records.findLastIndex(({ recordId }) => recordId === event.recordId)
  const history = records[found] ?? begun(event)
  const next: RecordHistory = {
    ...history,
    source: 'source' in event ? event.source : history.source,
    servedUnit: 'servedUnit' in event ? event.servedUnit : history.servedUnit,
    submittedAt: event.type === 'RecordSubmitted' ? event.recordedAt : history.submittedAt,
    facts: [...history.facts, makeFact(event, recorded)],
  }
  return found < 0 ? [...records, next] : records.with(found, next)
}

interface WithRecords {
  readonly records: ReadonlyArray<RecordHistory>
}

const noteStep = <Row extends WithRecords>(): Case<Row, Noted> => ({
  keys: ({ volunteer }) => [volunteer],
  evolve: (row, event, noted) => ({ ...row, records: noteRecord(row.records, event, noted) }),
})

/** The cases of a view with a row for each volunteer: every event on which a record's standing depends. */
export const recordNotes = <Row extends WithRecords>(): Cases<Row> => ({
  RecordSubmitted: noteStep<Row>(),
  RecordHeld: noteStep<Row>(),
  HoldCleared: noteStep<Row>(),
  HoldLifted: noteStep<Row>(),
  RecordReturned: noteStep<Row>(),
  RecordResubmitted: noteStep<Row>(),
  RecordWithdrawn: noteStep<Row>(),
  RecordRejected: noteStep<Row>(),
  RecordVerified: noteStep<Row>(),
  RecordCorrected: noteStep<Row>(),
  RecordSuspended: noteStep<Row>(),
  RecordReinstated: noteStep<Row>(),
  RecordVoided: noteStep<Row>(),
})
