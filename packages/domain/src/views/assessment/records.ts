import type { UnitId } from '@zhiyuan/kernel'
import { recordTerms } from '../../slices/hours/record/record.terms.ts'
import { readTerms } from '../../slices/organisation/policy/terms.ts'
import type { BodyId } from '../../vocabulary/ids.ts'
import type { Person } from '../people/people.ts'
import { humanRecords } from '../records/human-records.ts'
import type { KnownRecord } from '../records/record-standing.ts'
import type { VolunteerRow } from '../volunteers/row.ts'
import type { Frame } from './frame.ts'

/** A record of the period, as known at K. */
export interface PeriodRecord extends KnownRecord {
  readonly bodyId: BodyId
  readonly served: UnitId
  /** S8, H5: verified, of a grade that the policy counts, and not giving way to another record. */
  readonly counts: boolean
}

/** S7: a record belongs to the period in which its first segment starts, and is never split. */
export const periodRecords = (
  { input: { period }, knownAt: at, policy, root }: Frame,
  { rows }: Person<VolunteerRow>,
): ReadonlyArray<PeriodRecord> => {
  const found: PeriodRecord[] = []
  const { countedGrades } = readTerms(recordTerms, policy)
  for (const record of humanRecords(rows, at)) {
    if (record.day < period.from || record.day >= period.to) continue
    const { history, standing, grade, twice } = record
    const counts = standing === 'verified' && !twice && countedGrades.includes(grade)
    found.push({ ...record, bodyId: history.bodyId, served: history.servedUnit ?? root, counts })
  }
  return found
}
