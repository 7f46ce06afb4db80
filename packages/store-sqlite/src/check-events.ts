import type { DatabaseSync } from 'node:sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { canonicalJson } from '@zhiyuan/kernel'
import type { Finding } from './finding.ts'
import { eventRows, type EventRow } from './recorded.ts'
import { storeErrorOf } from './store-failure.ts'

/** What a text says; undefined where it is not as this program writes it. */
const said = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    const canonical = canonicalJson(value)
    return E.isRight(canonical) && canonical.right === text ? value : undefined
  } catch {
    return undefined
  }
}

const fields = ['id', 'stream', 'type', 'version'] as const

const ofTexts = ([position, stream, version, id, type, header, data]: EventRow): ReadonlyArray<Finding> => {
  const findings: Finding[] = []
  const says = said(header)
  if (typeof says !== 'object' || says === null) findings.push({ type: 'EventUnreadable', position, text: 'header' })
  else {
    const row = { id, stream, type, version }
    const strange = fields.filter((field) => (says as Readonly<Record<string, unknown>>)[field] !== row[field])
    findings.push(...strange.map((field) => ({ type: 'HeaderDiffers', position, field }) as const))
  }
  if (said(data) === undefined) findings.push({ type: 'EventUnreadable', position, text: 'data' })
  return findings
}

/** Looks at events in the order of the log. */
const inspector = () => {
  const next = new Map<string, number>()
  let last = 0
  return {
    last: () => last,
    look: (row: EventRow): ReadonlyArray<Finding> => {
      const [position, stream, version] = row
      const expected = next.get(stream) ?? 0
      const findings: Finding[] = [...ofTexts(row)]
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
    yield { done, found: [...ofEnd(Number(given?.['given']), last())] }
  } catch (why) {
    const error = storeErrorOf(why)
    if (error.type !== 'StoreDamaged') throw why
    yield { done, found: [{ type: 'PagesDamaged', cause: `after event ${last()}: ${error.cause}` }] }
  }
}
