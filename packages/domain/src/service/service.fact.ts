/** What others may read of a volunteer's service records. */
import { fact, type Fact, type LocalDay, type PersonId, type StreamName, type UnitId } from '@zhiyuan/kernel'
import type { BodyId, RecordId } from '../ids.ts'
import type { EvidenceGrade, Minutes } from '../words.ts'
import type { RecordSource } from './service.codec.ts'
import { counts, serviceFold, type ServiceState } from './service.state.ts'

export type {
  Correction,
  CorrectionAnswer,
  Entry,
  Hold,
  RecordStatus,
  Ruling,
  ServiceRecord,
  ServiceState,
} from './service.state.ts'
export { counts, isHeld, isLive, serviceFold } from './service.state.ts'

export const serviceStream = (volunteer: PersonId): StreamName => `service-${volunteer}`
export const serviceFact = (volunteer: PersonId): Fact<ServiceState> => fact(serviceStream(volunteer), serviceFold)

/** Every registration of the human that this one is noted to be of, over chains of merges too (G2). */
export const registrationsOf = ({ others }: ServiceState, person: PersonId): ReadonlyArray<PersonId> => [
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
  readonly source: RecordSource
  readonly servedUnit: UnitId
  readonly bodyId: BodyId
  readonly revision: number
}

/** The records that count now: verified, corrected, upheld or reinstated ones, in the order in which they were submitted. */
export const countedRecords = ({ records }: ServiceState): ReadonlyArray<CountedRecord> =>
  [...records.values()]
    .filter(counts)
    .map(({ volunteer, recordId, minutes, day, grade, source, servedUnit, bodyId, revision }) => ({
      ...{ volunteer, recordId, minutes, day, grade, source, servedUnit, bodyId, revision },
    }))
