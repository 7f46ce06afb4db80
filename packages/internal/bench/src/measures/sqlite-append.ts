import { DatabaseSync } from 'node:sqlite'
import { unwrap } from '@zhiyuan/runtime'
import { openSqlite } from '@zhiyuan/store-sqlite'
import { insertEvent } from '../insert-event.ts'
import type { Measure } from '../measure.ts'
import { measureRate, scratch } from '../scratch.ts'
import { appendOne, runCallers, fixtureEvent } from '../fixture-event.ts'

/** The same table with the same keys, guards and durability, and no decision: what one file can take. */
const bareTable = async (file: string) => {
  const { events, projections } = await unwrap(openSqlite({ file, create: true }))
  await events.close()
  await projections.close()
  const db = new DatabaseSync(file)
  db.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON')
  const insert = insertEvent(db)
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  return {
    batch: (events: ReadonlyArray<ReturnType<typeof fixtureEvent>>): void => {
      begin.run()
      events.forEach(insert)
      commit.run()
    },
    close: () => db.close(),
  }
}

const prepare = async (count: number, each: number) => {
  const place = scratch()
  const bare = await bareTable(place.file('floor.db'))
  const { events, projections } = await unwrap(openSqlite({ file: place.file('ledger.db'), create: true }))
  return {
    round: async (index: number) => {
      const batches = Array.from({ length: each }, (_, version) =>
        Array.from({ length: count }, (__, caller) => fixtureEvent(`${index}-${caller}`, version)),
      )
      const floor = await measureRate(count * each, () => batches.forEach(bare.batch))
      const value = await measureRate(count * each, () =>
        runCallers(count, each, String(index), (event) => appendOne(events, event)),
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
    prepare: () => prepare(1, 1_500),
  },
  {
    name: 'SQLite, 64 callers, one event each',
    unit: 'events/s',
    floor: 'batches of 64 into the same table: keys, guards, bytes',
    target: { kind: 'atLeast', bound: 0.4 },
    rounds: 5,
    prepare: () => prepare(64, 300),
  },
]
