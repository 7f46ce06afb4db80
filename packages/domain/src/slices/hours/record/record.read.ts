/** What others may read of a volunteer's service records. */
import {
  streamRead,
  type LocalDay,
  type PersonId,
  type StreamName,
  type StreamRead,
  type UnitId,
} from '@zhiyuan/kernel'
import type { BodyId, HoldId, RecordId } from '../../../vocabulary/ids.ts'
import type { Occasion } from '../../../vocabulary/occasion.ts'
import type { EvidenceGrade, Minutes, Segments } from '../../../vocabulary/values.ts'
import { isCounting, recordFold, type RecordState, type ServiceRecord } from './record.state.ts'
import { listCountedOnce } from './record.counted-once.ts'

export type { Entry, Hold, RecordStatus, Ruling, ServiceRecord, RecordState } from './record.state.ts'
export type { Correction, CorrectionAnswer } from './record.correction.ts'
export { isCounting, isHeld, isLive, recordFold } from './record.state.ts'
export { listParts } from './record.parts.ts'
export { objectionHoldId } from './record.ids.ts'
export { findLatestEnd } from './record.span.ts'
export { findRunningLookEnd } from './decide/second-look.ts'
export { listCountedOnce, type Captured } from './record.counted-once.ts'
export type { Lasting } from './overlap.ts'

export const recordStream = (volunteer: PersonId): StreamName => `record-${volunteer}`
export const recordRead = (volunteer: PersonId): StreamRead<RecordState> =>
  streamRead(recordStream(volunteer), recordFold)

/** A record that counts, with what stars and figures need of it. */
export interface CountedRecord {
  readonly volunteer: PersonId
  readonly recordId: RecordId
  readonly minutes: Minutes
  readonly segments: Segments
  readonly day: LocalDay
  readonly grade: EvidenceGrade
  readonly source: Occasion
  readonly servedUnit: UnitId
  readonly bodyId: BodyId
  readonly revision: number
}

/**
 * One registration never counts a minute of its own twice, since each decision saw all its records. So only several registrations are
 * compared.
 */
const listCounting = (states: ReadonlyArray<RecordState>): ReadonlyArray<ServiceRecord> => {
  const counting = states.flatMap(({ records }) => [...records.values()].filter(isCounting))
  return states.length < 2 ? counting : listCountedOnce(counting)
}

/**
 * The records of one human that count now, over the streams of all registrations: verified, corrected, upheld or reinstated ones, in each
 * stream's order of submission. No minute of them counts twice (H5).
 */
export const countedRecords = (states: ReadonlyArray<RecordState>): ReadonlyArray<CountedRecord> =>
  listCounting(states).map((record) => {
    const { volunteer, recordId, minutes, segments, day, grade, source, servedUnit, bodyId, revision } = record
    return { volunteer, recordId, minutes, segments, day, grade, source, servedUnit, bodyId, revision }
  })

/** The hold of what clerks of a unit confirmed in bulk (A9). */
export const nameBulkHold = (unit: UnitId): HoldId => `confirmed-in-bulk:${unit}` as HoldId

/** The unit whose clerks confirmed in bulk; null where something else set the hold. */
export const parseBulkHold = (hold: HoldId): UnitId | null =>
  (/^confirmed-in-bulk:(.+)$/.exec(hold)?.[1] ?? null) as UnitId | null
