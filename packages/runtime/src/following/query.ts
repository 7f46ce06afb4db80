import * as E from 'fp-ts/lib/Either.js'
import { decodeRefused, type DecodeRefused } from '@zhiyuan/kernel'
import { rowCache, type RowCache, type Held } from './row-cache.ts'
import type { Fault } from '../ports/fault.ts'
import { overlaidRange } from './overlay.ts'
import type { ProjectionStore } from '../ports/ports.ts'
import { LedgerFault } from '../ports/unwrap.ts'
import type { Queries, RowsPage, Seen, View } from '../runtime.ts'

const pageSize = 500
const mostRows = 100_000
/** The first key after all those that begin with the prefix. */
const prefixEnd = (prefix: string): string | null => (prefix === '' ? null : `${prefix}\u{10ffff}`)

const showRow = <Row>(key: string, { stale, row }: Held): Seen<Row> => ({ key, row: row as Row, stale })

type Rows<Row> = ReadonlyArray<Seen<Row>>

interface Sources {
  readonly store: ProjectionStore
  /** The row caches of the engine, by name of the view. */
  readonly caches: ReadonlyMap<string, RowCache>
}

/** The row cache of the version that queries read: the engine's own, where it is this version that a settle writes. */
const findCache = async (
  { store, caches }: Sources,
  { name, version }: View<unknown>,
): Promise<E.Either<Fault, RowCache>> => {
  const active = await store.active(name)()
  if (E.isLeft(active)) return active
  const own = caches.get(name)
  const ref = { name, version: active.right ?? own?.ref.version ?? version }
  return E.right(own !== undefined && own.ref.version === ref.version ? own : rowCache(store, ref))
}

const readRow = async <Row>(
  sources: Sources,
  view: View<Row>,
  key: string,
): Promise<E.Either<Fault, Seen<Row> | null>> => {
  const cache = await findCache(sources, view)
  if (E.isLeft(cache)) return cache
  // Only uncommitted rows come from the cache: another process may have written the others since they were read.
  const held = cache.right.changed().has(key) ? cache.right.peek(key) : undefined
  if (held !== undefined) return E.right(held === null ? null : showRow(key, held))
  const read = await sources.store.get(cache.right.ref, [key])()
  if (E.isLeft(read)) return read
  const row = read.right[0]
  return E.right(row === undefined ? null : showRow<Row>(key, row.row as Held))
}

/** The row whose key is the prefix itself comes before all rows whose keys begin with it. */
const readFirst = async <Row>(
  sources: Sources,
  view: View<Row>,
  { prefix = '', after = null }: RowsPage,
): Promise<E.Either<Fault, Rows<Row>>> => {
  if (prefix === '' || after !== null) return E.right([])
  return E.map((row: Seen<Row> | null) => (row === null ? [] : [row]))(await readRow(sources, view, prefix))
}

interface ReadRows<Row> {
  readonly rows: Rows<Row>
  /** The key after which the next page begins; null when this was the last. */
  readonly next: string | null
}

/** One page of the store, overlaid with uncommitted rows: it may hold more or fewer rows than the limit. */
const readPage = async <Row>(
  sources: Sources,
  view: View<Row>,
  page: RowsPage,
): Promise<E.Either<Fault, ReadRows<Row>>> => {
  const { prefix = '', after = null, limit = pageSize } = page
  const cache = await findCache(sources, view)
  if (E.isLeft(cache)) return cache
  const first = await readFirst(sources, view, page)
  if (E.isLeft(first)) return first
  const start = after ?? (prefix === '' ? null : prefix)
  const range = { after: start, before: prefixEnd(prefix), limit }
  const read = await overlaidRange(sources.store, cache.right, range)
  if (E.isLeft(read)) return read
  const rows = read.right.rows.map(({ key, held }) => showRow<Row>(key, held))
  return E.right({ rows: [...first.right, ...rows], next: read.right.next })
}

async function* readAllRows<Row>(sources: Sources, view: View<Row>, prefix = ''): AsyncIterable<Seen<Row>> {
  for (let after: string | null = null, more = true; more;) {
    const page: E.Either<Fault, ReadRows<Row>> = await readPage(sources, view, { prefix, after })
    if (E.isLeft(page)) throw new LedgerFault(page.left)
    yield* page.right.rows
    after = page.right.next
    more = after !== null
  }
}

/** A page of exactly `limit` rows, as far as there are so many. */
const exactPage = async <Row>(
  sources: Sources,
  view: View<Row>,
  page: RowsPage,
): Promise<E.Either<Fault | DecodeRefused, Rows<Row>>> => {
  const { limit = pageSize } = page
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRows)
    return E.left(decodeRefused('$.limit', `1..${mostRows}`))
  const rows: Seen<Row>[] = []
  for (let after = page.after ?? null, more = true; more && rows.length < limit;) {
    const read = await readPage(sources, view, { ...page, after })
    if (E.isLeft(read)) return read
    rows.push(...read.right.rows)
    after = read.right.next
    more = after !== null
  }
  return E.right(rows.slice(0, limit))
}

/** Rows of the version that queries read, overlaid with the uncommitted rows of a running settle where it writes this version. */
export const rowQueries = (store: ProjectionStore, caches: ReadonlyMap<string, RowCache>): Queries => {
  const sources = { store, caches }
  return {
    row: (view, key) => () => readRow(sources, view, key),
    rowsPage:
      (view, page = {}) =>
      () =>
        exactPage(sources, view, page),
    rows: (view, prefix) => readAllRows(sources, view, prefix),
  }
}
