import { send, type Process, type Reaction } from '@zhiyuan/kernel'
import type { HoldId, RecordId } from '../../vocabulary/ids.ts'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { AssignmentRef } from '../../slices/attendance/assignment/assignment.codec.ts'
import type { HoldKind, RecordRef } from '../../slices/hours/record/record.codec.ts'
import { nameBulkHold } from '../../slices/hours/record/record.read.ts'
import { deriveRecordId, isOfAttendance, occasionKey } from '../../vocabulary/occasion.ts'

interface Finding {
  /** The record that it holds; null: each one of the attendance. */
  readonly recordId: RecordId | null
  readonly holdId: HoldId
  readonly kind: HoldKind
  readonly because: ReadonlyArray<RecordRef>
}

interface Made extends RecordRef {
  readonly isThere: boolean
  readonly isTakenBack: boolean
}

/** What is known of one attendance and of its records, one for each check-out, whether they are there yet or not (A8). */
export interface AttendanceRow {
  readonly records: ReadonlyArray<Made>
  readonly findings: ReadonlyArray<Finding>
}

const nameAttendance = ({ volunteer, occasion }: AssignmentRef): string => `${volunteer}:${occasionKey(occasion)}`
const refer = ({ volunteer, occasion }: AssignmentRef, attempt = 0): RecordRef => ({
  volunteer,
  recordId: deriveRecordId(occasion, attempt),
})

/** The attendances that an event is about. */
const listAttendances = (event: LedgerEvent): ReadonlyArray<AssignmentRef> => {
  if (event.type === 'RecordSubmitted') {
    const { volunteer, recordId, source: occasion } = event
    return isOfAttendance(recordId, occasion) ? [{ volunteer, occasion }] : []
  }
  if (event.type === 'CheckOutTakenBack' || event.type === 'ConfirmedInBulk') return [event]
  return event.type === 'PresencesCrossed' ? [event.here, event.there] : []
}

const noteRecord = (
  { records, findings }: AttendanceRow,
  { volunteer, recordId }: RecordRef,
  change: Partial<Made>,
): AttendanceRow => {
  const known = records.find((one) => one.recordId === recordId)
  const before = known ?? { volunteer, recordId, isThere: false, isTakenBack: false }
  return { records: [...records.filter((one) => one !== known), { ...before, ...change }], findings }
}
/** What holds the records of the attendance with this key. */
const find = (event: LedgerEvent, key: string): Finding | null => {
  if (event.type === 'ConfirmedInBulk') {
    const { recordId } = refer(event, event.attempt)
    return { recordId, holdId: nameBulkHold(event.unit), kind: 'confirmed-in-bulk', because: [] }
  }
  if (event.type !== 'PresencesCrossed') return null
  const because = [event.here, event.there].filter((one) => nameAttendance(one) !== key).map((one) => refer(one))
  const names = because.map(({ volunteer, recordId }) => `${volunteer}:${recordId}`)
  return { recordId: null, holdId: `two-places:${names.join()}` as HoldId, kind: 'two-places', because }
}

const evolve = (row: AttendanceRow, event: LedgerEvent, key: string): AttendanceRow => {
  if (event.type === 'RecordSubmitted') return noteRecord(row, event, { isThere: true })
  if (event.type === 'CheckOutTakenBack') return noteRecord(row, refer(event, event.attempt), { isTakenBack: true })
  const finding = find(event, key)
  return finding === null ? row : { ...row, findings: [...row.findings, finding] }
}

const follow = ({ records, findings }: AttendanceRow): ReadonlyArray<Reaction<LedgerCommand>> =>
  records.flatMap(({ volunteer, recordId, isThere, isTakenBack }): ReadonlyArray<Reaction<LedgerCommand>> => {
    if (!isThere) return []
    if (isTakenBack) return [send({ type: 'WithdrawTakenBack', volunteer, recordId })]
    return findings
      .filter((one) => one.recordId === null || one.recordId === recordId)
      .map(({ holdId, kind, because }) => send({ type: 'HoldRecord', volunteer, recordId, holdId, kind, because }))
  })

/**
 * What is found of an attendance holds its records, also those that come later: two places (A16), and more than clerks may confirm in a day
 * (A9). The record of a check-out that was taken back is withdrawn (A8), and the next one is held in its place.
 */
export const attendanceHolds: Process<AttendanceRow, LedgerEvent, LedgerCommand> = {
  name: 'attendance-holds',
  version: 1,
  initial: () => ({ records: [], findings: [] }),
  keys: (event) => listAttendances(event).map(nameAttendance),
  evolve: (row, { data }, key) => evolve(row, data, key),
  react: (_envelope, rows) => rows.flatMap(follow),
}
