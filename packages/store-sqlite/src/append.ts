import type { DatabaseSync } from 'node:sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type { EventId, StreamVersion } from '@zhiyuan/kernel'
import type { Appended, AppendError, GlobalPosition } from '@zhiyuan/runtime'
import { judgeAppend, type Append, type Known } from '@zhiyuan/runtime/store'
import { eventColumns, eventRows, readRecorded } from './recorded.ts'

/** A copy of an append at the moment of the call: later changes by the caller do not reach the log. */
export const copyAppend = ({ stream, expected, events }: Append): Append => ({
  stream,
  expected,
  events: events.map((event) => ({ ...event })),
})

const columns = eventColumns.replace('position, ', '')

/** Appends within a transaction, in which no other process can write. */
export const appender = (db: DatabaseSync) => {
  const byId = eventRows(db, 'id = ?')
  const look = db.prepare(
    'SELECT (SELECT max(version) FROM events WHERE stream = ?), EXISTS (SELECT 1 FROM events WHERE id = ?)',
  )
  look.setReturnArrays(true)
  const insert = db.prepare(`INSERT INTO events (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const knownTo = (append: Append): Known => {
    const first = append.events[0]?.id ?? null
    // One query is enough to judge most appends.
    const [head, isKept] = look.get(append.stream, first) as unknown as [StreamVersion | null, number]
    return {
      kept: (id: EventId) => {
        const [row] = id === first && isKept === 0 ? [] : byId(id)
        return row === undefined ? undefined : readRecorded(row)
      },
      head: () => head,
    }
  }
  const write = ({ events }: Append): Appended => {
    let position: number | bigint = 0
    for (const { stream, version, id, type, header, data, traceparent } of events) {
      position = insert.run(stream, version, id, type, header, data, traceparent).lastInsertRowid
    }
    return { version: events.at(-1)?.version as StreamVersion, position: String(position) as GlobalPosition }
  }
  return (append: Append): E.Either<AppendError, Appended> => {
    const judged = judgeAppend(append, knownTo(append))
    return E.isLeft(judged) ? judged : E.right(judged.right ?? write(append))
  }
}
