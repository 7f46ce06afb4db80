import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { EventStore, GlobalPosition, Page, StoreError } from '@zhiyuan/runtime'
import {
  StoreFailure,
  bell,
  groupCommit,
  strangePosition,
  subscribeTo,
  unfitLimit,
  type Append,
} from '@zhiyuan/runtime/store'
import { appendTogether, copyAppend, type Answer, type Place } from './append.ts'
import type { Connection } from './connection.ts'
import { listener } from './listener.ts'
import type { PostgresOptions } from './options.ts'
import type { Client } from './database.ts'
import { eventColumns, cutPage, readRecorded, type EventRow } from './recorded.ts'

/** How soon a subscription sees other processes' events when notices do not get through. */
const pollMs = 500

/** Enough appends to share the cost of the round trips and the flush, few enough that others do not wait long. */
const groupSize = {
  capacity: 4_000_000,
  weigh: ({ events }: Append) => events.reduce((sum, { header, data }) => sum + header.length + data.length, 8000),
}

const isOurs = (position: GlobalPosition): boolean => /^[1-9][0-9]{0,17}$/.test(position)

interface Query {
  readonly name: string
  readonly text: string
  readonly values: ReadonlyArray<unknown>
}

type Reading = Pick<EventStore, 'last' | 'readStream' | 'readAll'>

const logReader = ({ database, whileOpen }: Connection, schema: string): Reading => {
  const readLast = async (client: Client): Promise<EventRow | undefined> => {
    const text = `SELECT ${eventColumns} FROM ${schema}.events AS e ORDER BY e.position DESC LIMIT 1`
    return (await client.query<EventRow>({ name: 'last', text })).rows[0]
  }
  const queryRows = async (client: Client, query: Query): Promise<ReadonlyArray<EventRow>> =>
    (await client.query<EventRow>({ ...query, values: [...query.values] })).rows
  const page =
    (limit: number, query: Query, after: GlobalPosition | null) => async (): Promise<E.Either<StoreError, Page>> => {
      const unfit = unfitLimit(limit)
      if (unfit !== null) return E.left(unfit)
      return whileOpen(() =>
        database.read(async (client) => {
          const rows = await queryRows(client, query)
          // Others may have appended since, so only a position behind the end of the log was never given.
          const isBeyond = async (): Promise<boolean> =>
            BigInt((await readLast(client))?.position ?? '0') < BigInt(after ?? '0')
          if (rows.length === 0 && (await isBeyond())) throw new StoreFailure(strangePosition(after ?? ''))
          return cutPage(rows, limit)
        }),
      )
    }
  const ofStream = `SELECT ${eventColumns} FROM ${schema}.events AS e WHERE stream = $1 AND version >= $2::bigint ORDER BY version LIMIT $3`
  const ofAll = `SELECT ${eventColumns} FROM ${schema}.events AS e WHERE e.position > $1 ORDER BY e.position LIMIT $2`
  return {
    last: () => () =>
      whileOpen(() =>
        database.read(async (client) => {
          const row = await readLast(client)
          return row === undefined ? null : readRecorded(row)
        }),
      ),
    readStream: (stream, from, limit) =>
      page(limit, { name: 'stream', text: ofStream, values: [stream, from, limit + 1] }, null),
    readAll: (after, limit) =>
      after === null || isOurs(after)
        ? page(limit, { name: 'all', text: ofAll, values: [after ?? '0', limit + 1] }, after)
        : TE.left(strangePosition(after)),
  }
}

/** Events in PostgreSQL: positions are `1`, `2`, … without gaps. */
export const postgresEvents = (connection: Connection, options: PostgresOptions, place: Place): EventStore => {
  const { last, readStream, readAll } = logReader(connection, place.schema)
  const news = bell()
  const listening = listener(options, place.channel, news)
  const group = groupCommit<Append, Answer>(
    (appends) => connection.database.transact(appendTogether(place, appends), true),
    groupSize,
  )
  return {
    append: (stream, expected, events) => async () => {
      const written = copyAppend({ stream, expected, events })
      const answer = await connection.whileOpen(async () => E.flattenW(await group.write(written)))
      if (E.isRight(answer)) news.ring()
      return answer
    },
    last,
    readStream,
    readAll,
    subscribe: (after, handler, onEnd) => {
      listening.listen()
      return subscribeTo({ readAll, news, pollMs }, after, handler, onEnd)
    },
    compare: (a, b) => a.length - b.length || (a < b ? -1 : Number(a > b)),
    capabilities: { dense: true, idsUniqueIn: 'log', inOrder: true },
    close: async () => {
      const closed = connection.close()
      news.ring()
      await Promise.all([closed, listening.close()])
    },
  }
}
