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
/** Comes after every key that begins with the prefix. */
const prefixEnd = (prefix: string): string | null => (prefix === '' ? null : `${prefix}\u{10ffff}`)

const showRow = <Row>(key: string, { stale, row }: Held): Seen<Row> => ({ key, row: row as Row, stale })

/** Rows of the version that queries read; through a settle's uncommitted rows, where it is this version that it writes. */
export const rowQueries = (store: ProjectionStore, caches: ReadonlyMap<string, RowCache>): Queries => {
  const findCache = async ({ name, version }: View<unknown>): Promise<E.Either<Fault, RowCache>> => {
    const active = await store.active(name)()
    if (E.isLeft(active)) return active
    const own = caches.get(name)
    const ref = { name, version: active.right ?? own?.ref.version ?? version }
    return E.right(own !== undefined && own.ref.version === ref.version ? own : rowCache(store, ref))
  }

  const readRow = async <Row>(view: View<Row>, key: string): Promise<E.Either<Fault, Seen<Row> | null>> => {
    const cache = await findCache(view)
    if (E.isLeft(cache)) return cache
    // Only what is not committed yet: another process may have written the others since they were read.
    const held = cache.right.changed().has(key) ? cache.right.peek(key) : undefined
    if (held !== undefined) return E.right(held === null ? null : showRow(key, held))
    const read = await store.get(cache.right.ref, [key])()
    return E.map((rows: typeof read extends E.Either<unknown, infer A> ? A : never) => {
      const row = rows[0]
      return row === undefined ? null : showRow<Row>(key, row.row as Held)
    })(read)
  }

  /** The row whose key is the prefix itself comes before everything that begins with it. */
  const readFirst = async <Row>(
    view: View<Row>,
    { prefix = '', after = null }: RowsPage,
  ): Promise<E.Either<Fault, ReadonlyArray<Seen<Row>>>> => {
    if (prefix === '' || after !== null) return E.right([])
    return E.map((row: Seen<Row> | null) => (row === null ? [] : [row]))(await readRow(view, prefix))
  }

  const readPage = async <Row>(
    view: View<Row>,
    page: RowsPage,
  ): Promise<E.Either<Fault, { rows: ReadonlyArray<Seen<Row>>; next: string | null }>> => {
    const { prefix = '', after = null, limit = pageSize } = page
    const cache = await findCache(view)
    if (E.isLeft(cache)) return cache
    const first = await readFirst(view, page)
    if (E.isLeft(first)) return first
    const start = after ?? (prefix === '' ? null : prefix)
    const read = await overlaidRange(store, cache.right, { after: start, before: prefixEnd(prefix), limit })
    if (E.isLeft(read)) return read
    const rows = read.right.rows.map(({ key, held }) => showRow<Row>(key, held))
    return E.right({ rows: [...first.right, ...rows], next: read.right.next })
  }

  async function* all<Row>(view: View<Row>, prefix = ''): AsyncIterable<Seen<Row>> {
    for (let after: string | null = null, more = true; more;) {
      const page: Awaited<ReturnType<typeof readPage<Row>>> = await readPage(view, { prefix, after })
      if (E.isLeft(page)) throw new LedgerFault(page.left)
      yield* page.right.rows
      after = page.right.next
      more = after !== null
    }
  }

  const exactPage = async <Row>(
    view: View<Row>,
    page: RowsPage,
  ): Promise<E.Either<Fault | DecodeRefused, ReadonlyArray<Seen<Row>>>> => {
    const { limit = pageSize } = page
    if (!Number.isInteger(limit) || limit < 1 || limit > mostRows)
      return E.left(decodeRefused('$.limit', `1..${mostRows}`))
    const rows: Seen<Row>[] = []
    for (let after = page.after ?? null, more = true; more && rows.length < limit;) {
      const read = await readPage(view, { ...page, after })
      if (E.isLeft(read)) return read
      rows.push(...read.right.rows)
      after = read.right.next
      more = after !== null
    }
    return E.right(rows.slice(0, limit))
  }

  return {
    row: (view, key) => () => readRow(view, key),
    rowsPage:
      (view, page = {}) =>
      () =>
        exactPage(view, page),
    rows: all,
  }
}
