/** Events of the service records of one volunteer: stream `record-<volunteer>`. Add a type, never edit a released one. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, list, literal, LocalDay, nullable, variants, type Codec } from '@zhiyuan/kernel'
import { BodyId, CorrectionId, HoldId, PersonId, PolicyVersion, TeamId, UnitId } from '../../../vocabulary/ids.ts'
import { Occasion } from '../../../vocabulary/occasion.ts'
import { Count, EvidenceGrade, Minutes, Reason, Segments } from '../../../vocabulary/values.ts'
import { mostRegistrations } from '../../people/humans/humans.codec.ts'
import { recheckScope, recordKey } from './record.fields.ts'
import { ObjectionOverdue } from './record.objection.ts'
import { SheetLineSettled } from './record.sheet-line.ts'
import { HoldKind, Mark, mostBecause, mostTellers, recordFacts, RecordRef, served } from './record.values.ts'

/** Named, so that each declaration says the name and not the whole of it. */
const why: Codec<Reason> = Reason
/** Every event names the volunteer and the body that answers for the record, since to-do lists are kept by body. */
const step = { ...recordKey, bodyId: BodyId }
/** Read models that are kept by period key on the day of the record. */
const dated = { ...step, day: LocalDay }
/** What a ruling before the record counts says: how fast it may go depends on the grade (H12). */
const ruled = { ...dated, grade: EvidenceGrade, by: PersonId, reason: why }
/** What read models key on and undo: minutes, day, grade and areas of the record, and how often its standing has changed. */
const standing = {
  ...step,
  minutes: Minutes,
  day: LocalDay,
  grade: EvidenceGrade,
  source: Occasion,
  servedUnit: UnitId,
  /** 0 at the first verification, one more at each correction, suspension, reinstatement or voiding. */
  revision: Count,
}

/** What a record was worth before the change. */
const worth = closed({ minutes: Minutes, day: LocalDay, grade: EvidenceGrade })

/** A record was entered, and waits to be verified. Marks are shown, and cut nothing (H2, H15). */
export const RecordSubmitted = closed({
  type: literal('RecordSubmitted'),
  ...recordFacts,
  marks: list(Mark, 0, 4),
  reason: nullable(Reason),
  recordedAt: Instant,
  /** Until then those who were there may object, and no one verifies it (H20); null: no second look is due. */
  lookUntil: nullable(Instant),
  policyVersion: PolicyVersion,
})
export interface RecordSubmitted extends t.TypeOf<typeof RecordSubmitted> {}
/** Others on whose word the attendance rests: who listed or typed it, and who called (A12). They count as recorders (H7). */
export const TellersNoted = closed({ type: literal('TellersNoted'), ...step, tellers: list(PersonId, 1, mostTellers) })
export interface TellersNoted extends t.TypeOf<typeof TellersNoted> {}
/** The record does not count until the hold is cleared (H15). Where it counted before, `RecordSuspended` follows (H12). */
export const RecordHeld = closed({
  type: literal('RecordHeld'),
  ...step,
  holdId: HoldId,
  kind: HoldKind,
  /** The records that it overlaps; for a burst, which its hold names, and for `same-person`, none. */
  because: list(RecordRef, 0, mostBecause),
  minutes: Minutes,
  day: LocalDay,
  grade: EvidenceGrade,
})
export interface RecordHeld extends t.TypeOf<typeof RecordHeld> {}
/** A person who was there objects to the record during its second look; a hold follows (H20). It is answered by `answerBy` (H22). */
export const RecordObjected = closed({
  type: literal('RecordObjected'),
  ...dated,
  by: PersonId,
  reason: why,
  objectedAt: Instant,
  answerBy: Instant,
  policyVersion: PolicyVersion,
})
export interface RecordObjected extends t.TypeOf<typeof RecordObjected> {}
/**
 * The unit above ruled that the service took place as the record says, against the log (H2a); the clearing of its hold stands before it. The
 * absence of the volunteer ends, and the round goes on to its review.
 */
