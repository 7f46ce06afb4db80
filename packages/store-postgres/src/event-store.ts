import * as E from 'fp-ts/lib/Either.js'
import {
  bell,
  groupCommit,
  subscribeTo,
  type EventStore,
  type GlobalPosition,
  type Page,
  type StoreError,
} from '@zhiyuan/runtime'
import { appendTogether, writtenDown, type Answer, type Place, type Written } from './append.ts'
import type { Connection } from './connection.ts'
import { listener } from './listener.ts'
import type { PostgresOptions } from './options.ts'
import { pageOf, type EventRow } from './recorded.ts'
import { storeErrorOf } from './sql-failure.ts'

/** How soon a subscription sees what another process wrote where notices do not get through. */
const pollMs = 500

/** Enough to make the round trips and the flush cheap for each, few enough that others are not kept waiting. */
const groupSize = {
  capacity: 4_000_000,
  weigh: ({ texts }: Written) => texts.reduce((sum, text) => sum + text.length, 8000),
}

const isOurs = (position: GlobalPosition): boolean => /^[0-9]{1,18}$/.test(position)

const reading = ({ database, whileOpen }: Connection, schema: string): Pick<EventStore, 'readStream' | 'readAll'> => {
  const pageOfQuery = (name: string, text: string, values: ReadonlyArray<unknown>, limit: number) =>
    whileOpen(() =>
      database.read(async (client) =>
        pageOf((await client.query<EventRow>({ name, text, values: [...values, limit + 1] })).rows, limit),
      ),
    )
  const ofStream = `SELECT position, envelope FROM ${schema}.events WHERE stream = $1 AND version >= $2 ORDER BY version LIMIT $3`
  const ofAll = `SELECT position, envelope FROM ${schema}.events WHERE position > $1 ORDER BY position LIMIT $2`
  return {
    readStream: (stream, from, limit) => () => pageOfQuery('stream', ofStream, [stream, from], limit),
    readAll: (after, limit) => (): Promise<E.Either<StoreError, Page>> =>
      after === null || isOurs(after)
        ? pageOfQuery('all', ofAll, [after ?? '0'], limit)
        : Promise.resolve(E.left({ type: 'StoreFault', cause: `${after} is no position of this store` })),
  }
}

/** Events in PostgreSQL: positions are `1`, `2`, … without gaps. */
export const postgresEvents = (connection: Connection, options: PostgresOptions, place: Place): EventStore => {
  const { readStream, readAll } = reading(connection, place.schema)
  const news = bell()
  const listening = listener(options, place.channel, news)
  const group = groupCommit<Written, Answer>(
    (appends) => connection.database.transact(appendTogether(place, appends), true),
    groupSize,
  )
  return {
    append: (stream, expected, events) => async () => {
      const written = E.tryCatch(() => writtenDown({ stream, expected, events }), storeErrorOf)
      if (E.isLeft(written)) return written
      const answer = await connection.whileOpen(async () => E.flattenW(await group.write(written.right)))
      if (E.isRight(answer)) news.ring()
      return answer
    },
    readStream,
    readAll,
    subscribe: (after, handler, onEnd) => {
      listening.listen()
      return subscribeTo({ readAll, news, pollMs }, after, handler, onEnd)
    },
    compare: (a, b) => a.length - b.length || (a < b ? -1 : Number(a > b)),
    capabilities: { dense: true },
    close: async () => {
      const closed = connection.close()
      news.ring()
      await Promise.all([closed, listening.close()])
    },
  }
}
