/** All service records of one volunteer, as far as decisions need them. */
import type { Fold, Instant, LocalDay, PersonId, UnitId } from '@zhiyuan/kernel'
import type { BodyId, HoldId, RecordId, TeamId } from '../../../vocabulary/ids.ts'
import type { Occasion } from '../../../vocabulary/occasion.ts'
import type { Code, EvidenceGrade, Minutes, Reason, Segments } from '../../../vocabulary/values.ts'
import { changeCorrection, type Correction } from './record.correction.ts'
import { objectionHoldId } from './record.ids.ts'
import { addQuestion, markOverdue, type Question } from './record.questions.ts'
import type { HoldCleared, HoldKind, Mark, RecordRef, RecordSubmitted, RecordEvent } from './record.codec.ts'

export type RecordStatus =
  | 'submitted'
  | 'held'
  | 'returned'
  | 'withdrawn'
  | 'rejected'
  | 'verified'
  | 'correction-requested'
  | 'suspended'
  | 'voided'

/** How much of a record a person had seen when ruling on it. */
export interface Seen {
  /** The number of entries seen, from the first one on. */
  readonly entries: number
  /** The number of verifications and corrections made by then. */
  readonly approvals: number
}

/** A hold that was ever set; `cleared` is null until a person clears it. One that was lifted rests on nothing since a split (G2). */
export interface Hold {
  readonly holdId: HoldId
  readonly kind: HoldKind
  readonly because: ReadonlyArray<RecordRef>
  readonly cleared: { readonly by: PersonId; readonly reason: Reason; readonly seen: Seen } | null
  readonly lifted: boolean
}

/**
 * One account of the service done: the first submission, a resubmission, or a correction that added time, by the person who asked for it
 * (H7).
 */
export interface Entry {
  /** Null where the volunteer's own check-in and check-out made the record. */
  readonly by: PersonId | null
  readonly segments: Segments
  readonly at: Instant
}

/** A ruling that was given, kept so that a repeat is recognised. */
export interface Ruling {
  readonly type: 'return' | 'reject' | 'suspend' | 'reinstate' | 'void'
  readonly by: PersonId
  readonly reason: Reason
}

/** A record as it stands; `submitted` is the first submission. */
export interface ServiceRecord {
  readonly submitted: RecordSubmitted
  readonly recordId: RecordId
  readonly volunteer: PersonId
  readonly source: Occasion
  readonly content: Code
  readonly segments: Segments
  readonly minutes: Minutes
  readonly day: LocalDay
  readonly grade: EvidenceGrade
  readonly marks: ReadonlyArray<Mark>
  readonly servedUnit: UnitId
  readonly home: UnitId | null
  readonly rosterArea: UnitId | null
  readonly bodyId: BodyId
  readonly recordingUnit: UnitId
  readonly teamId: TeamId | null
  readonly responsible: PersonId
  readonly entries: ReadonlyArray<Entry>
  /** Others on whose word the attendance rests (A12). */
  readonly tellers: ReadonlyArray<PersonId>
  readonly recordedAt: Instant
  readonly status: RecordStatus
  readonly holds: ReadonlyArray<Hold>
  /** Changes of standing since the first verification. */
  readonly revision: number
  /** The person who verified it, or corrected it last. */
  readonly approver: PersonId | null
  /** How often it was verified or corrected. */
  readonly approvals: number
  /** The last person who let it count again since the approval: by reinstating it or by clearing the last hold. */
  readonly reinstatedBy: PersonId | null
  readonly corrections: ReadonlyArray<Correction>
  /** Who objected, and why: each once (H20). */
  readonly objections: ReadonlyArray<{ readonly by: PersonId; readonly reason: Reason }>
  readonly questions: ReadonlyArray<Question>
  /** In the order in which they were given. */
  readonly rulings: ReadonlyArray<Ruling>
  /** Null unless suspended; false where only a hold suspended it. */
  readonly suspendedByPerson: boolean | null
}

export interface RecordState {
  readonly records: ReadonlyMap<RecordId, ServiceRecord>
}

