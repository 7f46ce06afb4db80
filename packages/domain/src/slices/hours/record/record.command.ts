/** Commands about the service records of one volunteer. */
import type * as t from 'io-ts'
import { closed, list, literal, nullable, text, variants, type Codec } from '@zhiyuan/kernel'
import { BodyId, CorrectionId, HoldId, PersonId, TeamId, type RecordIdBrand } from '../../../vocabulary/ids.ts'
import { Occasion } from '../../../vocabulary/occasion.ts'
import { Code, Minutes, Reason, Segments } from '../../../vocabulary/values.ts'
import { recheckScope, recordKey } from './record.fields.ts'
import { NoteObjectionOverdue } from './record.objection.ts'
import { SettleBurst } from './record.burst.ts'
import { EnterSheetLine, SettleSheetLine } from './record.sheet-line.ts'
import { AttendanceGrade, HoldKind, HostedOccasion, RecordRef, mostBecause, mostTellers } from './record.values.ts'

/**
 * Sent by a process from a check-out (`system`) or a confirmation (`attested`). Refused where `minutes` is not the sum of the segments
 * (H13).
 */
export const SubmitRecord = closed({
  type: literal('SubmitRecord'),
  ...recordKey,
  source: Occasion,
  segments: Segments,
  minutes: Minutes,
  grade: AttendanceGrade,
  content: Code,
  bodyId: BodyId,
  teamId: nullable(TeamId),
  confirmer: nullable(PersonId),
  /** Others on whose word it rests (A12). */
  tellers: list(PersonId, 0, mostTellers),
})
export interface SubmitRecord extends t.TypeOf<typeof SubmitRecord> {}
/** An id that a person chose. It has no dot, so it is never the id of an attendance, which comes from an occasion. */
const EnteredRecordId = text<RecordIdBrand>('RecordId', /^[A-Za-z0-9_-]{1,64}$/, 64)

/**
 * By a recorder of the organiser's body, after the fact: grade `manual`. `minutes` must be the sum of the segments (H13), and `content` a specialty
 * of the eight or of a policy (C05).
 */
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
export interface Backfill extends t.TypeOf<typeof Backfill> {}
/** Sent by a process that found a burst (H12). A hold is set once, and not again after it was cleared. */
export const HoldRecord = closed({
  type: literal('HoldRecord'),
  ...recordKey,
  holdId: HoldId,
  kind: HoldKind,
  because: list(RecordRef, 0, mostBecause),
})
export interface HoldRecord extends t.TypeOf<typeof HoldRecord> {}
/**
 * By an approver of the answering unit or above, not involved (H7); where the record contradicts the log (H2a), or clerks confirmed it in
 * bulk (A9), by the unit above. Clearing the last hold reinstates a record that only a hold had suspended, unless it overlaps (H5).
 */
export const ClearHold = closed({ type: literal('ClearHold'), ...recordKey, holdId: HoldId, reason: Reason })
export interface ClearHold extends t.TypeOf<typeof ClearHold> {}
/** By a person who was seated, recorded or served there, once, while its second look runs (H20). An approver clears the hold with an answer. */
export const ObjectToRecord = closed({ type: literal('ObjectToRecord'), ...recordKey, reason: Reason })
export interface ObjectToRecord extends t.TypeOf<typeof ObjectToRecord> {}
/** By an approver of the answering unit or above, while the record waits. */
export const ReturnRecord = closed({ type: literal('ReturnRecord'), ...recordKey, reason: Reason })
export interface ReturnRecord extends t.TypeOf<typeof ReturnRecord> {}
/** By a recorder or clerk of the body's unit, other than the volunteer (H7). Refused with times that were entered before. */
export const ResubmitRecord = closed({
  type: literal('ResubmitRecord'),
  ...recordKey,
  segments: Segments,
  minutes: Minutes,
})
export interface ResubmitRecord extends t.TypeOf<typeof ResubmitRecord> {}
/** By the volunteer, or a recorder or clerk of the body's unit, once it was returned. */
export const WithdrawRecord = closed({ type: literal('WithdrawRecord'), ...recordKey })
export interface WithdrawRecord extends t.TypeOf<typeof WithdrawRecord> {}
/** Sent by a process when the check-out that made the record was taken back; a no-op once it is verified or returned (A8). */
export const WithdrawTakenBack = closed({ type: literal('WithdrawTakenBack'), ...recordKey })
export interface WithdrawTakenBack extends t.TypeOf<typeof WithdrawTakenBack> {}
/** By an approver of the answering unit or above; a held record may be rejected as it is. */
export const RejectRecord = closed({ type: literal('RejectRecord'), ...recordKey, reason: Reason })
export interface RejectRecord extends t.TypeOf<typeof RejectRecord> {}
/** By an approver of the certifying unit (H3, H16), not involved (H7). Refused where it overlaps what counts (H5). */
export const VerifyRecord = closed({ type: literal('VerifyRecord'), ...recordKey })
export interface VerifyRecord extends t.TypeOf<typeof VerifyRecord> {}
/** By the volunteer, or an approver of the answering unit or above, of a record that counts (H9). */
export const RequestCorrection = closed({
  type: literal('RequestCorrection'),
  ...recordKey,
  correctionId: CorrectionId,
  reason: Reason,
})
export interface RequestCorrection extends t.TypeOf<typeof RequestCorrection> {}
/**
 * By an approver not involved who did not ask for it (H7). Added time is certified by the certifying unit (H3, H16), and was asked for by
 * another person than the volunteer; where a second look is due it is entered first, and the same command makes the correction afterwards
 * (H20). Refused where nothing changes or minutes would count twice (H5).
 */
