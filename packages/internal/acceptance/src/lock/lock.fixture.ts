/** A slice of one event, in its shapes before and after a change, and its lock. */
import { closed, Header, LocalDay, literal, oneOf, PersonId, variants, type Codec } from '@zhiyuan/kernel'
import { compareLock, gatherKeptLines, type ReleasedLock } from './compare.ts'
import type { Line } from './line.ts'
import { parseLock, printLock, renewLock } from './lock-file.ts'
import { upcastLines } from './upcast-lines.ts'
import { eventLines, wordLines, type WordedSlice } from './word-lines.ts'

export const Reason = oneOf('Reason', ['moved', 'ill'])

interface Freed {
  readonly type: 'SeatFreed'
  readonly volunteer: PersonId
  readonly reason: 'moved' | 'ill'
}
export const SeatFreed: Codec<Freed> = closed({ type: literal('SeatFreed'), volunteer: PersonId, reason: Reason })
export const SeatFreedOn: Codec<Freed & { readonly on: LocalDay }> = closed({
  type: literal('SeatFreed'),
  volunteer: PersonId,
  reason: Reason,
  on: LocalDay,
})
const WiderReason = oneOf('Reason', ['moved', 'ill', 'no-notice'])
export const SeatFreedWider: Codec<Omit<Freed, 'reason'> & { readonly reason: Freed['reason'] | 'no-notice' }> = closed(
  {
    type: literal('SeatFreed'),
    volunteer: PersonId,
    reason: WiderReason,
  },
)
export const SeatLost: Codec<Omit<Freed, 'type' | 'reason'> & { readonly type: 'SeatLost' }> = closed({
  type: literal('SeatLost'),
  volunteer: PersonId,
})

export const first: WordedSlice = { name: 'order', event: variants('OrderEvent', [SeatFreed]) }
export const changed: WordedSlice = { name: 'order', event: variants('OrderEvent', [SeatFreedOn]) }
export const planted = { type: 'SeatFreed', volunteer: 'ada', reason: 'ill' } as const
export const on = '2020-05-01' as LocalDay

export const sliceLines = (slice: WordedSlice): ReadonlyArray<Line> => [
  ...wordLines(Header, [slice]),
  ...eventLines([slice]),
  ...upcastLines([slice]),
]
/** The lock as `npm run lock` leaves it, read again. */
export const writtenLock = (releases: ReadonlyArray<ReleasedLock>, lines: ReadonlyArray<Line>) =>
  parseLock(printLock(renewLock(gatherKeptLines(new Map(), releases), lines)))
export const release = (lines: ReadonlyArray<Line>): ReleasedLock => ({ name: '0.1', lines: writtenLock([], lines) })
/** The first line of each finding, once the lock was made anew. */
export const findings = (releases: ReadonlyArray<ReleasedLock>, lines: ReadonlyArray<Line>) =>
  compareLock(writtenLock(releases, lines), releases, lines).map((finding) => finding.split('\n')[0])
