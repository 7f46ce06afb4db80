import * as E from 'fp-ts/lib/Either.js'
import type { EventId } from '@zhiyuan/kernel'
import type { Fault } from '../ports/fault.ts'
import type { GlobalPosition, ProjectionStore, RowsBatch, RowsRef } from '../ports/ports.ts'

/** A row as it is stored: with the event that it could not take in, if there is one. */
export interface Held {
  readonly stale: EventId | null
  readonly row: unknown
}

/** The rows of one projection while the engine works: read once, changed here, committed together. */
export interface RowCache {
  readonly ref: RowsRef
  /** The last event that is in these rows. */
  readonly at: () => GlobalPosition | null
  readonly moveTo: (position: GlobalPosition) => void
  /** Reads the store's checkpoint; where another process has committed since, the held rows are dropped. */
  readonly open: () => Promise<E.Either<Fault, void>>
  readonly ensure: (keys: ReadonlyArray<string>) => Promise<E.Either<Fault, void>>
  /** Null: there is no such row. Undefined: it was not read yet. */
  readonly peek: (key: string) => Held | null | undefined
  readonly put: (key: string, row: Held) => void
  readonly remove: (key: string) => void
  readonly changed: () => ReadonlySet<string>
  /** The changes to commit; null when there are none. */
  readonly batch: () => RowsBatch | null
  readonly committed: () => void
  /** Forgets everything that is not committed. */
  readonly reset: () => void
  readonly held: () => number
  /** Forgets unchanged rows, the oldest first, down to so many rows. */
  readonly trim: (size: number) => void
}

interface State {
  readonly rows: Map<string, Held | null>
  readonly changed: Set<string>
  at: GlobalPosition | null
  committedAt: GlobalPosition | null
}

const makeBatch = (ref: RowsRef, { rows, changed, at, committedAt }: State): RowsBatch | null => {
  if (at === null || (changed.size === 0 && at === committedAt)) return null
  const keys = [...changed]
  return {
    rows: ref,
    from: committedAt,
    checkpoint: at,
    put: keys.flatMap((key) => {
      const row = rows.get(key) ?? null
      return row === null ? [] : [{ key, row }]
    }),
    remove: keys.filter((key) => (rows.get(key) ?? null) === null),
  }
}

const trimRows = ({ rows, changed }: State, size: number): void => {
  if (rows.size <= size) return
  for (const key of rows.keys()) {
    if (rows.size <= size) return
    if (!changed.has(key)) rows.delete(key)
  }
}

const openRows = (store: ProjectionStore, ref: RowsRef, state: State) => async (): Promise<E.Either<Fault, void>> => {
  const stored = await store.checkpoint(ref)()
  if (E.isLeft(stored)) return stored
  if (stored.right !== state.committedAt) state.rows.clear()
  state.at = stored.right
  state.committedAt = stored.right
  return E.right(undefined)
}

const ensureRows =
  (store: ProjectionStore, ref: RowsRef, { rows }: State) =>
  async (keys: ReadonlyArray<string>): Promise<E.Either<Fault, void>> => {
    const missing = [...new Set(keys)].filter((key) => !rows.has(key))
    if (missing.length === 0) return E.right(undefined)
    const read = await store.get(ref, missing)()
    if (E.isLeft(read)) return read
    for (const key of missing) rows.set(key, null)
    for (const { key, row } of read.right) rows.set(key, row as Held)
    return E.right(undefined)
  }

export const rowCache = (store: ProjectionStore, ref: RowsRef): RowCache => {
  const state: State = { rows: new Map(), changed: new Set(), at: null, committedAt: null }
  const { rows, changed } = state
  const put = (key: string, row: Held | null): void => {
    rows.set(key, row)
    changed.add(key)
  }
  return {
    ref,
    at: () => state.at,
    moveTo: (position) => {
      state.at = position
    },
    open: openRows(store, ref, state),
    ensure: ensureRows(store, ref, state),
    peek: (key) => rows.get(key),
    put,
    remove: (key) => put(key, null),
    changed: () => changed,
    batch: () => makeBatch(ref, state),
    committed: () => {
      changed.clear()
      state.committedAt = state.at
    },
    reset: () => {
      rows.clear()
      changed.clear()
    },
    held: () => rows.size,
    trim: (size) => trimRows(state, size),
  }
}
