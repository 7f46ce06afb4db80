import { DatabaseSync } from 'node:sqlite'
import { isLeft } from 'fp-ts/lib/Either.js'
import { ruleSet, slices } from '@zhiyuan/domain'
import { eventDecoder, unwrap, buildRegistry, type EventStore, type GlobalPosition, type Page } from '@zhiyuan/runtime'
import { openSqlite } from '@zhiyuan/store-sqlite'
import { benchLedger, writeLog } from '../log/write.ts'
import type { Measure } from '../measure.ts'
import { measureRate, scratch } from '../scratch.ts'

const size = { events: 100_000, volunteers: 10_000 }

const decode = eventDecoder(buildRegistry(slices), {}, { ...benchLedger, rules: ruleSet })

const decodePage = ({ events }: Page): void => {
  for (const recorded of events) {
    const answer = decode(recorded)
    if (isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  }
}

const readAll = async (store: EventStore, take: (page: Page) => void): Promise<void> => {
  for (let after: GlobalPosition | null = null; ;) {
    const page: Page = await unwrap(store.readAll(after, 500))
    take(page)
    after = page.events.at(-1)?.position ?? after
    if (page.end) return
  }
}

const prepare = async (take: (page: Page) => void) => {
  const place = scratch()
  const file = place.file('ledger.db')
  await writeLog(file, size, () => {})
  const { events, projections } = await unwrap(openSqlite({ file }))
  const db = new DatabaseSync(file, { readOnly: true })
  const all = db.prepare('SELECT position, header, data FROM events ORDER BY position')
  return {
    round: async () => {
      const floor = await measureRate(size.events, () => {
        for (const { header, data } of all.iterate()) {
          JSON.parse(header as string)
          JSON.parse(data as string)
        }
      })
      return { value: await measureRate(size.events, () => readAll(events, take)), floor }
    },
    done: async () => {
      db.close()
      await events.close()
      await projections.close()
      place.remove()
    },
  }
}

const common = { unit: 'events/s', floor: '`iterate()` + JSON.parse', rounds: 5 }

export const sqliteReads: ReadonlyArray<Measure> = [
  {
    name: 'SQLite, read all, raw',
    ...common,
    target: { kind: 'atLeast', bound: 1 },
    prepare: () => prepare(() => {}),
  },
  {
    name: 'SQLite, read all, decoded',
    ...common,
    target: { kind: 'atLeast', bound: 0.75 },
    prepare: () => prepare(decodePage),
  },
]
