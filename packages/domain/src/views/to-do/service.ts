import type { Instant, PersonId } from '@zhiyuan/kernel'
import type { BodyId, RecordId } from '../../vocabulary/ids.ts'
import type { Occasion } from '../../vocabulary/occasion.ts'
import { parseLine } from '../../slices/hours/sheet/sheet.read.ts'
import type { Minutes } from '../../vocabulary/values.ts'
import type { Cases } from '../cases.ts'
import { endWaiting, caseHere, startWaiting } from './cases.ts'
import type { ToDoRow } from './row.ts'

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
  AttendanceUnconfirmed: attended(endWaiting),
  CaptureUnconfirmed: attended(() => startWaiting('entry')),
  CaptureTakenOver: attended(endWaiting),
  CaptureRefused: attended(endWaiting),
  AbsenceRefuted: attended(endWaiting),
  AbsenceAlleged: attended(({ excuseBy }) => startWaiting('excuse', { clock: 'excuse', at: excuseBy })),
  AbsenceExcused: attended(endWaiting),
  AbsenceStood: attended(endWaiting),
}

/** Items at the responsible body: records that do not count yet, or for which a ruling is open. */
export const records: Cases<ToDoRow> = {
  /** A line of a sheet waits with the sheet (H14). */
  RecordSubmitted: record(({ recordId }) => (parseLine(recordId) === null ? startWaiting('approval') : endWaiting())),
  /** A record of a burst waits with its case (H12). */
  RecordHeld: record(({ kind }, { waits }) => startWaiting(kind === 'burst' && waits !== 'hold' ? 'case' : 'hold')),
  HoldCleared: record(({ stillHeld }) => startWaiting(stillHeld ? 'hold' : 'approval')),
  HoldLifted: record(({ stillHeld }) => startWaiting(stillHeld ? 'hold' : 'approval')),
  RecordReturned: record(() => startWaiting('resubmission')),
  RecordResubmitted: record(() => startWaiting('approval')),
  RecordWithdrawn: settled,
  RecordRejected: settled,
  RecordVerified: settled,
  CorrectionRequested: record(() => startWaiting('correction')),
  RecordCorrected: settled,
  RecordUpheld: settled,
  /** A record that a hold suspended waits for that hold to be cleared (H12). */
  RecordSuspended: record(({ by }, { waits }) =>
    startWaiting(by === null && (waits === 'hold' || waits === 'case') ? waits : 'ruling'),
  ),
  RecordReinstated: settled,
  RecordVoided: settled,
}
