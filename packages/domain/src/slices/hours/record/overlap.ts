/** Records that share a minute, found by one pass over time instead of comparing all pairs. */
import type { Instant } from '@zhiyuan/kernel'
import type { Segments } from '../../../vocabulary/values.ts'

/** A thing that lasts for some segments, which are in order of time and do not overlap. */
export interface Lasting {
  readonly segments: Segments
}

/** Two lists of half-open segments in order of time share an instant. */
export const overlaps = (a: Segments, b: Segments): boolean => {
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const one = a[i]
    const other = b[j]
    if (one === undefined || other === undefined) return false
    if (one.start < other.end && other.start < one.end) return true
    if (one.end <= other.end) i += 1
    else j += 1
  }
  return false
}

const findStart = ({ segments }: Lasting): string => segments[0]?.start ?? ''
const findEnd = ({ segments }: Lasting): string => segments.at(-1)?.end ?? ''

/** How many of the instants, which are sorted, are at or before the limit. */
const countUpTo = (instants: ReadonlyArray<string>, limit: string): number => {
  let low = 0
  let high = instants.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((instants[middle] ?? '') <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Finds what overlaps some segments and is wanted, at most `most`, in order of their start. */
export type FindOverlapping<A> = (segments: Segments, wanted?: (one: A) => boolean, most?: number) => ReadonlyArray<A>

/** Sorts records by time once, so that overlapping ones are found quickly. */
export const indexByTime = <A extends Lasting>(records: ReadonlyArray<A>): FindOverlapping<A> => {
  const sorted = records.toSorted((a, b) => (findStart(a) < findStart(b) ? -1 : findStart(a) > findStart(b) ? 1 : 0))
  let latest = '' as Instant | ''
  const latestEnds = sorted.map((one) => (latest = findEnd(one) > latest ? (findEnd(one) as Instant) : latest))
  return (segments, wanted = () => true, most = Infinity) => {
    const begin = findStart({ segments })
    const end = findEnd({ segments })
    const found: A[] = []
    for (let index = countUpTo(latestEnds, begin); index < sorted.length && found.length < most; index += 1) {
      const one = sorted[index]
      if (one === undefined || findStart(one) >= end) break
      if (overlaps(one.segments, segments) && wanted(one)) found.push(one)
    }
    return found
  }
}
