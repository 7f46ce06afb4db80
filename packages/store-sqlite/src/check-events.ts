import type { DatabaseSync } from 'node:sqlite'
import { eventCheck, type LogLaws } from '@zhiyuan/runtime'
import type { Finding } from './finding.ts'
import { eventRows, readRecorded, type EventRow } from './recorded.ts'
import { classifyError } from './store-failure.ts'

/** Checks events in the order of the log. */
const inspector = (laws: LogLaws | null) => {
  const check = eventCheck(laws)
  let last = 0
  return {
    last: () => last,
    end: check.end,
    look: (row: EventRow): ReadonlyArray<Finding> => {
      const [position] = row
      const missing: ReadonlyArray<Finding> =
        position === last + 1 ? [] : [{ type: 'EventsMissing', from: last + 1, to: position - 1 }]
      last = position
      return [...missing, ...check.add(readRecorded(row))]
    },
  }
}

const ofEnd = (given: number, last: number): ReadonlyArray<Finding> => {
  if (given > last) return [{ type: 'EventsMissing', from: last + 1, to: given }]
  return given < last ? [{ type: 'NumberingBehind', given, last }] : []
}

const rowsAtOnce = 1000

/** Lists what is wrong with the events, a page at a time; a page that cannot be read ends the check. */
export function* eventFindings(
  db: DatabaseSync,
  laws: LogLaws | null,
): Generator<{ readonly done: number; readonly found: Finding[] }> {
  const { look, last, end } = inspector(laws)
  const page = eventRows(db, 'position > ? ORDER BY position LIMIT ?')
  let done = 0
  try {
    for (let rows: ReadonlyArray<EventRow>; ;) {
      rows = page(last(), rowsAtOnce)
      done += rows.length
      yield { done, found: rows.flatMap(look) }
      if (rows.length < rowsAtOnce) break
    }
    const given = db.prepare("SELECT coalesce(max(seq), 0) AS given FROM sqlite_sequence WHERE name = 'events'").get()
    yield { done, found: [...end(), ...ofEnd(Number(given?.['given']), last())] }
  } catch (why) {
    const error = classifyError(why)
    if (error.type !== 'StoreDamaged') throw why
    yield { done, found: [{ type: 'PagesDamaged', cause: `after event ${last()}: ${error.cause}` }] }
  }
}
