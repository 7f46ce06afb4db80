/** H5: no minute of one human counts twice: which of two records gives way, over all registrations. */
import type { Instant, PersonId } from '@zhiyuan/kernel'
import type { RecordId } from '../../../vocabulary/ids.ts'
import { indexByTime, type Lasting } from './overlap.ts'

/** When, and as what, a record was first recorded. */
export interface Captured {
  readonly recordedAt: Instant
  readonly volunteer: PersonId
  readonly recordId: RecordId
}

/** Whether the other was recorded first: the same on both sides, whoever looks. */
export const isLater = (one: Captured, other: Captured): boolean => {
  if (one.recordedAt !== other.recordedAt) return one.recordedAt > other.recordedAt
  if (one.volunteer !== other.volunteer) return one.volunteer > other.volunteer
  return one.recordId > other.recordId
}

/**
 * Of the counting records of one human, those that count: until what counts twice is held, the one that was recorded later is left out of
 * whatever is made of minutes. Each pair is judged by itself, so that one gives way also to one that gives way to a third.
 */
export const listCountedOnce = <A extends Captured & Lasting>(counting: ReadonlyArray<A>): ReadonlyArray<A> => {
  if (counting.length < 2) return counting
  const findOverlapping = indexByTime(counting)
  return counting.filter(
    (one) => findOverlapping(one.segments, (other) => other !== one && isLater(one, other), 1).length === 0,
  )
}
