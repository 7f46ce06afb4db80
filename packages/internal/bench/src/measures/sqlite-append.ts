import { DatabaseSync } from 'node:sqlite'
import { promised } from '@zhiyuan/runtime'
import { openSqlite } from '@zhiyuan/store-sqlite'
import { insertEvent } from '../insert-event.ts'
import type { Measure } from '../measure.ts'
import { rateOf, scratch } from '../scratch.ts'
import { appendOne, callers, toyEvent } from '../toy-event.ts'

/** The same table with the same keys, guards and durability, and nobody who judges: what one file can take. */
const bareTable = async (file: string) => {
  const { events, projections } = await promised(openSqlite({ file, create: true }))
  await events.close()
  await projections.close()
  const db = new DatabaseSync(file)
  db.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON')
  const insert = insertEvent(db)
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')]
  return {
    batch: (events: ReadonlyArray<ReturnType<typeof toyEvent>>): void => {
      begin.run()
      events.forEach(insert)
      commit.run()
    },
    close: () => db.close(),
  }
}

const prepared = async (count: number, each: number) => {
  const place = scratch()
  const bare = await bareTable(place.file('floor.db'))
  const { events, projections } = await promised(openSqlite({ file: place.file('ledger.db'), create: true }))
  return {
    round: async (index: number) => {
      const batches = Array.from({ length: each }, (_, version) =>
        Array.from({ length: count }, (__, caller) => toyEvent(`${index}-${caller}`, version)),
      )
      const floor = await rateOf(count * each, () => batches.forEach(bare.batch))
      const value = await rateOf(count * each, () =>
        callers(count, each, String(index), (event) => appendOne(events, event)),
      )
      return { value, floor }
    },
    done: async () => {
      bare.close()
      await events.close()
      await projections.close()
      place.remove()
    },
  }
}

export const sqliteAppends: ReadonlyArray<Measure> = [
  {
    name: 'SQLite, one caller, durable append of one event',
    unit: 'events/s',
    floor: 'insert + commit of the same row into the same table',
    target: { kind: 'atLeast', bound: 0.8 },
    rounds: 5,
    prepare: () => prepared(1, 1_500),
  },
  {
    name: 'SQLite, 64 callers, one event each',
    unit: 'events/s',
    floor: 'batches of 64 into the same table: keys, guards, bytes',
    target: { kind: 'atLeast', bound: 0.4 },
    rounds: 5,
    prepare: () => prepared(64, 300),
  },
]
