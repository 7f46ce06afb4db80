import * as E from 'fp-ts/lib/Either.js'
import { byCodePoint } from '../store-kit/code-points.ts'
import type { RowCache, Held } from './row-cache.ts'
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

/** Rows of the store, overlaid with the changes that a row cache has not committed yet. A page may hold more or fewer rows than its limit. */
export const overlaidRange = async (
  store: ProjectionStore,
  cache: RowCache,
  { after, before, limit }: Bounds,
): Promise<E.Either<Fault, OverlaidPage>> => {
  const read = await store.range(cache.ref, { after, before, limit })()
  if (E.isLeft(read)) return read
  const next = read.right.length < limit ? null : (read.right.at(-1)?.key ?? null)
  const isInRange = (key: string): boolean =>
    (after === null || byCodePoint(key, after) > 0) &&
    (before === null || byCodePoint(key, before) < 0) &&
    (next === null || byCodePoint(key, next) <= 0)
  const changed = cache.changed()
  const stored = read.right.filter(({ key }) => !changed.has(key)).map(({ key, row }) => ({ key, held: row as Held }))
  const fresh = [...changed].filter(isInRange).flatMap((key) => {
    const held = cache.peek(key) ?? null
    return held === null ? [] : [{ key, held }]
  })
  const rows = fresh.length === 0 ? stored : [...stored, ...fresh].sort((a, b) => byCodePoint(a.key, b.key))
  return E.right({ rows, next })
}
