import type { DatabaseSync } from 'node:sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type { Envelope, EventId, StreamName, StreamVersion } from '@zhiyuan/kernel'
import {
  judgeAppend,
  type Append,
  type Appended,
  type AppendError,
  type GlobalPosition,
  type Known,
} from '@zhiyuan/runtime'
import { eventRows, recordedOf } from './recorded.ts'

/** An append as it was when it was asked for: what the caller changes later does not reach the log. */
interface Written extends Append {
  readonly texts: ReadonlyArray<string>
}

/** Throws what JSON throws. */
export const writtenDown = ({ stream, expected, events }: Append): Written => {
  const texts = events.map((event) => JSON.stringify(event))
  return { stream, expected, texts, events: texts.map((text) => JSON.parse(text) as Envelope<unknown>) }
}

/** Appends within a transaction, in which nobody else can write. */
export const appender = (db: DatabaseSync) => {
  const byId = eventRows(db, 'id = ?')
  const headOf = db.prepare('SELECT max(version) AS head FROM events WHERE stream = ?')
  const insert = db.prepare('INSERT INTO events (stream, version, id, envelope) VALUES (?, ?, ?, ?)')
  const known = (stream: StreamName): Known => ({
    kept: (id: EventId) => {
      const [row] = byId(id)
      return row === undefined ? undefined : recordedOf(row)
    },
    head: () => (headOf.get(stream)?.['head'] ?? null) as StreamVersion | null,
  })
  const write = ({ events, texts }: Written): Appended => {
    let position: number | bigint = 0
    for (const [index, { stream, version, id }] of events.entries()) {
      position = insert.run(stream, version, id, texts[index] as string).lastInsertRowid
    }
    return { version: (events.at(-1) as Envelope<unknown>).version, position: String(position) as GlobalPosition }
  }
  return (append: Written): E.Either<AppendError, Appended> => {
    const judged = judgeAppend(append, known(append.stream))
    return E.isLeft(judged) ? judged : E.right(judged.right ?? write(append))
  }
}
