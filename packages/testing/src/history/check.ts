import type { FinalLog, HistoryFinding } from './findings.ts'
import type { Entry } from './history.ts'
import { indexLog } from './indexed.ts'
import { findUntrueConflicts, findWrongReads } from './reads.ts'
import {
  findGaps,
  findLostAcknowledgements,
  findReordered,
  findTwoWinners,
  findUnaskedEvents,
  findWrittenTwice,
} from './writes.ts'

/**
 * Where a history of several processes contradicts the final log, or itself; empty where the store kept its promise. Times of different
 * processes must be of one clock: on one machine with Linux `process.hrtime.bigint()` is (it reads CLOCK_MONOTONIC).
 *
 * @example
 * expect(checkHistory(history, { events, dense: store.capabilities.dense, compare: store.compare })).toEqual([])
 */
export const checkHistory = (history: ReadonlyArray<Entry>, final: FinalLog): ReadonlyArray<HistoryFinding> => {
  const log = indexLog(final)
  const appends = history.filter((entry) => entry.kind === 'append')
  return [
    ...findLostAcknowledgements(appends, log),
    ...findTwoWinners(appends),
    ...findUnaskedEvents(appends, log),
    ...findWrittenTwice(log),
    ...findGaps(log),
    ...findReordered(appends, log),
    ...findWrongReads(history, log),
    ...findUntrueConflicts(history, log),
  ]
}
