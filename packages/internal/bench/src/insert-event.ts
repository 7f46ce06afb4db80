import type { DatabaseSync } from 'node:sqlite'
import type { StoredEvent } from '@zhiyuan/runtime'

/** Puts events straight into a ledger file's table. */
export const insertEvent = (db: DatabaseSync) => {
  const insert = db.prepare(
    'INSERT INTO events (stream, version, id, type, header, data, traceparent) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  return ({ stream, version, id, type, header, data, traceparent }: StoredEvent): void => {
    insert.run(stream, version, id, type, header, data, traceparent)
  }
}
