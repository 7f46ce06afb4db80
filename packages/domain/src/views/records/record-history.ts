/** What happened to the service records of one volunteer, as facts: shared by every view that counts minutes. */
import type { Instant, LocalDay, UnitId } from '@zhiyuan/kernel'
import type { BodyId, HoldId, RecordId } from '../../vocabulary/ids.ts'
import type { Mark, RecordEvent } from '../../slices/hours/record/record.codec.ts'
import type { Occasion } from '../../vocabulary/occasion.ts'
import type { EvidenceGrade, Minutes, Segments } from '../../vocabulary/words.ts'
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

const worthOf = ({ day, minutes, grade }: Worth): Worth => ({ day, minutes, grade })

const servedOf = (event: Served): Served => ({ ...worthOf(event), segments: event.segments, marks: event.marks })

const factOf = (event: Noted, { recordedAt }: Recorded): RecordFact => {
  switch (event.type) {
    case 'RecordSubmitted':
      return { recordedAt, type: 'submitted', ...servedOf(event) }
    case 'RecordResubmitted':
      return { recordedAt, type: 'resubmitted', ...servedOf(event) }
    case 'RecordHeld':
      return { recordedAt, type: 'held', ...worthOf(event), holdId: event.holdId }
    case 'HoldCleared':
      return { recordedAt, type: 'hold-cleared', holdId: event.holdId }
    case 'RecordReturned':
      return { recordedAt, type: 'returned' }
    case 'RecordWithdrawn':
      return { recordedAt, type: 'withdrawn' }
    case 'RecordRejected':
      return { recordedAt, type: 'rejected' }
    case 'RecordVerified':
      return { recordedAt, type: 'verified', ...worthOf(event) }
    case 'RecordCorrected':
      return { recordedAt, type: 'corrected', ...servedOf(event) }
    case 'RecordSuspended':
      return { recordedAt, type: 'suspended', ...worthOf(event) }
    case 'RecordReinstated':
      return { recordedAt, type: 'reinstated', ...worthOf(event) }
    case 'RecordVoided':
      return { recordedAt, type: 'voided', ...worthOf(event) }
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
    facts: [...history.facts, factOf(event, recorded)],
  }
  return found < 0 ? [...records, next] : records.with(found, next)
}

interface WithRecords {
  readonly records: ReadonlyArray<RecordHistory>
}

const step = <Row extends WithRecords>(): Case<Row, Noted> => ({
  keys: ({ volunteer }) => [volunteer],
  evolve: (row, event, said) => ({ ...row, records: noteRecord(row.records, event, said) }),
})

/** For a view whose rows are volunteers: every step that a record's standing depends on. */
export const recordNotes = <Row extends WithRecords>(): Cases<Row> => ({
  RecordSubmitted: step<Row>(),
  RecordHeld: step<Row>(),
  HoldCleared: step<Row>(),
  RecordReturned: step<Row>(),
  RecordResubmitted: step<Row>(),
  RecordWithdrawn: step<Row>(),
  RecordRejected: step<Row>(),
  RecordVerified: step<Row>(),
  RecordCorrected: step<Row>(),
  RecordSuspended: step<Row>(),
  RecordReinstated: step<Row>(),
  RecordVoided: step<Row>(),
})
