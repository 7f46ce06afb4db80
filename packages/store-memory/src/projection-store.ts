import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type {
  CommitError,
  GlobalPosition,
  ProjectionStore,
  Row,
  RowsBatch,
  RowsRef,
  StoreError,
} from '@zhiyuan/runtime'
import { findConflict, keysOfBatch, wellFormedKeys } from '@zhiyuan/runtime/store'
import { sortedKeys, type SortedKeys } from './sorted-keys.ts'

/** Rows are kept as text: a caller who holds a row cannot change what is stored, and only plain JSON survives. */
interface Table {
  readonly rows: Map<string, string>
  readonly keys: SortedKeys
  checkpoint: GlobalPosition | null
}

const emptyTable = (): Table => ({ rows: new Map(), keys: sortedKeys(), checkpoint: null })

const read = (table: Table, keys: ReadonlyArray<string>): ReadonlyArray<Row> =>
  keys.flatMap((key) => {
    const text = table.rows.get(key)
    return text === undefined ? [] : [{ key, row: JSON.parse(text) as unknown }]
  })

const write = (table: Table, { checkpoint, put, remove }: Written): void => {
  for (const { key, text } of put) {
    table.rows.set(key, text)
    table.keys.add(key)
  }
  for (const key of remove) if (table.rows.delete(key)) table.keys.remove(key)
  table.checkpoint = checkpoint
}

interface Written extends Pick<RowsBatch, 'rows' | 'checkpoint' | 'remove'> {
  readonly put: ReadonlyArray<{ readonly key: string; readonly text: string }>
}

const copyBatch = ({ rows, checkpoint, put, remove }: RowsBatch): Written => ({
  rows,
  checkpoint,
  remove,
  put: put.map(({ key, row }) => ({ key, text: JSON.stringify(row) })),
})

/** Rows and checkpoints in memory. They live as long as the process. */
export const memoryProjectionStore = (): ProjectionStore => {
  const names = new Map<string, Map<number, Table>>()
  const active = new Map<string, number>()
  let closed = false
  const findTable = ({ name, version }: RowsRef): Table => {
    const versions = names.get(name) ?? new Map<number, Table>()
    const table = versions.get(version) ?? emptyTable()
    names.set(name, versions.set(version, table))
    return table
  }
  const open =
    <A>(keys: ReadonlyArray<string | null>, answer: () => A): TaskEither<StoreError, A> =>
    () =>
      Promise.resolve(
        closed
          ? E.left({ type: 'StoreClosed' })
          : pipe(
              wellFormedKeys(keys),
              E.chain(() => E.tryCatch(answer, (why): StoreError => ({ type: 'StoreFault', cause: String(why) }))),
            ),
      )
  return {
    checkpoint: (rows) => open([], () => findTable(rows).checkpoint),
    get: (rows, keys) => open(keys, () => read(findTable(rows), keys)),
    range: (rows, { after, before, limit }) =>
      open([after, before], () => read(findTable(rows), findTable(rows).keys.between(after, before, limit))),
    commit: (batches) => async () => {
      const answer = await open(batches.flatMap(keysOfBatch), (): E.Either<CommitError, void> => {
        const all = batches.map(copyBatch)
        const conflict = findConflict(batches, (rows) => findTable(rows).checkpoint)
        if (conflict !== null) return E.left(conflict)
        for (const batch of all) write(findTable(batch.rows), batch)
        return E.right(undefined)
      })()
      return E.flattenW(answer)
    },
    active: (name) => open([], () => active.get(name) ?? null),
    activate: (rows) =>
      open([], () => {
        names.set(rows.name, new Map([[rows.version, findTable(rows)]]))
        active.set(rows.name, rows.version)
      }),
    close: () => {
      closed = true
      return Promise.resolve()
    },
  }
}
