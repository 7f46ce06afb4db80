import { send, type PersonId, type Reaction } from '@zhiyuan/kernel'
import type {
  AttendanceConfirmed,
  CaptureTakenOver,
  CheckedOut,
} from '../../slices/attendance/assignment/assignment.codec.ts'
import type { LedgerCommand } from '../../ledger.ts'
import { deriveRecordId } from '../../vocabulary/occasion.ts'
import type { AttendanceGrade } from '../../slices/hours/record/record.values.ts'
import { defineProcess } from '../define-process.ts'

type Attended = CheckedOut | AttendanceConfirmed | CaptureTakenOver

/** An attendance of less than a minute makes no record. */
const sendRecord = (
  { occasion: source, volunteer, segments, minutes, specialty, bodyId, teamId, attempt }: Attended,
  grade: AttendanceGrade,
  confirmer: PersonId | null,
): ReadonlyArray<Reaction<LedgerCommand>> => {
  if (minutes === 0) return []
  const recordId = deriveRecordId(source, attempt)
  const served = { segments, minutes, grade, content: specialty }
  return [send({ type: 'SubmitRecord', volunteer, recordId, source, ...served, bodyId, teamId, confirmer })]
}

/**
 * A check-out makes a `system` record, or an `attested` one where it rests on another person's word (A12). A second person's confirmation
 * makes an `attested` one (A9), and the body's recorder a `manual` one (A14).
 */
export const attendanceRecords = defineProcess('attendance-records', {
  CheckedOut: (event) => {
    const teller = event.told?.by ?? event.toldBefore?.by ?? null
    return sendRecord(event, teller === null ? 'system' : 'attested', teller)
  },
  AttendanceConfirmed: (event) => sendRecord(event, 'attested', event.confirmer),
  CaptureTakenOver: (event) => sendRecord(event, 'manual', event.recorder),
})
