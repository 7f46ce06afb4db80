import { send, type Process, type Reaction } from '@zhiyuan/kernel'
import type { HoldId } from '../../vocabulary/ids.ts'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { AssignmentRef } from '../../slices/attendance/assignment/assignment.codec.ts'
import type { HoldKind, RecordRef } from '../../slices/hours/record/record.codec.ts'
import { nameBulkHold } from '../../slices/hours/record/record.read.ts'
import { deriveRecordId } from '../../vocabulary/occasion.ts'

interface Finding {
  readonly holdId: HoldId
  readonly kind: HoldKind
  readonly because: ReadonlyArray<RecordRef>
}

/** What is known of the record of one attendance, whether it is there yet or not. */
export interface AttendanceRow {
  readonly record: RecordRef
  readonly isThere: boolean
  readonly isTakenBack: boolean
  readonly findings: ReadonlyArray<Finding>
}

const nameRecord = ({ volunteer, recordId }: RecordRef): string => `${volunteer}:${recordId}`
const readKey = (key: string): RecordRef => {
  const [volunteer = '', ...rest] = key.split(':')
  return { volunteer, recordId: rest.join(':') } as RecordRef
}
const refer = ({ volunteer, occasion }: AssignmentRef, attempt = 0): RecordRef => ({
  volunteer,
  recordId: deriveRecordId(occasion, attempt),
})

/** The records that an event is about. */
const listRecords = (event: LedgerEvent): ReadonlyArray<RecordRef> => {
  if (event.type === 'RecordSubmitted') return [event]
  if (event.type === 'CheckOutTakenBack' || event.type === 'ConfirmedInBulk') return [refer(event, event.attempt)]
  return event.type === 'PresencesCrossed' ? [refer(event.here), refer(event.there)] : []
}

const isSame = (one: RecordRef, other: RecordRef): boolean => nameRecord(one) === nameRecord(other)

const find = (record: RecordRef, event: LedgerEvent): Finding | null => {
  if (event.type === 'ConfirmedInBulk')
    return { holdId: nameBulkHold(event.unit), kind: 'confirmed-in-bulk', because: [] }
  if (event.type !== 'PresencesCrossed') return null
  const others = [refer(event.here), refer(event.there)].filter((one) => !isSame(one, record))
  const because = others.map(({ volunteer, recordId }) => ({ volunteer, recordId }))
  return { holdId: `two-places:${because.map(nameRecord).join()}` as HoldId, kind: 'two-places', because }
}

const evolve = (row: AttendanceRow, event: LedgerEvent): AttendanceRow => {
  if (event.type === 'RecordSubmitted') return { ...row, isThere: true }
  if (event.type === 'CheckOutTakenBack') return { ...row, isTakenBack: true }
  const finding = find(row.record, event)
  return finding === null ? row : { ...row, findings: [...row.findings, finding] }
}

const follow = ({ record, isThere, isTakenBack, findings }: AttendanceRow): ReadonlyArray<Reaction<LedgerCommand>> => {
  if (!isThere) return []
  if (isTakenBack) return [send({ type: 'WithdrawTakenBack', ...record })]
  return findings.map((finding) => send({ type: 'HoldRecord', ...record, ...finding }))
}

/**
 * What is found of an attendance holds its record, also where the record comes later: two places (A16), and more than clerks may confirm in a
 * day (A9). The record of a check-out that was taken back is withdrawn (A8).
 */
export const attendanceHolds: Process<AttendanceRow, LedgerEvent, LedgerCommand> = {
  name: 'attendance-holds',
  version: 1,
  initial: (key) => ({ record: readKey(key), isThere: false, isTakenBack: false, findings: [] }),
  keys: (event) => listRecords(event).map(nameRecord),
  evolve: (row, { data }) => evolve(row, data),
  react: (_envelope, rows) => rows.flatMap(follow),
}
