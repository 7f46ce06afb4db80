import type { Instant, PersonId } from '@zhiyuan/kernel'
import type { BodyId, RecordId } from '../../vocabulary/ids.ts'
import { isOfAttendance, type Occasion } from '../../vocabulary/occasion.ts'
import { parseLine } from '../../slices/hours/sheet/sheet.read.ts'
import type { Minutes } from '../../vocabulary/values.ts'
import type { Case, Cases } from '../cases.ts'
import { endWaiting, caseHere, keepTimers, startWaiting } from './cases.ts'
import type { HoldKind, RecordSubmitted } from '../../slices/hours/record/record.codec.ts'
import type { RunningTimer, ToDoRow, Waits } from './row.ts'

interface Attendance {
  readonly bodyId: BodyId
  readonly occasion: Occasion
  readonly volunteer: PersonId
}
const attended = caseHere(({ bodyId, occasion, volunteer }: Attendance) => ({
  place: bodyId,
  subject: { type: 'attendance', occasion, volunteer },
}))

interface OfRecord {
  readonly bodyId: BodyId
  readonly volunteer: PersonId
  readonly recordId: RecordId
}
const record = caseHere(({ bodyId, volunteer, recordId }: OfRecord) => ({
  place: bodyId,
  subject: { type: 'record', volunteer, recordId },
}))
const settled = record(endWaiting)
/** Until then no one verifies the record (H20). */
const lookTimer = (at: Instant | null): ReadonlyArray<RunningTimer> =>
  at === null ? [] : [{ clock: 'second-look', at }]

const toBeConfirmed = attended<Attendance & { readonly confirmBy: Instant }>(({ confirmBy }) =>
  startWaiting('confirmation', { clock: 'confirm', at: confirmBy }),
)
/** A presence of less than a minute makes no record: the body is told, and may enter it (H13). */
const ended = attended<Attendance & { readonly minutes: Minutes }>(({ minutes }) =>
  minutes === 0 ? startWaiting('too-short') : endWaiting(),
)

/** Items at the responsible body: attendance that a second person has to confirm or excuse, or a recorder to enter (A8, A9, A14). */
export const attendance: Cases<ToDoRow> = {
  CheckedOut: ended,
  CheckOutTakenBack: attended(endWaiting),
  CheckOutMissing: toBeConfirmed,
  PresenceCaptured: toBeConfirmed,
  AttendanceConfirmed: ended,
  PresenceProven: attended(endWaiting),
  AttendanceUnconfirmed: attended(endWaiting),
  CaptureUnconfirmed: attended(() => startWaiting('entry')),
  CaptureTakenOver: attended(endWaiting),
  CaptureRefused: attended(endWaiting),
  AbsenceRefuted: attended(endWaiting),
  AbsenceContested: attended(endWaiting),
  AbsenceAlleged: attended(({ excuseBy }) => startWaiting('excuse', { clock: 'excuse', at: excuseBy })),
  AbsenceExcused: attended(endWaiting),
  AbsenceOverruled: attended(endWaiting),
  AbsenceStood: attended(endWaiting),
}

const isOfCorrection = (waits: Waits | null): boolean => waits === 'correction' || waits === 'late-correction'
/** An objection to what a correction would add is answered beside it. */
const isBesideCorrection = (kind: HoldKind, waits: Waits | null): boolean =>
  kind === 'objection' && isOfCorrection(waits)