export const TookPlaceRuled = closed({
  type: literal('TookPlaceRuled'),
  ...dated,
  source: Occasion,
  segments: Segments,
  /** All of the human, the survivor first: the absence may be told under another one (G2). */
  registrations: list(PersonId, 1, mostRegistrations),
  by: PersonId,
  reason: why,
})
export interface TookPlaceRuled extends t.TypeOf<typeof TookPlaceRuled> {}
/** A named person cleared one hold; `stillHeld` says whether another one is left (H15). */
export const HoldCleared = closed({
  type: literal('HoldCleared'),
  ...ruled,
  holdId: HoldId,
  stillHeld: boolean,
})
export interface HoldCleared extends t.TypeOf<typeof HoldCleared> {}
/** The record was sent back, with the fault named, to be entered again or withdrawn. */
export const RecordReturned = closed({ type: literal('RecordReturned'), ...ruled })
export interface RecordReturned extends t.TypeOf<typeof RecordReturned> {}
/** The record was entered again with other times, and waits once more; `before` is what it said last. Added time makes it `manual` (H9). */
export const RecordResubmitted = closed({
  type: literal('RecordResubmitted'),
  ...step,
  by: PersonId,
  source: Occasion,
  recordingUnit: UnitId,
  teamId: nullable(TeamId),
  enteredAt: Instant,
  lookUntil: nullable(Instant),
  /** Whether a hold was set while it was returned, and is still open. */
  stillHeld: boolean,
  policyVersion: PolicyVersion,
  ...served,
  marks: list(Mark, 0, 4),
  before: worth,
})
export interface RecordResubmitted extends t.TypeOf<typeof RecordResubmitted> {}
/** The returned record was given up, or the check-out that made it was taken back (A8): its interval is free. */
export const RecordWithdrawn = closed({
  type: literal('RecordWithdrawn'),
  ...dated,
  source: Occasion,
  by: PersonId,
  takenBack: boolean,
})
export interface RecordWithdrawn extends t.TypeOf<typeof RecordWithdrawn> {}
/** The record was refused for good (H9): its interval is free. */
export const RecordRejected = closed({ type: literal('RecordRejected'), ...ruled, source: Occasion })
export interface RecordRejected extends t.TypeOf<typeof RecordRejected> {}
/**
 * The record counts from now on. The recording body's side certified it (H3), by a person who neither entered it nor is credited by it
 * (H7).
 */
export const RecordVerified = closed({
  type: literal('RecordVerified'),
  ...standing,
  approver: PersonId,
  teamId: nullable(TeamId),
  home: nullable(UnitId),
})
export interface RecordVerified extends t.TypeOf<typeof RecordVerified> {}

/** A person said that the record is wrong. It counts as it is until the answer (H9). */
export const CorrectionRequested = closed({
  type: literal('CorrectionRequested'),
  ...step,
  correctionId: CorrectionId,
  by: PersonId,
  reason: why,
  askedAt: Instant,
  /** It is answered by then (H22). */
  answerBy: Instant,
  policyVersion: PolicyVersion,
})
export interface CorrectionRequested extends t.TypeOf<typeof CorrectionRequested> {}
/**
 * A correction would add this time. It does not count before its second look is over and the correction is made (H20); until then those who
 * were there may object. The record counts as it is.
 */
