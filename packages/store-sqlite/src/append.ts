import type { DatabaseSync } from 'node:sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type EventId, type StreamVersion } from '@zhiyuan/kernel'
import type { Appended, AppendError, GlobalPosition } from '@zhiyuan/runtime'
import { judgeAppend, type Append, type Asked, type Known } from '@zhiyuan/runtime/store'
import { eventRows, recordedOf } from './recorded.ts'

/** An append as it was when it was asked for: what the caller changes later does not reach the log. */
interface Written extends Asked {
  readonly texts: ReadonlyArray<string>
}

/** Throws what JSON throws. */
export const writtenDown = ({ stream, expected, events }: Append): Written => ({
  stream,
  expected,
  texts: events.map((event) => JSON.stringify(event)),
  events: events.map(({ id, stream: own, version }) => ({ id, stream: own, version })),
})

/** Whether what is kept says what was asked to be written; only a repeat needs the text to be read again. */
const saysTheSame =
  ({ texts }: Written): Known['saysTheSame'] =>
  ({ event }, index) =>
    sameContent(event, JSON.parse(texts[index] as string))

/** Appends within a transaction, in which nobody else can write. */
export const appender = (db: DatabaseSync) => {
  const byId = eventRows(db, 'id = ?')
  const look = db.prepare(
    'SELECT (SELECT max(version) FROM events WHERE stream = ?), EXISTS (SELECT 1 FROM events WHERE id = ?)',
  )
  look.setReturnArrays(true)
  const insert = db.prepare('INSERT INTO events (stream, version, id, envelope) VALUES (?, ?, ?, ?)')
  const knownTo = (append: Written): Known => {
    const first = append.events[0]?.id ?? null
    // One question answers most appends.
    const [head, isKept] = look.get(append.stream, first) as unknown as [StreamVersion | null, number]
    return {
      kept: (id: EventId) => {
        const [row] = id === first && isKept === 0 ? [] : byId(id)
        return row === undefined ? undefined : recordedOf(row)
      },
      saysTheSame: saysTheSame(append),
      head: () => head,
    }
  }
  const write = ({ events, texts }: Written): Appended => {
    let position: number | bigint = 0
    for (const [index, { stream, version, id }] of events.entries()) {
      position = insert.run(stream, version, id, texts[index] as string).lastInsertRowid
    }
    return { version: events.at(-1)?.version as StreamVersion, position: String(position) as GlobalPosition }
  }
  return (append: Written): E.Either<AppendError, Appended> => {
    const judged = judgeAppend(append, knownTo(append))
    return E.isLeft(judged) ? judged : E.right(judged.right ?? write(append))
  }
}