/** A hold that is set later changes nothing of these. */
const lasting: ReadonlySet<Waits> = new Set(['resubmission', 'late-objection', 'late-correction'])
const waitUnderHold = (kind: HoldKind, waits: Waits | null): Waits => {
  if (waits !== null && (lasting.has(waits) || isBesideCorrection(kind, waits))) return waits
  return kind === 'burst' && waits !== 'hold' ? 'case' : 'hold'
}
/** What is late stays so while a hold is left (H22). */
const waitAfterHold = (row: ToDoRow, stillHeld: boolean) => {
  const { waits } = row
  if (waits === null) return endWaiting()
  // The correction was asked for before any objection to it, so its term is the first one.
  if (waits === 'correction')
    return startWaiting(waits, ...keepTimers(row, 'objection').slice(0, 1), ...keepTimers(row, 'second-look'))
  if (waits === 'resubmission' || waits === 'late-correction') return startWaiting(waits)
  if (!stillHeld) return startWaiting('approval', ...keepTimers(row, 'second-look'))
  return startWaiting(waits === 'late-objection' ? waits : 'hold', ...keepTimers(row, 'second-look', 'objection'))
}

/** A line of a sheet waits with the sheet (H14). */
const submittedRecord = record<OfRecord & { readonly lookUntil: Instant | null }>(({ recordId, lookUntil }) =>
  parseLine(recordId) === null ? startWaiting('approval', ...lookTimer(lookUntil)) : endWaiting(),
)
/** What the body enters by hand answers a presence that was too short to make a record (H13). */
const enteredPresence = attended(endWaiting)
const listPresences = ({
  bodyId,
  source: occasion,
  volunteer,
  recordId,
}: RecordSubmitted): ReadonlyArray<Attendance> =>
  isOfAttendance(recordId, occasion) ? [] : [{ bodyId, occasion, volunteer }]
const submitted: Case<ToDoRow, RecordSubmitted> = {
  keys: (event) => [...submittedRecord.keys(event), ...listPresences(event).flatMap(enteredPresence.keys)],
  evolve: (row, event, noted, key) => {
    const presence = listPresences(event).find((one) => enteredPresence.keys(one).includes(key))
    if (presence === undefined) return submittedRecord.evolve(row, event, noted, key)
    return row.waits === 'too-short' ? enteredPresence.evolve(row, presence, noted, key) : row
  },
}

/** Items at the responsible body: records that do not count yet, or for which a ruling is open. */
export const records: Cases<ToDoRow> = {
  RecordSubmitted: submitted,
  /** A record of a burst waits with its case (H12); one that was returned goes on waiting to be entered again. */
  RecordHeld: record(({ kind }, { waits, due }) => ({ waits: waitUnderHold(kind, waits), due })),
  HoldCleared: record(({ stillHeld }, row) => waitAfterHold(row, stillHeld)),
  HoldLifted: record(({ stillHeld }, row) => waitAfterHold(row, stillHeld)),
  RecordReturned: record(() => startWaiting('resubmission')),
  RecordResubmitted: record(({ lookUntil, stillHeld }) =>
    startWaiting(stillHeld ? 'hold' : 'approval', ...lookTimer(lookUntil)),
  ),
  /** The hold that follows is answered by then (H22). */
  RecordObjected: record(({ answerBy: at }, { waits, due }) => ({ waits, due: [...due, { clock: 'objection', at }] })),
  ObjectionOverdue: record(({ holdId, answerBy }, { waits, due }) => ({
    waits: holdId === null || isOfCorrection(waits) ? 'late-correction' : 'late-objection',
    due: due.filter(({ clock, at }) => clock !== 'objection' || at !== answerBy),
  })),
  RecordWithdrawn: settled,
  RecordRejected: settled,
  RecordVerified: settled,
  CorrectionRequested: record(({ answerBy: at }) => startWaiting('correction', { clock: 'objection', at })),
  AddedTimeEntered: record(({ lookUntil }, { waits, due }) => ({
    waits,
    due: [...due.filter(({ clock }) => clock !== 'second-look'), ...lookTimer(lookUntil)],
  })),
  RecordCorrected: settled,
  RecordUpheld: settled,
  /** A record that a hold suspended waits for that hold to be cleared (H12). */
  RecordSuspended: record(({ by }, { waits }) =>
    startWaiting(by === null && (waits === 'hold' || waits === 'case') ? waits : 'ruling'),
  ),
  RecordReinstated: settled,
  RecordVoided: settled,
}
