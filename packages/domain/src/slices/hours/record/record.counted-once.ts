/** H5: no minute of one human counts twice. This decides which of two records gives way, over all registrations. */
import type { Instant, PersonId } from '@zhiyuan/kernel'
import type { RecordId } from '../../../vocabulary/ids.ts'
import { indexByTime, type Lasting } from './overlap.ts'

/** When a record was first recorded, and its keys. */
export interface Captured {
  readonly recordedAt: Instant
  readonly volunteer: PersonId
  readonly recordId: RecordId
}

/** Whether the other record was recorded first. Both sides of a pair agree on the answer. */
export const isLater = (one: Captured, other: Captured): boolean => {
  if (one.recordedAt !== other.recordedAt) return one.recordedAt > other.recordedAt
  if (one.volunteer !== other.volunteer) return one.volunteer > other.volunteer
  return one.recordId > other.recordId
}

/**
 * Of one human's counting records, those whose minutes count. Until a double count is held, figures leave out the record that was recorded
 * later. Each pair is judged by itself, so a record also gives way to one that gives way to a third.
 */
export const listCountedOnce = <A extends Captured & Lasting>(counting: ReadonlyArray<A>): ReadonlyArray<A> => {
  if (counting.length < 2) return counting
  const findOverlapping = indexByTime(counting)
  return counting.filter(
    (one) => findOverlapping(one.segments, (other) => other !== one && isLater(one, other), 1).length === 0,
  )
}
