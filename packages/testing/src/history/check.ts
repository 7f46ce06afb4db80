import type { FinalLog, HistoryFinding } from './findings.ts'
import type { Entry } from './history.ts'
import { indexed } from './indexed.ts'
import { untrueConflicts, wrongReads } from './reads.ts'
import { gaps, lostAcknowledgements, reordered, twoWinners, unaskedEvents, writtenTwice } from './writes.ts'

/**
 * Where a history of several processes contradicts the log that is left, or itself; empty where the store kept its promise. Times of different
 * processes must be of one clock: on one machine with Linux `process.hrtime.bigint()` is (it reads CLOCK_MONOTONIC).
 *
 * @example
 * expect(checkHistory(history, { events, dense: store.capabilities.dense, compare: store.compare })).toEqual([])
 */
export const checkHistory = (history: ReadonlyArray<Entry>, final: FinalLog): ReadonlyArray<HistoryFinding> => {
  const log = indexed(final)
  const appends = history.filter((entry) => entry.kind === 'append')
  return [
    ...lostAcknowledgements(appends, log),
    ...twoWinners(appends),
    ...unaskedEvents(appends, log),
    ...writtenTwice(log),
    ...gaps(log),
    ...reordered(appends, log),
    ...wrongReads(history, log),
    ...untrueConflicts(history, log),
  ]
}
