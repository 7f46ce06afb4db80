import type { UnitId } from '@zhiyuan/kernel'
import { recordTerms } from '../../slices/hours/record/record.terms.ts'
import { readTerms } from '../../slices/organisation/policy/terms.ts'
import type { BodyId } from '../../vocabulary/ids.ts'
import type { Person } from '../people/survivors.ts'
import { recordAt, type KnownRecord } from '../records/record-standing.ts'
import type { VolunteerRow } from '../volunteers/row.ts'
import type { Frame } from './frame.ts'

/** A record of the period, as known at K. */
export interface PeriodRecord extends KnownRecord {
  readonly bodyId: BodyId
  readonly served: UnitId
  /** S8: verified, and of a grade that the policy counts. */
  readonly counts: boolean
}

/** S7: a record belongs to the period in which its first segment starts, and is never split. */
export const periodRecords = (
  { input: { period }, knownAt: at, policy, root }: Frame,
  { rows }: Person<VolunteerRow>,
): ReadonlyArray<PeriodRecord> => {
  const found: PeriodRecord[] = []
  const { countedGrades } = readTerms(recordTerms, policy)
  for (const { records } of rows) {
    for (const history of records) {
      const record = recordAt(history, at)
      if (record === null || record.day < period.from || record.day >= period.to) continue
      const counts = record.standing === 'verified' && countedGrades.includes(record.grade)
      found.push({ ...record, bodyId: history.bodyId, served: history.servedUnit ?? root, counts })
    }
  }
  return found
}
