import type { PersonId } from '@zhiyuan/kernel'
import type { BodyId, RecordId } from '../../vocabulary/ids.ts'
import type { Occasion } from '../../vocabulary/occasion.ts'
import type { Cases } from '../cases.ts'
import { done, here, waiting } from './here.ts'
import type { ToDoRow } from './row.ts'

interface Attendance {
  readonly bodyId: BodyId
  readonly occasion: Occasion
  readonly volunteer: PersonId
}
const attended = here(({ bodyId, occasion, volunteer }: Attendance) => ({
  place: bodyId,
  subject: { type: 'attendance', occasion, volunteer },
}))

interface OfRecord {
  readonly bodyId: BodyId
  readonly volunteer: PersonId
  readonly recordId: RecordId
}
const record = here(({ bodyId, volunteer, recordId }: OfRecord) => ({
  place: bodyId,
  subject: { type: 'record', volunteer, recordId },
}))
const settled = record(done)

/** At the body that answers for it: attendance that a second person has to confirm or excuse (A8, A9). */
export const attendance: Cases<ToDoRow> = {
  CheckOutMissing: attended(({ confirmBy }) => waiting('confirmation', { clock: 'confirm', at: confirmBy })),
  AttendanceConfirmed: attended(done),
  AttendanceUnconfirmed: attended(done),
  AbsenceAlleged: attended(({ excuseBy }) => waiting('excuse', { clock: 'excuse', at: excuseBy })),
  AbsenceExcused: attended(done),
  AbsenceStood: attended(done),
}

/** At the body that answers for it: records that do not count yet, or of which something is asked. */
export const records: Cases<ToDoRow> = {
  RecordSubmitted: record(() => waiting('approval')),
  RecordHeld: record(() => waiting('hold')),
  HoldCleared: record(({ stillHeld }) => waiting(stillHeld ? 'hold' : 'approval')),
  RecordReturned: record(() => waiting('resubmission')),
  RecordResubmitted: record(() => waiting('approval')),
  RecordWithdrawn: settled,
  RecordRejected: settled,
  RecordVerified: settled,
  CorrectionRequested: record(() => waiting('correction')),
  RecordCorrected: settled,
  RecordUpheld: settled,
  /** Suspended by a hold, it waits for that hold to be cleared (H12). */
  RecordSuspended: record(({ by }, { waits }) => waiting(by === null && waits === 'hold' ? 'hold' : 'ruling')),
  RecordReinstated: settled,
  RecordVoided: settled,
}
