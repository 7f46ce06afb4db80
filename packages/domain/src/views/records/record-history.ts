/** What happened to the service records of one volunteer, as facts: shared by every view that counts minutes. */
import type { Instant, LocalDay, UnitId } from '@zhiyuan/kernel'
import type { BodyId, HoldId, RecordId } from '../../vocabulary/ids.ts'
import type { Mark, RecordEvent } from '../../slices/hours/record/record.codec.ts'
import type { Occasion } from '../../vocabulary/occasion.ts'
import type { EvidenceGrade, Minutes, Segments } from '../../vocabulary/values.ts'
import type { Case, Cases } from '../cases.ts'
import type { Recorded } from '../known.ts'

/** What a record says that it is worth: its minutes, on the local day its first segment starts (S7), and how they are known. */
export interface Worth {
  readonly day: LocalDay
  readonly minutes: Minutes
  readonly grade: EvidenceGrade
}

/** What was served: of two records that share a minute one gives way (H5). */
interface Served extends Worth {
  readonly segments: Segments
  readonly marks: ReadonlyArray<Mark>
}

/** One step of a record. A step that changes what it is worth says the worth from then on. */
export type RecordFact = Recorded &
  (
    | ({ readonly type: 'submitted' | 'resubmitted' | 'corrected' } & Served)
    | ({ readonly type: 'held'; readonly holdId: HoldId } & Worth)
    | { readonly type: 'hold-cleared'; readonly holdId: HoldId }
    | ({ readonly type: 'verified' | 'suspended' | 'reinstated' | 'voided' } & Worth)
    | { readonly type: 'returned' | 'withdrawn' | 'rejected' }
  )

/** A record and all that happened to it. Source, served unit and when it was submitted are null until an event has said them. */
export interface RecordHistory {
  readonly recordId: RecordId
  readonly bodyId: BodyId
  readonly source: Occasion | null
  readonly servedUnit: UnitId | null
  /** As the record itself says: of two that share a minute, the one recorded first stays. */
  readonly submittedAt: Instant | null
  readonly facts: ReadonlyArray<RecordFact>
}

/** Steps that a record's standing does not depend on are left out: a requested or denied correction counts as before. */
type Noted = Extract<
  RecordEvent,
  {
    readonly type:
      | 'RecordSubmitted'
      | 'RecordHeld'
      | 'HoldCleared'
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

/** The histories with one more step. */
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
  evolve: (row, event, said) => ({ ...row, records: noteRecord(row.records, event, said) }),
})

/** For a view whose rows are volunteers: every step that a record's standing depends on. */
export const recordNotes = <Row extends WithRecords>(): Cases<Row> => ({
  RecordSubmitted: noteStep<Row>(),
  RecordHeld: noteStep<Row>(),
  HoldCleared: noteStep<Row>(),
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
