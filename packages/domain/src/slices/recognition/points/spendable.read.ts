/** The points that a human can spend (G2, H5, W10). */
import type { PersonId } from '@zhiyuan/kernel'
import { countedRecords, type CountedRecord, type RecordState } from '../../hours/record/record.read.ts'
import type { PointsState } from './points.state.ts'

/**
 * H5, W13: the balance without the points of records that no longer count as credited: held or suspended, counted twice, or changed since.
 */
const computeOwn = (
  volunteer: PersonId,
  { balance, credits }: PointsState,
  counted: ReadonlyArray<CountedRecord>,
): number => {
  const own = counted.filter((one) => one.volunteer === volunteer)
  const revisions = new Map(own.map(({ recordId, revision }) => [recordId, revision]))
  return [...credits].reduce(
    (left, [recordId, { revision, points }]) => (revisions.get(recordId) === revision ? left : left - points),
    balance,
  )
}

/** What all registrations of the human have together; below zero it is a debt. */
export const computeSpendable = (
  points: ReadonlyMap<PersonId, PointsState>,
  records: ReadonlyMap<PersonId, RecordState>,
): number => {
  const counted = countedRecords([...records.values()])
  return [...points].reduce((sum, [volunteer, own]) => sum + computeOwn(volunteer, own, counted), 0)
}
