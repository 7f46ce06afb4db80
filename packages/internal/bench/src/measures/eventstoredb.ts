import { randomBytes } from 'node:crypto'
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { StreamName } from '@zhiyuan/kernel'
import { unwrap, type EventStore, type GlobalPosition, type Page, type StoredEvent } from '@zhiyuan/runtime'
import { parseLogin, openEventStoreDB } from '@zhiyuan/store-eventstoredb'
import type { Measure } from '../measure.ts'
import { measureRate } from '../scratch.ts'
import { appendOne, runCallers, fixtureEvent } from '../fixture-event.ts'
import { eventStoreServer } from '../wire/server.ts'

/** Without a login for each call the client appends by BatchAppend; a server without TLS is sent none. */
const clientLogin = (url: string) => ({ credentials: parseLogin(url) ?? { username: '', password: '' } })

/** A log of its own, and a client beside it that knows nothing of the store. */
const prepare = async (oneLine = false) => {
  const server = await eventStoreServer()
  const clients = [server.url, server.url].map((url) => EventStoreDBClient.connectionString(url))
  const [ours, bare] = clients as [EventStoreDBClient, EventStoreDBClient]
  const prefix = `bench-${randomBytes(6).toString('hex')}`
  const { credentials } = clientLogin(server.url)
  const events = await unwrap(openEventStoreDB({ client: ours, prefix, oneLine, credentials }))
  return {
    prefix,
    url: server.url,
    bare,
    events,
    done: async () => {
      await events.close()
      for (const client of clients) await client.dispose()
      await server.stop()
    },
  }
}

/** The same bytes to the same server, at an exact revision, and no decision. */
const bareAppend =
  (client: EventStoreDBClient, prefix: string, calling: object) =>
  async ({ type, stream, version, header, data }: StoredEvent): Promise<void> => {
    const event = jsonEvent({ type, data: JSON.parse(data) as Record<string, unknown>, metadata: Buffer.from(header) })
    await client.appendToStream(`${prefix}-bare:${stream}`, event, {
      ...calling,
      expectedRevision: version === 0 ? 'no_stream' : BigInt(version - 1),
    })
  }

const count = 64
const each = 300

const appends = async (oneLine: boolean) => {
  const { prefix, url, bare, events, done } = await prepare(oneLine)
  const write = bareAppend(bare, prefix, oneLine ? {} : clientLogin(url))
  return {
    round: async (index: number) => {
      const floor = await measureRate(count * each, () => runCallers(count, each, `f${index}`, write))
      const value = await measureRate(count * each, () =>
        runCallers(count, each, `s${index}`, (event) => appendOne(events, event)),
      )
      return { value, floor }
    },
    done,
  }
}

const streams = 200
const length = 500
const pageSize = 500

const fill = async (events: EventStore): Promise<void> => {
  for (let stream = 0; stream < streams; stream++) {
    const all = Array.from({ length }, (_, version) => fixtureEvent(`full-${stream}`, version))
    const answer = await events.append(`bench-full-${stream}` as StreamName, 'no-stream', all)()
    if (isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  }
}

/** Reads page by page, as a rebuild of rows does. */
const byPages = async (events: EventStore): Promise<number> => {
  let seen = 0
  let after: GlobalPosition | null = null
  for (;;) {
    const page: Page = await unwrap(events.readAll(after, pageSize))
    seen += page.events.length
    if (page.end) return seen
    after = page.events.at(-1)?.position ?? after
  }
}

/** Reads by a subscription, as a service does, up to the last event. */
const bySubscription = (events: EventStore): Promise<number> =>
  new Promise((resolve, reject) => {
    let seen = 0
    const subscription = events.subscribe(
      null,
      (page) => {
        seen += page.length
        if (seen >= streams * length) void subscription.close().then(() => resolve(seen))
        return Promise.resolve()
      },
      (why) => reject(new Error(JSON.stringify(why))),
    )
  })

const catchUp = (read: (events: EventStore) => Promise<number>) => async (say: (line: string) => void) => {
  const { bare, events, done } = await prepare()
  const total = streams * length
  say(`writing ${total.toLocaleString('en-US')} events`)
  await fill(events)
  const readBare = async (): Promise<number> => {
    let seen = 0
    for await (const { event } of bare.readAll({ maxCount: 10 * total })) if (event?.streamId.includes(':')) seen++
    return seen
  }
  const all = async (reading: Promise<number>): Promise<void> => {
    const seen = await reading
    if (seen < total) throw new Error(`${seen} of ${total} events were read`)
  }
  return {
    round: async () => {
      const floor = await measureRate(total, () => all(readBare()))
      return { value: await measureRate(total, () => all(read(events))), floor }
    },
    done,
  }
}

const common = { unit: 'events/s', rounds: 5 }
const read = {
  ...common,
  floor: "the bare client's read of the same events",
  target: { kind: 'atLeast', bound: 0.7 },
} as const

/** Over the wire server unless `EVENTSTOREDB_URL` names a real one. */
export const eventStoreMeasures: ReadonlyArray<Measure> = [
  {
    name: 'EventStoreDB, 64 callers, one event each',
    ...common,
    floor: 'the bare client by the same call (Append), on the same server',
    target: { kind: 'atLeast', bound: 0.8 },
    prepare: () => appends(false),
  },
  {
    name: 'EventStoreDB, 64 callers, one event each, over one line (opt-in)',
    ...common,
    floor: 'the bare client as it appends by itself (BatchAppend), on the same server',
    target: { kind: 'atLeast', bound: 0.8 },
    prepare: () => appends(true),
  },
  { name: 'EventStoreDB, catch-up of 100,000 events, page by page', ...read, prepare: catchUp(byPages) },
  { name: 'EventStoreDB, catch-up of 100,000 events, by subscription', ...read, prepare: catchUp(bySubscription) },
]
