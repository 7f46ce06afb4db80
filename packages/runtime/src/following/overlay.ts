import * as E from 'fp-ts/lib/Either.js'
import { byCodePoint } from '../store-kit/code-points.ts'
import type { Book, Held } from './book.ts'
import type { Fault } from '../ports/fault.ts'
import type { ProjectionStore } from '../ports/ports.ts'

export interface Bounds {
  readonly after: string | null
  readonly before: string | null
  readonly limit: number
}

export interface HeldAt {
  readonly key: string
  readonly held: Held
}

export interface OverlaidPage {
  readonly rows: ReadonlyArray<HeldAt>
  /** Where the next page goes on; null when this was the last. */
  readonly next: string | null
}

/** Rows of the store with the changes laid over them that a book has not committed yet. A page may hold more or fewer than its limit. */
export const overlaidRange = async (
  store: ProjectionStore,
  book: Book,
  { after, before, limit }: Bounds,
): Promise<E.Either<Fault, OverlaidPage>> => {
  const read = await store.range(book.ref, { after, before, limit })()
  if (E.isLeft(read)) return read
  const next = read.right.length < limit ? null : (read.right.at(-1)?.key ?? null)
  const inside = (key: string): boolean =>
    (after === null || byCodePoint(key, after) > 0) &&
    (before === null || byCodePoint(key, before) < 0) &&
    (next === null || byCodePoint(key, next) <= 0)
  const changed = book.changed()
  const stored = read.right.filter(({ key }) => !changed.has(key)).map(({ key, row }) => ({ key, held: row as Held }))
  const fresh = [...changed].filter(inside).flatMap((key) => {
    const held = book.peek(key) ?? null
    return held === null ? [] : [{ key, held }]
  })
  const rows = fresh.length === 0 ? stored : [...stored, ...fresh].sort((a, b) => byCodePoint(a.key, b.key))
  return E.right({ rows, next })
}