export const CorrectRecord = closed({
  type: literal('CorrectRecord'),
  ...recordKey,
  correctionId: CorrectionId,
  segments: Segments,
  minutes: Minutes,
  reason: Reason,
})
export interface CorrectRecord extends t.TypeOf<typeof CorrectRecord> {}
/** By an approver not involved who did not ask for the correction (H7). */
export const UpholdRecord = closed({
  type: literal('UpholdRecord'),
  ...recordKey,
  correctionId: CorrectionId,
  reason: Reason,
})
export interface UpholdRecord extends t.TypeOf<typeof UpholdRecord> {}
/** By an approver of the answering unit or above, of a record that counts. */
export const SuspendRecord = closed({ type: literal('SuspendRecord'), ...recordKey, reason: Reason })
export interface SuspendRecord extends t.TypeOf<typeof SuspendRecord> {}
/** By an approver not involved (H7). Refused while a hold is open, or where it overlaps what counts by now (H5). */
export const ReinstateRecord = closed({ type: literal('ReinstateRecord'), ...recordKey, reason: Reason })
export interface ReinstateRecord extends t.TypeOf<typeof ReinstateRecord> {}
/** By an approver of the answering unit or above, once the record is suspended (H9). */
export const VoidRecord = closed({ type: literal('VoidRecord'), ...recordKey, reason: Reason })
export interface VoidRecord extends t.TypeOf<typeof VoidRecord> {}
/** Sent by a process when records of a human with several registrations may overlap. */
export const RecheckOverlaps = closed({ type: literal('RecheckOverlaps'), volunteer: PersonId, ...recheckScope })
export interface RecheckOverlaps extends t.TypeOf<typeof RecheckOverlaps> {}
/** Sent by a process after a split, and again after a later hold of such a registration (G2). */
export const LiftHolds = closed({ type: literal('LiftHolds'), volunteer: PersonId })
export interface LiftHolds extends t.TypeOf<typeof LiftHolds> {}

/** All commands about a volunteer's records. */
export const RecordCommand: Codec<RecordCommand> = variants('RecordCommand', [
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
  EnterSheetLine,
  SettleSheetLine,
  LiftHolds,
  WithdrawTakenBack,
  SettleBurst,
  ObjectToRecord,
  NoteObjectionOverdue,
])
export type RecordCommand =
  | SubmitRecord
  | Backfill
  | HoldRecord
  | ClearHold
  | ReturnRecord
  | ResubmitRecord
  | WithdrawRecord
  | RejectRecord
  | VerifyRecord
  | RequestCorrection
  | CorrectRecord
  | UpholdRecord
  | SuspendRecord
  | ReinstateRecord
  | VoidRecord
  | RecheckOverlaps
  | EnterSheetLine
  | SettleSheetLine
  | LiftHolds
  | WithdrawTakenBack
  | SettleBurst
  | ObjectToRecord
  | NoteObjectionOverdue
