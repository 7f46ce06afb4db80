import { send, type PersonId, type Process, type Reaction } from '@zhiyuan/kernel'
import type {
  AttendanceConfirmed,
  CaptureTakenOver,
  CheckedIn,
  CheckedOut,
  PresenceCaptured,
} from '../../slices/attendance/assignment/assignment.codec.ts'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import { deriveRecordId, occasionKey } from '../../vocabulary/occasion.ts'
import { mostTellers, type AttendanceGrade } from '../../slices/hours/record/record.values.ts'

type Attended = CheckedOut | AttendanceConfirmed | CaptureTakenOver
type Told = CheckedIn | CheckedOut | PresenceCaptured

/** On whose word an attendance rests, beside the volunteer's. */
export interface AttendedRow {
  readonly tellers: ReadonlyArray<PersonId>
}

const isAttended = (event: LedgerEvent): event is Attended =>
  event.type === 'CheckedOut' || event.type === 'AttendanceConfirmed' || event.type === 'CaptureTakenOver'
const isTold = (event: LedgerEvent): event is Told =>
  event.type === 'CheckedIn' || event.type === 'CheckedOut' || event.type === 'PresenceCaptured'

/** Who listed or typed it, and who called (A12); a volunteer who called for herself told nothing of another. */
const listTellers = ({ told, volunteer }: Told): ReadonlyArray<PersonId> =>
  told === null ? [] : [told.by, told.caller].flatMap((one) => (one === null || one === volunteer ? [] : [one]))

const findGrade = ({ type }: Attended, confirmer: PersonId | null): AttendanceGrade => {
  if (type === 'CaptureTakenOver') return 'manual'
  return confirmer === null ? 'system' : 'attested'
}

const findConfirmer = (event: Attended): PersonId | null => {
  switch (event.type) {
    case 'CheckedOut':
      return event.told?.by ?? event.toldBefore?.by ?? null
    case 'AttendanceConfirmed':
      return event.confirmer
    case 'CaptureTakenOver':
      return event.recorder
  }
}

/** An attendance of less than a minute makes no record. */
const sendRecord = (event: Attended, told: ReadonlyArray<PersonId>): ReadonlyArray<Reaction<LedgerCommand>> => {
  const { occasion: source, volunteer, segments, minutes, specialty, bodyId, teamId, attempt } = event
  if (minutes === 0) return []
  const recordId = deriveRecordId(source, attempt)
  const confirmer = findConfirmer(event)
  const tellers = told.filter((one) => one !== confirmer)
  const served = { segments, minutes, grade: findGrade(event, confirmer), content: specialty }
  return [send({ type: 'SubmitRecord', volunteer, recordId, source, ...served, bodyId, teamId, confirmer, tellers })]
}

/**
 * A check-out makes a `system` record, or an `attested` one where it rests on another person's word (A12). A second person's confirmation
 * makes an `attested` one (A9), and the body's recorder a `manual` one (A14). Each person who told a part of it counts as recorder (H7).
 */
export const attendanceRecords: Process<AttendedRow, LedgerEvent, LedgerCommand> = {
  name: 'attendance-records',
  version: 1,
  initial: () => ({ tellers: [] }),
  keys: (event) => (isTold(event) || isAttended(event) ? [`${occasionKey(event.occasion)}.${event.volunteer}`] : []),
  evolve: (row, { data }) => {
    if (!isTold(data)) return row
    const before = data.type === 'CheckedIn' ? [] : row.tellers
    return { tellers: [...new Set([...before, ...listTellers(data)])].slice(-mostTellers) }
  },
  react: ({ data }, [row]) => (isAttended(data) ? sendRecord(data, row?.tellers ?? []) : []),
}
