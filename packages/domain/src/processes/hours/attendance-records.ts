import { send, stateless, type PersonId, type Process, type Reaction } from '@zhiyuan/kernel'
import type { AttendanceConfirmed, CheckedOut } from '../../slices/attendance/assignment/assignment.codec.ts'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import { deriveRecordId } from '../../vocabulary/occasion.ts'
import type { AttendanceGrade } from '../../slices/hours/record/record.values.ts'

type Attended = CheckedOut | AttendanceConfirmed

/** An attendance of less than a minute makes no record. */
const sendRecord = (
  { occasion: source, volunteer, segments, minutes, specialty, bodyId, teamId }: Attended,
  grade: AttendanceGrade,
  confirmer: PersonId | null,
): ReadonlyArray<Reaction<LedgerCommand>> => {
  if (minutes === 0) return []
  const recordId = deriveRecordId(source)
  const served = { segments, minutes, grade, content: specialty }
  return [send({ type: 'SubmitRecord', volunteer, recordId, source, ...served, bodyId, teamId, confirmer })]
}

/** A check-out makes a `system` record; a second person's confirmation makes an `attested` one (A9). */
export const attendanceRecords: Process<null, LedgerEvent, LedgerCommand> = stateless(
  'attendance-records',
  ({ data }) => {
    if (data.type === 'CheckedOut') return sendRecord(data, 'system', null)
    return data.type === 'AttendanceConfirmed' ? sendRecord(data, 'attested', data.confirmer) : []
  },
)
