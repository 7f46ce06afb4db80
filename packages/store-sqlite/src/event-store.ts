import * as E from 'fp-ts/lib/Either.js'
import type { EventStore, GlobalPosition, StoreError } from '@zhiyuan/runtime'
import { StoreFailure, bell, strangePosition, subscribeTo, unfitLimit } from '@zhiyuan/runtime/store'
import { appender, copyAppend } from './append.ts'
import type { Connection } from './connection.ts'
import { eventRows, cutPage, readRecorded } from './recorded.ts'

/** How soon a subscription sees what another process wrote. */
const pollMs = 100

const parsePosition = (position: GlobalPosition | null): number | null => {
  if (position === null) return 0
  return /^[1-9][0-9]{0,14}$/.test(position) ? Number(position) : null
}

const throwIf = (error: StoreError | null): void => {
  if (error !== null) throw new StoreFailure(error)
}

const logReader = ({ db, read }: Connection): Pick<EventStore, 'last' | 'readStream' | 'readAll'> => {
  const ofStream = eventRows(db, 'stream = ? AND version >= ? ORDER BY version LIMIT ?')
  const ofAll = eventRows(db, 'position > ? ORDER BY position LIMIT ?')
  const lastOf = eventRows(db, 'true ORDER BY position DESC LIMIT 1')
  return {
    last: () => () => read(() => lastOf().map(readRecorded)[0] ?? null),
    readStream: (stream, from, limit) => () =>
      read(() => {
        throwIf(unfitLimit(limit))
        return cutPage(ofStream(stream, from, limit + 1), limit)
      }),
    readAll: (after, limit) => () =>
      read(() => {
        throwIf(unfitLimit(limit))
        const from = parsePosition(after)
        const rows = from === null ? [] : ofAll(from, limit + 1)
        const isBeyond = rows.length === 0 && after !== null && lastOf()[0]?.[0] !== from
        throwIf(isBeyond ? strangePosition(after) : null)
        return cutPage(rows, limit)
      }),
  }
}

/** Events in a SQLite file: positions are `1`, `2`, … without gaps. */
export const sqliteEvents = (connection: Connection): EventStore => {
  const appendNow = appender(connection.db)
  const { last, readStream, readAll } = logReader(connection)
  const news = bell()
  return {
    append: (stream, expected, events) => async () => {
      const written = copyAppend({ stream, expected, events })
      const answer = await connection.write(() => appendNow(written))
      if (E.isRight(answer)) news.ring()
      return answer
    },
    last,
    readStream,
    readAll,
    subscribe: (after, handler, onEnd) => subscribeTo({ readAll, news, pollMs }, after, handler, onEnd),
    compare: (a, b) => Number(a) - Number(b),
    capabilities: { dense: true, idsUniqueIn: 'log', inOrder: true },
    close: async () => {
      const closed = connection.close()
      news.ring()
      await closed
    },
  }
}
