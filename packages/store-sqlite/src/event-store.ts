import * as E from 'fp-ts/lib/Either.js'
import { bell, subscribeTo, type EventStore, type GlobalPosition, type Page, type StoreError } from '@zhiyuan/runtime'
import { appender, writtenDown } from './append.ts'
import type { Connection } from './connection.ts'
import { eventRows, pageOf } from './recorded.ts'
import { storeErrorOf } from './store-failure.ts'

/** How soon a subscription sees what another process wrote. */
const pollMs = 100

const numberOf = (position: GlobalPosition | null): number | null => {
  if (position === null) return 0
  return /^[0-9]{1,15}$/.test(position) ? Number(position) : null
}

const reading = ({ db, read }: Connection): Pick<EventStore, 'readStream' | 'readAll'> => {
  const ofStream = eventRows(db, 'stream = ? AND version >= ? ORDER BY version LIMIT ?')
  const ofAll = eventRows(db, 'position > ? ORDER BY position LIMIT ?')
  return {
    readStream: (stream, from, limit) => () => read(() => pageOf(ofStream(stream, from, limit + 1), limit)),
    readAll: (after, limit) => (): Promise<E.Either<StoreError, Page>> => {
      const from = numberOf(after)
      if (from !== null) return read(() => pageOf(ofAll(from, limit + 1), limit))
      return Promise.resolve(E.left({ type: 'StoreFault', cause: `${after} is no position of this store` }))
    },
  }
}

/** Events in a SQLite file: positions are `1`, `2`, … without gaps. */
export const sqliteEvents = (connection: Connection): EventStore => {
  const appendNow = appender(connection.db)
  const { readStream, readAll } = reading(connection)
  const news = bell()
  return {
    append: (stream, expected, events) => async () => {
      const written = E.tryCatch(() => writtenDown({ stream, expected, events }), storeErrorOf)
      if (E.isLeft(written)) return written
      const answer = await connection.write(() => appendNow(written.right))
      if (E.isRight(answer)) news.ring()
      return answer
    },
    readStream,
    readAll,
    subscribe: (after, handler, onEnd) => subscribeTo({ readAll, news, pollMs }, after, handler, onEnd),
    compare: (a, b) => Number(a) - Number(b),
    capabilities: { dense: true },
    close: async () => {
      const closed = connection.close()
      news.ring()
      await closed
    },
  }
}
