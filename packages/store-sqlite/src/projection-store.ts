import type { DatabaseSync } from 'node:sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type { GlobalPosition, ProjectionStore, Row, RowsBatch, RowsRef } from '@zhiyuan/runtime'
import { findConflict, keysOfBatch, wellFormedKeys } from '@zhiyuan/runtime/store'
import type { Connection } from './connection.ts'
import { classifyError } from './store-failure.ts'
import { storedJson } from './stored-json.ts'

/** SQLite orders every text before every blob, so every key comes before this blob. */
const afterEveryKey = new Uint8Array()
/** The first text after a key. */
const nextText = (key: string): string => `${key}\0`

const readRow = ({ key, row }: Readonly<Record<string, unknown>>): Row => ({
  key: key as string,
  row: storedJson(row, () => `row ${String(key)}`),
})

const identify = (db: DatabaseSync) => {
  const find = db.prepare('SELECT id, checkpoint FROM projections WHERE name = ? AND version = ?')
  return ({ name, version }: RowsRef) => {
    const found = find.get(name, version)
    return found === undefined ? null : { id: found['id'] as number, checkpoint: found['checkpoint'] as GlobalPosition }
  }
}

/** A copy of a batch at the moment of the call. */
interface Written extends Pick<RowsBatch, 'rows' | 'from' | 'checkpoint' | 'remove'> {
  readonly put: ReadonlyArray<readonly [key: string, text: string]>
}

/** Throws where `JSON` throws. */
const encodeBatch = ({ rows, from, checkpoint, put, remove }: RowsBatch): Written => ({
  rows,
  from,
  checkpoint,
  remove,
  put: put.map(({ key, row }) => [key, JSON.stringify(row)]),
})

const committer = (db: DatabaseSync) => {
  const moveTo = db.prepare(
    `INSERT INTO projections (name, version, checkpoint) VALUES (?, ?, ?)
     ON CONFLICT (name, version) DO UPDATE SET checkpoint = excluded.checkpoint RETURNING id`,
  )
  const put = db.prepare(
    `INSERT INTO projection_rows (projection, key, row) VALUES (?, ?, ?)
     ON CONFLICT (projection, key) DO UPDATE SET row = excluded.row`,
  )
  const remove = db.prepare('DELETE FROM projection_rows WHERE projection = ? AND key = ?')
  return (batch: Written): void => {
    const { name, version } = batch.rows
    const id = moveTo.get(name, version, batch.checkpoint)?.['id'] as number
    for (const [key, text] of batch.put) put.run(id, key, text)
    for (const key of batch.remove) remove.run(id, key)
  }
}

const activator = (db: DatabaseSync) => {
  const point = db.prepare(
    `INSERT INTO active_projections (name, version) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET version = excluded.version`,
  )
  const dropRows = db.prepare(
    'DELETE FROM projection_rows WHERE projection IN (SELECT id FROM projections WHERE name = ? AND version <> ?)',
  )
  const dropOthers = db.prepare('DELETE FROM projections WHERE name = ? AND version <> ?')
  return ({ name, version }: RowsRef): void => {
    for (const statement of [point, dropRows, dropOthers]) statement.run(name, version)
  }
}

/** Rows and checkpoints in a SQLite file. Keys are in order of their UTF-8 bytes, which is that of their code points. */
export const sqliteProjections = ({ db, read, write, close }: Connection): ProjectionStore => {
  const known = identify(db)
  const commit = committer(db)
  const activate = activator(db)
  const byKey = db.prepare('SELECT key, row FROM projection_rows WHERE projection = ? AND key = ?')
  const inOrder = db.prepare(
    'SELECT key, row FROM projection_rows WHERE projection = ? AND key >= ? AND key < ? ORDER BY key LIMIT ?',
  )
  const activeOf = db.prepare('SELECT version FROM active_projections WHERE name = ?')
  const readRows = (ref: RowsRef, keys: ReadonlyArray<string | null>, find: (id: number) => ReadonlyArray<Row>) => {
    const wrong = wellFormedKeys(keys)
    if (E.isLeft(wrong)) return Promise.resolve(wrong)
    return read(() => {
      const found = known(ref)
      return found === null ? [] : find(found.id)
    })
  }
  return {
    checkpoint: (ref) => () => read(() => known(ref)?.checkpoint ?? null),
    get: (ref, keys) => () => readRows(ref, keys, (id) => keys.flatMap((key) => byKey.all(id, key).map(readRow))),
    range:
      (ref, { after, before, limit }) =>
      () =>
        readRows(ref, [after, before], (id) =>
          inOrder.all(id, after === null ? '' : nextText(after), before ?? afterEveryKey, limit).map(readRow),
        ),
    commit: (batches) => async () => {
      const wrong = wellFormedKeys(batches.flatMap(keysOfBatch))
      if (E.isLeft(wrong)) return wrong
      const written = E.tryCatch(() => batches.map(encodeBatch), classifyError)
      if (E.isLeft(written)) return written
      return write(() => {
        const conflict = findConflict(written.right, (ref) => known(ref)?.checkpoint ?? null)
        return conflict === null ? E.right(written.right.forEach(commit)) : E.left(conflict)
      })
    },
    active: (name) => () => read(() => (activeOf.get(name)?.['version'] ?? null) as number | null),
    activate: (ref) => () => write(() => E.right(activate(ref))),
    close,
  }
}
