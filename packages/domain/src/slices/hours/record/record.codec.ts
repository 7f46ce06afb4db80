/** The words of all service records of one volunteer: stream `record-<volunteer>`. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, list, literal, LocalDay, nullable, text, variants } from '@zhiyuan/kernel'
import {
  BodyId,
  CorrectionId,
  HoldId,
  PersonId,
  PolicyVersion,
  RecordId,
  TeamId,
  UnitId,
  type RecordIdBrand,
} from '../../../vocabulary/ids.ts'
import { Occasion } from '../../../vocabulary/occasion.ts'
import { Code, Count, EvidenceGrade, Minutes, Reason, Segments } from '../../../vocabulary/words.ts'
import { mostRegistrations } from '../../people/humans/humans.codec.ts'
import { AttendanceGrade, HoldKind, HostedOccasion, Mark, recordFacts, RecordRef, served } from './record.values.ts'

export * from './record.values.ts'

/** So many overlaps a hold names, and so many records one recheck holds: an event and a decision stay small. */
export const [mostBecause, mostHolds] = [100, 200]

const ref = { volunteer: PersonId, recordId: RecordId }
/** Every step says whose record it is and which body answers for it: to-do lists are kept by body. */
const step = { ...ref, bodyId: BodyId }
/** Views that are kept by period key on the day of the record. */
const dated = { ...step, day: LocalDay }
/** What views key on and undo: minutes, day, grade and areas of the record, and how often its standing has changed. */
const standing = {
  ...step,
  minutes: Minutes,
  day: LocalDay,
  grade: EvidenceGrade,
  source: Occasion,
  servedUnit: UnitId,
  /** 0 at first verification, one more at each correction, suspension, reinstatement or voiding. */
  revision: Count,
}

/** What a record was worth before it was changed. */
const worth = closed({ minutes: Minutes, day: LocalDay, grade: EvidenceGrade })

/** A record came into being, and waits to be verified; marks show, and cut nothing (H2, H15). */
export const RecordSubmitted = closed({
  type: literal('RecordSubmitted'),
  ...recordFacts,
  marks: list(Mark, 0, 3),
  reason: nullable(Reason),
  recordedAt: Instant,
  policyVersion: PolicyVersion,
})
/** Does not count until the hold is cleared (H15). Where it counted before, `RecordSuspended` follows (H12). */
export const RecordHeld = closed({
  type: literal('RecordHeld'),
  ...step,
  holdId: HoldId,
  kind: HoldKind,
  /** The records it overlaps or was entered with; of other volunteers for a burst, none for `same-person`. */
  because: list(RecordRef, 0, mostBecause),
  minutes: Minutes,
  day: LocalDay,
  grade: EvidenceGrade,
})
/** A named person cleared one hold; `stillHeld` where another one is left (H15). */
export const HoldCleared = closed({
  type: literal('HoldCleared'),
  ...dated,
  holdId: HoldId,
  by: PersonId,
  reason: Reason,
  stillHeld: boolean,
})
/** Sent back, with what is wrong, to be entered again or withdrawn. */
export const RecordReturned = closed({ type: literal('RecordReturned'), ...dated, by: PersonId, reason: Reason })
/** Entered again, with other times: waits once more; `before` is what it said last. Added time makes it `manual` (H9). */
export const RecordResubmitted = closed({
  type: literal('RecordResubmitted'),
  ...step,
  by: PersonId,
  ...served,
  marks: list(Mark, 0, 3),
  before: worth,
})
/** Given up after it was returned: frees its interval. */
export const RecordWithdrawn = closed({ type: literal('RecordWithdrawn'), ...dated, by: PersonId })
/** Refused for good (H9): frees its interval. */
export const RecordRejected = closed({ type: literal('RecordRejected'), ...dated, by: PersonId, reason: Reason })
/** Counts from now on: certified by the recording body's side (H3), by a person who neither entered it nor is credited by it (H7). */
export const RecordVerified = closed({
  type: literal('RecordVerified'),
  ...standing,
  approver: PersonId,
  teamId: nullable(TeamId),
  home: nullable(UnitId),
})

