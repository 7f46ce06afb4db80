import * as E from 'fp-ts/lib/Either.js'
import { decodeRefused, type DecodeRefused } from '@zhiyuan/kernel'
import { bookOf, type Book, type Held } from './book.ts'
import type { Fault } from '../ports/fault.ts'
import { overlaidRange } from './overlay.ts'
import type { ProjectionStore } from '../ports/ports.ts'
import { LedgerFault } from '../ports/promised.ts'
import type { Queries, RowsPage, Seen, View } from '../runtime.ts'

const pageSize = 500
const mostRows = 100_000
/** Comes after every key that begins with the prefix. */
const endOf = (prefix: string): string | null => (prefix === '' ? null : `${prefix}\u{10ffff}`)

const seen = <Row>(key: string, { stale, row }: Held): Seen<Row> => ({ key, row: row as Row, stale })

/** Rows of the version that queries read; through a settle's uncommitted rows, where it is this version that it writes. */
export const queriesOver = (store: ProjectionStore, books: ReadonlyMap<string, Book>): Queries => {
  const bookFor = async ({ name, version }: View<unknown>): Promise<E.Either<Fault, Book>> => {
    const active = await store.active(name)()
    if (E.isLeft(active)) return active
    const own = books.get(name)
    const ref = { name, version: active.right ?? own?.ref.version ?? version }
    return E.right(own !== undefined && own.ref.version === ref.version ? own : bookOf(store, ref))
  }

  const rowOf = async <Row>(view: View<Row>, key: string): Promise<E.Either<Fault, Seen<Row> | null>> => {
    const book = await bookFor(view)
    if (E.isLeft(book)) return book
    // Only what is not committed yet: another process may have written the others since they were read.
    const held = book.right.changed().has(key) ? book.right.peek(key) : undefined
    if (held !== undefined) return E.right(held === null ? null : seen(key, held))
    const read = await store.get(book.right.ref, [key])()
    return E.map((rows: typeof read extends E.Either<unknown, infer A> ? A : never) => {
      const row = rows[0]
      return row === undefined ? null : seen<Row>(key, row.row as Held)
    })(read)
  }

  /** The row whose key is the prefix itself comes before everything that begins with it. */
  const firstOf = async <Row>(
    view: View<Row>,
    { prefix = '', after = null }: RowsPage,
  ): Promise<E.Either<Fault, ReadonlyArray<Seen<Row>>>> => {
    if (prefix === '' || after !== null) return E.right([])
    return E.map((row: Seen<Row> | null) => (row === null ? [] : [row]))(await rowOf(view, prefix))
  }

  const pageOf = async <Row>(
    view: View<Row>,
    page: RowsPage,
  ): Promise<E.Either<Fault, { rows: ReadonlyArray<Seen<Row>>; next: string | null }>> => {
    const { prefix = '', after = null, limit = pageSize } = page
    const book = await bookFor(view)
    if (E.isLeft(book)) return book
    const first = await firstOf(view, page)
    if (E.isLeft(first)) return first
    const start = after ?? (prefix === '' ? null : prefix)
    const read = await overlaidRange(store, book.right, { after: start, before: endOf(prefix), limit })
    if (E.isLeft(read)) return read
    const rows = read.right.rows.map(({ key, held }) => seen<Row>(key, held))
    return E.right({ rows: [...first.right, ...rows], next: read.right.next })
  }

  async function* all<Row>(view: View<Row>, prefix = ''): AsyncIterable<Seen<Row>> {
    for (let after: string | null = null, more = true; more;) {
      const page: Awaited<ReturnType<typeof pageOf<Row>>> = await pageOf(view, { prefix, after })
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
      const read = await pageOf(view, { ...page, after })
      if (E.isLeft(read)) return read
      rows.push(...read.right.rows)
      after = read.right.next
      more = after !== null
    }
    return E.right(rows.slice(0, limit))
  }

  return {
    row: (view, key) => () => rowOf(view, key),
    rowsPage:
      (view, page = {}) =>
      () =>
        exactPage(view, page),
    rows: all,
  }
}