export const AddedTimeEntered = closed({
  type: literal('AddedTimeEntered'),
  ...step,
  correctionId: CorrectionId,
  source: Occasion,
  teamId: nullable(TeamId),
  /** Who asked for the correction, and counts as having entered the time (H7). */
  by: PersonId,
  approver: PersonId,
  segments: Segments,
  minutes: Minutes,
  reason: why,
  enteredAt: Instant,
  lookUntil: Instant,
  policyVersion: PolicyVersion,
})
export interface AddedTimeEntered extends t.TypeOf<typeof AddedTimeEntered> {}
/** The record says something else from now on; nothing is overwritten (H9). `standing` is what counts now, `before` what counted. */
export const RecordCorrected = closed({
  type: literal('RecordCorrected'),
  ...standing,
  recordingUnit: UnitId,
  correctionId: CorrectionId,
  approver: PersonId,
  segments: Segments,
  /** Whether it adds time: then it is `manual` from now on, and the person who asked for it counts as having entered it (H7). */
  added: boolean,
  /** When its times were entered: what it adds may be late (H4). */
  enteredAt: Instant,
  marks: list(Mark, 0, 4),
  before: worth,
  reason: why,
})
export interface RecordCorrected extends t.TypeOf<typeof RecordCorrected> {}
/** The request was answered, and the record stays as it is (H9). */
export const RecordUpheld = closed({
  type: literal('RecordUpheld'),
  ...step,
  grade: EvidenceGrade,
  correctionId: CorrectionId,
  approver: PersonId,
  reason: why,
})
export interface RecordUpheld extends t.TypeOf<typeof RecordUpheld> {}
/** The record does not count until it is reinstated; `by` is null where a hold did it (H12). */
export const RecordSuspended = closed({
  type: literal('RecordSuspended'),
  ...standing,
  by: nullable(PersonId),
  reason: why,
})
export interface RecordSuspended extends t.TypeOf<typeof RecordSuspended> {}
/**
 * A hold rests on nothing any more: its registrations are two humans now (G2), or what it rested on was withdrawn with a mistaken check-out
 * (A8). `stillHeld` says whether another hold is left.
 */
export const HoldLifted = closed({ type: literal('HoldLifted'), ...dated, holdId: HoldId, stillHeld: boolean })
export interface HoldLifted extends t.TypeOf<typeof HoldLifted> {}
/** Holds of this volunteer's records were lifted after a split (G2); `more` says that one look could not lift all. */
export const HoldsReviewed = closed({ type: literal('HoldsReviewed'), volunteer: PersonId, more: boolean })
export interface HoldsReviewed extends t.TypeOf<typeof HoldsReviewed> {}
/** The record counts again: a person ruled so, or cleared the last hold on it (H15); `by` is null where the last hold was lifted (G2). */
export const RecordReinstated = closed({
  type: literal('RecordReinstated'),
  ...standing,
  by: nullable(PersonId),
  reason: why,
})
export interface RecordReinstated extends t.TypeOf<typeof RecordReinstated> {}
/** The record never counts again: final (H9). Its interval is free; what rested on it is re-examined (W4). */
export const RecordVoided = closed({ type: literal('RecordVoided'), ...standing, by: PersonId, reason: why })
export interface RecordVoided extends t.TypeOf<typeof RecordVoided> {}
/**
 * The records of a human with several registrations were compared (G2): those of this stream that had to give way are held (H5). `more`
 * says that one look could not hold all; `others` are the registrations whose own records have to give way.
 */
export const OverlapsRechecked = closed({
  type: literal('OverlapsRechecked'),
  volunteer: PersonId,
  /** How many of the records held had counted. */
  suspended: Count,
  more: boolean,
  ...recheckScope,
  others: list(PersonId, 0, mostRegistrations),
})
export interface OverlapsRechecked extends t.TypeOf<typeof OverlapsRechecked> {}

/** All events of a volunteer's records. */
export const RecordEvent: Codec<RecordEvent> = variants('RecordEvent', [
  RecordSubmitted,
  TellersNoted,
  RecordHeld,
  HoldCleared,
  HoldLifted,
  RecordReturned,
  RecordResubmitted,
  RecordWithdrawn,
  RecordRejected,
  RecordVerified,
  CorrectionRequested,
  AddedTimeEntered,
  RecordCorrected,
  RecordUpheld,
  RecordSuspended,
  RecordReinstated,
  RecordVoided,
  OverlapsRechecked,
  SheetLineSettled,
  HoldsReviewed,
  RecordObjected,
  TookPlaceRuled,
  ObjectionOverdue,
])
export type RecordEvent =
  | RecordSubmitted
  | TellersNoted
  | RecordHeld
  | HoldCleared
  | HoldLifted
  | RecordReturned
  | RecordResubmitted
  | RecordWithdrawn
  | RecordRejected
  | RecordVerified
  | CorrectionRequested
  | AddedTimeEntered
  | RecordCorrected
  | RecordUpheld
  | RecordSuspended
  | RecordReinstated
  | RecordVoided
  | OverlapsRechecked
  | SheetLineSettled
  | HoldsReviewed
  | RecordObjected
  | TookPlaceRuled
  | ObjectionOverdue