/** Said to be wrong. It counts on as it is until the answer (H9). */
export const CorrectionRequested = closed({
  type: literal('CorrectionRequested'),
  ...step,
  correctionId: CorrectionId,
  by: PersonId,
  reason: Reason,
})
/** Appends, overwrites nothing (H9); `standing` is what counts now, `before` what counted. */
export const RecordCorrected = closed({
  type: literal('RecordCorrected'),
  ...standing,
  correctionId: CorrectionId,
  approver: PersonId,
  segments: Segments,
  /** Not all of it lies inside what was there: it is `manual` from now on, and who asked for it is one who entered it (H7). */
  added: boolean,
  marks: list(Mark, 0, 3),
  before: worth,
  reason: Reason,
})
/** The request was looked at, and the record stays as it is (H9). */
export const RecordUpheld = closed({
  type: literal('RecordUpheld'),
  ...step,
  correctionId: CorrectionId,
  approver: PersonId,
  reason: Reason,
})
/** Counts no more until it is reinstated; `by` is null where a hold did it (H12). */
export const RecordSuspended = closed({
  type: literal('RecordSuspended'),
  ...standing,
  by: nullable(PersonId),
  reason: Reason,
})
/** Counts again: ruled so, or the last hold on it was cleared (H15). */
export const RecordReinstated = closed({ type: literal('RecordReinstated'), ...standing, by: PersonId, reason: Reason })
/** Counts never again: final (H9). Frees its interval; what rested on it is re-examined (W4). */
export const RecordVoided = closed({ type: literal('RecordVoided'), ...standing, by: PersonId, reason: Reason })
/** The registrations that may be asked to look as well, where their records have to give way; null: every other one of the human. */
const told = { tell: nullable(list(PersonId, 0, mostRegistrations)) }
/**
 * The records of a human with several registrations were looked at (G2): what had to give way in this stream was held (H5). `more` where there
 * was more than one look holds; `others` are the registrations whose own records have to give way.
 */
export const OverlapsRechecked = closed({
  type: literal('OverlapsRechecked'),
  volunteer: PersonId,
  /** How many of the records that were held had counted. */
  suspended: Count,
  more: boolean,
  ...told,
  others: list(PersonId, 0, mostRegistrations),
})

/** Whatever can happen to a volunteer's records. */
export const RecordEvent = variants('RecordEvent', [
  RecordSubmitted,
  RecordHeld,
  HoldCleared,
  RecordReturned,
  RecordResubmitted,
  RecordWithdrawn,
  RecordRejected,
  RecordVerified,
  CorrectionRequested,
  RecordCorrected,
  RecordUpheld,
  RecordSuspended,
  RecordReinstated,
  RecordVoided,
  OverlapsRechecked,
])
export type RecordEvent = t.TypeOf<typeof RecordEvent>

/** Sent by a process from a check-out (`system`) or a confirmation (`attested`). Refused where `minutes` is not the sum of the segments (H13). */
export const SubmitRecord = closed({
  type: literal('SubmitRecord'),
  ...ref,
  source: Occasion,
  segments: Segments,
  minutes: Minutes,
  grade: AttendanceGrade,
  content: Code,
  bodyId: BodyId,
  teamId: nullable(TeamId),
  confirmer: nullable(PersonId),
})
/** An id that a person chose: without a dot, so that it is never that of an attendance, which an occasion gives. */
const EnteredRecordId = text<RecordIdBrand>('RecordId', /^[A-Za-z0-9_-]{1,64}$/, 64)

