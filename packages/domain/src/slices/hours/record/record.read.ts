/** What others may read of a volunteer's service records. */
import {
  streamRead,
  type LocalDay,
  type PersonId,
  type StreamName,
  type StreamRead,
  type UnitId,
} from '@zhiyuan/kernel'
import type { BodyId, RecordId } from '../../../vocabulary/ids.ts'
import type { Occasion } from '../../../vocabulary/occasion.ts'
import type { EvidenceGrade, Minutes } from '../../../vocabulary/words.ts'
import { counts, recordFold, type RecordState } from './record.state.ts'

export type {
  Correction,
  CorrectionAnswer,
  Entry,
  Hold,
  RecordStatus,
  Ruling,
  ServiceRecord,
  RecordState,
} from './record.state.ts'
export { counts, isHeld, isLive, recordFold } from './record.state.ts'

export const recordStream = (volunteer: PersonId): StreamName => `record-${volunteer}`
export const recordRead = (volunteer: PersonId): StreamRead<RecordState> =>
  streamRead(recordStream(volunteer), recordFold)

/** Every registration of the human that this one is noted to be of, over chains of merges too (G2). */
export const registrationsOf = ({ others }: RecordState, person: PersonId): ReadonlyArray<PersonId> => [
  person,
  ...others,
]

/** A record that counts, with what stars and figures ask of it. */
export interface CountedRecord {
  readonly volunteer: PersonId
  readonly recordId: RecordId
  readonly minutes: Minutes
  readonly day: LocalDay
  readonly grade: EvidenceGrade
  readonly source: Occasion
  readonly servedUnit: UnitId
  readonly bodyId: BodyId
  readonly revision: number
}

/** The records that count now: verified, corrected, upheld or reinstated ones, in the order in which they were submitted. */
export const countedRecords = ({ records }: RecordState): ReadonlyArray<CountedRecord> =>
  [...records.values()]
    .filter(counts)
    .map(({ volunteer, recordId, minutes, day, grade, source, servedUnit, bodyId, revision }) => ({
      ...{ volunteer, recordId, minutes, day, grade, source, servedUnit, bodyId, revision },
    }))
