/** The records of one human as known at an instant, over all registrations: no minute of them counts twice (H5, G2). */
import type { Instant, PersonId } from '@zhiyuan/kernel'
import { listCountedOnce } from '../../slices/hours/record/record.read.ts'
import type { RecordHistory } from './record-history.ts'
import { findKnownRecord, type KnownRecord } from './record-standing.ts'

/** The part of a volunteer's row that holds records. */
export type RecordRows = ReadonlyArray<{
  readonly volunteer: PersonId
  readonly records: ReadonlyArray<RecordHistory>
}>

/** A record of a human. */
export interface HumanRecord extends KnownRecord {
  readonly volunteer: PersonId
  readonly history: RecordHistory
  /** Verified, but it gives way to another record: it does not count, and a process will hold it. */
  readonly twice: boolean
}

const asCaptured = (one: HumanRecord) => {
  const { volunteer, history, segments } = one
  return { volunteer, recordId: history.recordId, recordedAt: history.submittedAt ?? ('' as Instant), segments, one }
}

const markTwice = (records: ReadonlyArray<HumanRecord>): ReadonlyArray<HumanRecord> => {
  const counting = records.filter(({ standing }) => standing === 'verified')
  const kept = new Set(listCountedOnce(counting.map(asCaptured)).map(({ one }) => one))
  if (kept.size === counting.length) return records
  return records.map((one) => (one.standing === 'verified' && !kept.has(one) ? { ...one, twice: true } : one))
}

/** Lists the known records of a human. One registration alone counts no minute twice, since each decision has read all of its records. */
export const humanRecords = (rows: RecordRows, at: Instant): ReadonlyArray<HumanRecord> => {
  const found: HumanRecord[] = []
  for (const { volunteer, records } of rows) {
    for (const history of records) {
      const record = findKnownRecord(history, at)
      if (record !== null) found.push({ ...record, volunteer, history, twice: false })
    }
  }
  return rows.length < 2 ? found : markTwice(found)
}