export const isOpen = ({ cleared, lifted }: Hold): boolean => cleared === null && !lifted
export const isHeld = ({ holds }: ServiceRecord): boolean => holds.some(isOpen)

/** Verified, and not suspended or voided since. */
export const isCounting = ({ status }: ServiceRecord): boolean =>
  status === 'verified' || status === 'correction-requested'

/** Not rejected, withdrawn or voided: those free the interval (H5). */
export const isLive = ({ status }: ServiceRecord): boolean =>
  status !== 'rejected' && status !== 'withdrawn' && status !== 'voided'

/** A record as it begins. */
export const beginRecord = (submitted: RecordSubmitted): ServiceRecord => {
  return {
    submitted,
    recordId: submitted.recordId,
    volunteer: submitted.volunteer,
    source: submitted.source,
    content: submitted.content,
    segments: submitted.segments,
    minutes: submitted.minutes,
    day: submitted.day,
    grade: submitted.grade,
    marks: submitted.marks,
    servedUnit: submitted.servedUnit,
    home: submitted.home,
    rosterArea: submitted.rosterArea,
    bodyId: submitted.bodyId,
    recordingUnit: submitted.recordingUnit,
    teamId: submitted.teamId,
    responsible: submitted.responsible,
    entries: [{ by: submitted.recorder, segments: submitted.segments, at: submitted.recordedAt }],
    tellers: [],
    recordedAt: submitted.recordedAt,
    status: 'submitted',
    holds: [],
    revision: 0,
    approver: null,
    approvals: 0,
    reinstatedBy: null,
    corrections: [],
    objections: [],
    questions: [],
    rulings: [],
    suspendedByPerson: null,
  }
}

const isWaiting = ({ status }: ServiceRecord): boolean => status === 'submitted' || status === 'held'
const awaitRuling = (record: ServiceRecord): ServiceRecord => ({
  ...record,
  status: isHeld(record) ? 'held' : 'submitted',
})
const withHolds = (record: ServiceRecord, holds: ReadonlyArray<Hold>): ServiceRecord =>
  isWaiting(record) ? awaitRuling({ ...record, holds }) : { ...record, holds }

const countAgain = (record: ServiceRecord): ServiceRecord => ({
  ...record,
  status: record.corrections.some(({ answer }) => answer === null) ? 'correction-requested' : 'verified',
  suspendedByPerson: null,
})

const markApproved = ({ approvals }: ServiceRecord, approver: PersonId) => ({
  approver,
  approvals: approvals + 1,
  reinstatedBy: null,
})

const markCleared = (
  { holds, entries, approvals }: ServiceRecord,
  { holdId, by, reason }: HoldCleared,
): ReadonlyArray<Hold> => {
  const cleared = { by, reason, seen: { entries: entries.length, approvals } }
  return holds.map((one) => (one.holdId === holdId ? { ...one, cleared } : one))
}

const addRuling = (record: ServiceRecord, type: Ruling['type'], by: PersonId, reason: Reason): ServiceRecord => ({
  ...record,
  rulings: [...record.rulings, { type, by, reason }],
})

type Later = Exclude<RecordEvent, { readonly type: 'RecordSubmitted' | 'OverlapsRechecked' | 'HoldsReviewed' }>
type Changes = {
  readonly [K in Later['type']]: (
    record: ServiceRecord,
    event: Extract<RecordEvent, { readonly type: K }>,
  ) => ServiceRecord
}