/** By a recorder of the organiser's body, after the fact: grade `manual`. `minutes` must be the sum of the segments (H13). */
export const Backfill = closed({
  type: literal('Backfill'),
  volunteer: PersonId,
  recordId: EnteredRecordId,
  occasion: HostedOccasion,
  segments: Segments,
  minutes: Minutes,
  content: Code,
  bodyId: BodyId,
  teamId: nullable(TeamId),
  responsible: PersonId,
  reason: nullable(Reason),
})
/** Sent by a process that found a burst (H12). A hold once set is not set again, also after it was cleared. */
export const HoldRecord = closed({
  type: literal('HoldRecord'),
  ...ref,
  holdId: HoldId,
  kind: HoldKind,
  because: list(RecordRef, 0, mostBecause),
})
/** By an approver of the answering unit or above, not involved (H7). The last one reinstates what a hold alone suspended, unless it overlaps (H5). */
export const ClearHold = closed({ type: literal('ClearHold'), ...ref, holdId: HoldId, reason: Reason })
/** By an approver of the answering unit or above, while the record waits. */
export const ReturnRecord = closed({ type: literal('ReturnRecord'), ...ref, reason: Reason })
/** By a recorder or clerk of the body's unit, other than the volunteer (H7). Refused with times that were entered before. */
export const ResubmitRecord = closed({ type: literal('ResubmitRecord'), ...ref, segments: Segments, minutes: Minutes })
/** By the volunteer, or a recorder or clerk of the body's unit, once it was returned. */
export const WithdrawRecord = closed({ type: literal('WithdrawRecord'), ...ref })
/** By an approver of the answering unit or above; a held record may be rejected as it is. */
export const RejectRecord = closed({ type: literal('RejectRecord'), ...ref, reason: Reason })
/** By an approver of the certifying unit (H3, H16), not involved (H7). Refused where it overlaps what counts (H5). */
export const VerifyRecord = closed({ type: literal('VerifyRecord'), ...ref })
/** By the volunteer, or an approver of the answering unit or above, of a record that counts (H9). */
export const RequestCorrection = closed({
  type: literal('RequestCorrection'),
  ...ref,
  correctionId: CorrectionId,
  reason: Reason,
})
/**
 * By an approver not involved who did not ask for it (H7); where time is added, of the certifying unit (H3, H16), and asked for by somebody
 * else than the volunteer. Refused where nothing changes or minutes would count twice (H5).
 */
export const CorrectRecord = closed({
  type: literal('CorrectRecord'),
  ...ref,
  correctionId: CorrectionId,
  segments: Segments,
  minutes: Minutes,
  reason: Reason,
})
/** By an approver not involved who did not ask for the correction (H7). */
export const UpholdRecord = closed({
  type: literal('UpholdRecord'),
  ...ref,
  correctionId: CorrectionId,
  reason: Reason,
})
/** By an approver of the answering unit or above, of a record that counts. */
export const SuspendRecord = closed({ type: literal('SuspendRecord'), ...ref, reason: Reason })
/** By an approver not involved (H7). Refused while a hold is open, or where it overlaps what counts by now (H5). */
export const ReinstateRecord = closed({ type: literal('ReinstateRecord'), ...ref, reason: Reason })
/** By an approver of the answering unit or above, once the record is suspended (H9). */
export const VoidRecord = closed({ type: literal('VoidRecord'), ...ref, reason: Reason })
/** Sent by a process when records of a human with several registrations may overlap. */
export const RecheckOverlaps = closed({ type: literal('RecheckOverlaps'), volunteer: PersonId, ...told })

/** Whatever may be asked of a volunteer's records. */
export const RecordCommand = variants('RecordCommand', [
  SubmitRecord,
  Backfill,
  HoldRecord,
  ClearHold,
  ReturnRecord,
  ResubmitRecord,
  WithdrawRecord,
  RejectRecord,
  VerifyRecord,
  RequestCorrection,
  CorrectRecord,
  UpholdRecord,
  SuspendRecord,
  ReinstateRecord,
  VoidRecord,
  RecheckOverlaps,
])
export type RecordCommand = t.TypeOf<typeof RecordCommand>
