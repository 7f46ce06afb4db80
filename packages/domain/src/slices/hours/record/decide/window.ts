import { toMillis } from '@zhiyuan/kernel'
import type { Interval, Segments } from '../../../../vocabulary/values.ts'

const msPerMinute = 60_000

/** The whole presence lies in the window, each end at most `fit` minutes beyond it. Both bounds are closed. */
export const isWithin = (segments: Segments, window: Interval | null, fit: number): boolean => {
  const from = segments[0]?.start
  const to = segments.at(-1)?.end
  if (window === null || from === undefined || to === undefined) return false
  const { start, end } = window
  return toMillis(from) >= toMillis(start) - fit * msPerMinute && toMillis(to) <= toMillis(end) + fit * msPerMinute
}
