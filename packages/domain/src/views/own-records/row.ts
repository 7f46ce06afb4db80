import type { Instant, LocalDay, PersonId } from '@zhiyuan/kernel'
import type { BodyId, HoldId, RecordId } from '../../vocabulary/ids.ts'
import type { Occasion } from '../../vocabulary/occasion.ts'
import type { EvidenceGrade, Minutes, Reason } from '../../vocabulary/values.ts'
import type { HoldKind, Mark } from '../../slices/hours/record/record.codec.ts'

/** What became of a record, as its volunteer sees it (H22). */
export type OwnStatus =
  'submitted' | 'returned' | 'withdrawn' | 'rejected' | 'verified' | 'correction-requested' | 'suspended' | 'voided'

/** A hold that is open, and since when. */
export interface OwnHold {
  readonly holdId: HoldId
  readonly kind: HoldKind
  readonly since: Instant
}

/** A record of one volunteer as it stands. */
export interface OwnRecord {
  readonly recordId: RecordId
  readonly bodyId: BodyId
  readonly source: Occasion
  readonly minutes: Minutes
  readonly day: LocalDay
  readonly grade: EvidenceGrade
  readonly status: OwnStatus
  readonly marks: ReadonlyArray<Mark>
  readonly holds: ReadonlyArray<OwnHold>
  /** Who last entered it, objected to it or ruled on it, and why. Null where a process did. */
  readonly by: PersonId | null
  readonly reason: Reason | null
  /** When the second look ends (H20); null where none is due. */
  readonly lookUntil: Instant | null
  /** The minutes that a correction would make of it once its second look is over (H20); null where none adds time. */
  readonly minutesAsked: Minutes | null
  /** By when an objection or a correction is answered (H22); null where none is open. */
  readonly answerBy: Instant | null
  /** That term has ended without an answer: the unit above sees it, and the body may still answer (H22). */
  readonly isOverdue: boolean
  readonly enteredAt: Instant
  /** The instant of the last change. */
  readonly since: Instant
}

/** One row for each record: a row of all records of a volunteer would be written anew with each of them. Null before it was entered. */
export interface OwnRecordRow {
  readonly record: OwnRecord | null
}

/** Every key of the records of one registration begins with it. */
export const ownRecordsPrefix = (volunteer: PersonId): string => `${volunteer}:`
export const ownRecordKey = (volunteer: PersonId, record: RecordId): string => ownRecordsPrefix(volunteer) + record
