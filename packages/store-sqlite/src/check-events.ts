import type { DatabaseSync } from 'node:sqlite'
import type { Finding } from './finding.ts'
import { storeErrorOf } from './store-failure.ts'

type Row = readonly [position: number, stream: string, version: number, id: string, envelope: string]

const parsed = (envelope: string): unknown => {
  try {
    return JSON.parse(envelope)
  } catch {
    return null
  }
}

const ofEnvelope = ([position, stream, version, id, text]: Row): ReadonlyArray<Finding> => {
  const envelope = parsed(text)
  if (typeof envelope !== 'object' || envelope === null) return [{ type: 'EnvelopeUnreadable', position }]
  const says = envelope as Readonly<Record<string, unknown>>
  const row = { id, stream, version }
  const fields = ['id', 'stream', 'version'] as const
  return fields
    .filter((field) => says[field] !== row[field])
    .map((field) => ({ type: 'EnvelopeDiffers', position, field }))
}

/** Looks at events in the order of the log. */
const inspector = () => {
  const next = new Map<string, number>()
  let last = 0
  return {
    last: () => last,
    look: (row: Row): ReadonlyArray<Finding> => {
      const [position, stream, version] = row
      const expected = next.get(stream) ?? 0
      const findings: Finding[] = [...ofEnvelope(row)]
      if (position !== last + 1) findings.unshift({ type: 'EventsMissing', from: last + 1, to: position - 1 })
      if (version !== expected) findings.push({ type: 'StreamBroken', position, stream, expected })
      next.set(stream, version + 1)
      last = position
      return findings
    },
  }
}

const ofEnd = (given: number, last: number): ReadonlyArray<Finding> => {
  if (given > last) return [{ type: 'EventsMissing', from: last + 1, to: given }]
  return given < last ? [{ type: 'NumberingBehind', given, last }] : []
}

const rowsAtOnce = 1000

/** What is wrong with the events, a page at a time; a page that cannot be read ends it. */
export function* eventFindings(db: DatabaseSync): Generator<{ readonly done: number; readonly found: Finding[] }> {
  const { look, last } = inspector()
  const page = db.prepare(
    'SELECT position, stream, version, id, envelope FROM events WHERE position > ? ORDER BY position LIMIT ?',
  )
  page.setReturnArrays(true)
  let done = 0
  try {
    for (let rows: ReadonlyArray<Row>; ;) {
      rows = page.all(last(), rowsAtOnce) as unknown as ReadonlyArray<Row>
      done += rows.length
      yield { done, found: rows.flatMap(look) }
      if (rows.length < rowsAtOnce) break
    }
    const given = db.prepare("SELECT coalesce(max(seq), 0) AS given FROM sqlite_sequence WHERE name = 'events'").get()
    yield { done, found: [...ofEnd(Number(given?.['given']), last())] }
  } catch (why) {
    const error = storeErrorOf(why)
    if (error.type !== 'StoreDamaged') throw why
    yield { done, found: [{ type: 'PagesDamaged', cause: `after event ${last()}: ${error.cause}` }] }
  }
}