const changes: Changes = {
  TellersNoted: (record, { tellers }) => ({ ...record, tellers }),
  RecordHeld: (record, { holdId, kind, because }) =>
    withHolds(record, [...record.holds, { holdId, kind, because, cleared: null, lifted: false }]),
  HoldCleared: (record, event) => withHolds(record, markCleared(record, event)),
  HoldLifted: (record, { holdId }) =>
    withHolds(
      record,
      record.holds.map((one) => (one.holdId === holdId ? { ...one, lifted: true } : one)),
    ),
  RecordReturned: (record, { by, reason }) => ({ ...addRuling(record, 'return', by, reason), status: 'returned' }),
  RecordResubmitted: (record, { by, segments, minutes, day, grade, marks, enteredAt: at }) =>
    awaitRuling({
      ...record,
      segments,
      minutes,
      day,
      grade,
      marks,
      entries: [...record.entries, { by, segments, at }],
    }),
  RecordWithdrawn: (record) => ({ ...record, status: 'withdrawn' }),
  RecordRejected: (record, { by, reason }) => ({ ...addRuling(record, 'reject', by, reason), status: 'rejected' }),
  RecordVerified: (record, { approver }) => ({ ...record, status: 'verified', ...markApproved(record, approver) }),
  CorrectionRequested: (record, { correctionId, by, reason, askedAt, answerBy: dueAt, policyVersion }) =>
    countAgain({
      ...addQuestion(record, { holdId: null, correctionId }, { from: askedAt, dueAt, policyVersion }),
      corrections: [...record.corrections, { correctionId, by, reason, askedAt, entered: null, answer: null }],
    }),
  AddedTimeEntered: (record, { correctionId, segments, enteredAt: at }) => ({
    ...record,
    corrections: changeCorrection(record.corrections, correctionId, { entered: { segments, at } }),
  }),
  RecordCorrected: (record, event) => {
    const { correctionId, approver, segments, added, enteredAt, minutes, day, grade, marks, reason, revision } = event
    const answer = { type: 'corrected', approver, segments, reason } as const
    const corrections = changeCorrection(record.corrections, correctionId, { answer })
    const asked = record.corrections.find((one) => one.correctionId === correctionId)
    const entry = { by: asked?.by ?? null, segments, at: enteredAt }
    const entries = added ? [...record.entries, entry] : record.entries
    const now = { segments, minutes, day, grade, marks, revision }
    return countAgain({ ...record, corrections, entries, ...now, ...markApproved(record, approver) })
  },
  RecordUpheld: (record, { correctionId, approver, reason }) =>
    countAgain({
      ...record,
      corrections: changeCorrection(record.corrections, correctionId, { answer: { type: 'upheld', approver, reason } }),
    }),
  RecordSuspended: (record, { by, reason, revision }) => {
    const suspended = by === null ? record : addRuling(record, 'suspend', by, reason)
    return { ...suspended, status: 'suspended', revision, suspendedByPerson: by !== null }
  },
  RecordReinstated: (record, { by, reason, revision }) => {
    const ruled = by === null ? record : { ...addRuling(record, 'reinstate', by, reason), reinstatedBy: by }
    return countAgain({ ...ruled, revision })
  },
  RecordVoided: (record, { by, reason, revision }) => ({
    ...addRuling(record, 'void', by, reason),
    status: 'voided',
    revision,
    suspendedByPerson: null,
  }),
  SheetLineSettled: (record, { grade }) => ({ ...record, grade }),
  RecordObjected: (record, { by, reason, objectedAt: from, answerBy: dueAt, policyVersion }) => ({
    ...addQuestion(record, { holdId: objectionHoldId(by), correctionId: null }, { from, dueAt, policyVersion }),
    objections: [...record.objections, { by, reason }],
  }),
  ObjectionOverdue: markOverdue,
  TookPlaceRuled: (record) => record,
}

/** A record after one more event of its own. */
export const changeRecord = (record: ServiceRecord, event: Later): ServiceRecord => {
  const change = changes[event.type] as (record: ServiceRecord, event: Later) => ServiceRecord
  return change(record, event)
}

const withRecord = (state: RecordState, record: ServiceRecord): RecordState => ({
  records: new Map(state.records).set(record.recordId, record),
})

const evolve = (state: RecordState, event: RecordEvent): RecordState => {
  if (event.type === 'OverlapsRechecked' || event.type === 'HoldsReviewed') return state
  if (event.type === 'RecordSubmitted') return withRecord(state, beginRecord(event))
  const record = state.records.get(event.recordId)
  return record === undefined ? state : withRecord(state, changeRecord(record, event))
}

export const recordFold: Fold<RecordState, RecordEvent> = {
  initial: { records: new Map() },
  evolve,
}
