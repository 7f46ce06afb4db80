/** A log is founded once, also when two founders race, and only its first event says whose it is: on every store (L4). */
import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EventStoreDBClient } from '@eventstore/db-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWire } from '@zhiyuan/eventstoredb-wire'
import type { Header, StreamName } from '@zhiyuan/kernel'
import { openLedger, replay, type LedgerOptions } from '@zhiyuan/ledger'
import { postgres } from '@zhiyuan/postgres-server'
import {
  LedgerFault,
  manualClock,
  unwrap,
  systemRandomness,
  type EventStore,
  type Ports,
  type StoredEvent,
} from '@zhiyuan/runtime'
import { memoryEventStore, memoryProjectionStore, memoryVault } from '@zhiyuan/store-memory'
import { openEventStoreDB } from '@zhiyuan/store-eventstoredb'
import { installPostgres, openPostgres, type PostgresStores } from '@zhiyuan/store-postgres'
import { openSqlite } from '@zhiyuan/store-sqlite'
import { canonicalText } from '../canonical.ts'
import { begin } from '../golden/runner.ts'

interface Named {
  readonly log: string
  readonly jurisdiction: string
}
const county: Named = { log: 'county', jurisdiction: '131081' }

/** Opens the same log, each time as another process would. */
type Log = () => Promise<EventStore>
/** Makes a new empty log. */
type NewLog = () => Promise<Log>

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhiyuan-founding-'))
})
afterAll(() => rm(folder, { recursive: true }))

const newFile = (): string => join(folder, `${randomBytes(6).toString('hex')}.db`)

const inMemory: NewLog = () => {
  const events = memoryEventStore()
  return Promise.resolve(() => Promise.resolve(events))
}

const inSqlite: NewLog = () => {
  const file = newFile()
  return Promise.resolve(async () => (await unwrap(openSqlite({ file, create: true }))).events)
}

const onPostgres = async (): Promise<NewLog> => {
  const server = await postgres()
  let opened: PostgresStores[] = []
  // The server has a hundred connections, so the connections of the log before are closed.
  const closeAll = async (): Promise<void> => {
    for (const { events, projections } of opened) await Promise.all([events.close(), projections.close()])
    opened = []
  }
  afterAll(async () => {
    await closeAll()
    await server.stop()
  }, 60_000)
  return async () => {
    await closeAll()
    const schema = `founding_${randomBytes(6).toString('hex')}`
    const role = 'zhiyuan_test_writer'
    await unwrap(installPostgres({ url: server.url, schema, role }))
    return async () => {
      const stores = await unwrap(openPostgres({ url: server.url, schema, role }))
      opened.push(stores)
      return stores.events
    }
  }
}

const overWire = async (): Promise<NewLog> => {
  const wire = await startWire()
  const client = EventStoreDBClient.connectionString(wire.url)
  afterAll(async () => {
    await client.dispose()
    await wire.stop()
  })
  return () => {
    const prefix = `founding-${randomBytes(6).toString('hex')}`
    return Promise.resolve(() => unwrap(openEventStoreDB({ client, prefix })))
  }
}

const makePorts = (events: EventStore): Ports => ({
  events,
  projections: memoryProjectionStore(),
  vault: memoryVault(),
  clock: manualClock(begin),
  random: systemRandomness,
})

/** The fault of opening the ledger; null where it was opened. */
const catchFault = (options: LedgerOptions): Promise<unknown> =>
  openLedger(options).then(
    () => null,
    (why: unknown) => (why instanceof LedgerFault ? why.fault : why),
  )

const create = { administrator: 'p1' }
const tryFounding = async (log: Log, named: Named): Promise<unknown> =>
  catchFault({ ports: makePorts(await log()), ...named, create })

/** The streams of the foundings in a log. */
const foundings = async (log: Log): Promise<ReadonlyArray<string>> =>
  (await unwrap((await log()).readAll(null, 10))).events.map(({ event }) => event.stream)

const bilingual = (...said: ReadonlyArray<string>): unknown =>
  expect.stringMatching(new RegExp(`\\p{Script=Han}.*${said.join('.*')}`, 'su'))

/** The answer to the first founder, as soon as the second founding can be seen. */
const halted = { type: 'EventDamaged', version: 0, path: '$.log', advice: bilingual('neither can use it') }

/**
 * One of the two came first. The other is told whose log it is, at once and each time it opens the log again. Where both foundings stand in the
 * log, both are told that neither can use it.
 */
const expectOneWinner = async (log: Log, rivals: readonly [Named, Named], faults: ReadonlyArray<unknown>) => {
  const streams = await foundings(log)
  const both = streams.length === 2
  const winner = faults.findIndex((fault) => (fault as { type?: string } | null)?.type !== 'OtherLedger')
  const won = rivals[winner]
  const lost = rivals[1 - winner]
  const advice = both ? bilingual('stands in it too', 'neither can use it') : bilingual('nothing was changed')
  const told = { type: 'OtherLedger', wanted: lost, found: won, advice }
  expect(faults[1 - winner]).toEqual(told)
  expect([null, both ? expect.objectContaining(halted) : null]).toContainEqual(faults[winner])
  const again = async (named: Named | undefined, options: object): Promise<unknown> =>
    catchFault({ ports: makePorts(await log()), ...(named as Named), ...options })
  for (const options of [{}, { create }]) {
    if (both) expect(await again(won, options)).toMatchObject(halted)
    else expect(await again(won, options)).toBeNull()
    expect(await again(lost, options)).toEqual(told)
  }
}

const rivalries: ReadonlyArray<readonly [string, Named]> = [
  ['jurisdictions', { ...county, jurisdiction: '131082' }],
  ['names', { ...county, log: 'city' }],
]

const append = async (events: EventStore, event: StoredEvent): Promise<void> =>
  void (await unwrap(events.append(event.stream, 'no-stream', [event]) as never))

/** The founding event of a log, as another program might have written it. */
const strangeFirst = async (change: Partial<StoredEvent>, header: Partial<Header> = {}): Promise<StoredEvent> => {
  const ports = makePorts(memoryEventStore())
  await openLedger({ ports, ...county, create })
  const [first] = (await unwrap(ports.events.readAll(null, 1))).events
  if (first === undefined) throw new Error('nothing was founded')
  const said = { ...(JSON.parse(first.event.header) as Header), ...header }
  return { ...first.event, header: canonicalText(said), ...change }
}

const units = { stream: 'units-131081' as StreamName, type: 'UnitOpened' as StoredEvent['type'] }
const strangers: ReadonlyArray<readonly [string, () => Promise<StoredEvent>, object]> = [
  [
    'an event of ours that founds nothing',
    () => strangeFirst(units, units),
    { type: 'LedgerNotFounded', log: 'county', cause: expect.stringContaining('no founding event') as unknown },
  ],
  [
    'an event of another ledger that founds nothing',
    () => strangeFirst(units, { ...units, log: 'city' as never }),
    { type: 'OtherLedger', wanted: county, found: { ...county, log: 'city' } },
  ],
  [
    'an event of another program',
    () => strangeFirst({ ...units, header: '{"id":"1"}', data: '[]' }),
    { type: 'LedgerNotFounded', log: 'county' },
  ],
  [
    'a founding in a stream that is not its log’s',
    () => strangeFirst({ stream: 'ledger-x' }, { stream: 'ledger-x' }),
    { type: 'LedgerNotFounded', log: 'county' },
  ],
  [
    'a founding whose data names another log than its header',
    async () => {
      const event = await strangeFirst({})
      return { ...event, data: event.data.replace('"log":"county"', '"log":"city"') }
    },
    { type: 'EventDamaged', stream: 'ledger-county', version: 0, path: '$.data.log', expected: 'county' },
  ],
]

describe.each<[string, () => Promise<NewLog>]>([
  ['memory', () => Promise.resolve(inMemory)],
  ['SQLite', () => Promise.resolve(inSqlite)],
  ['PostgreSQL', onPostgres],
  ['EventStoreDB (wire)', overWire],
])('a log on %s', (_, place) => {
  let newLog: NewLog = inMemory
  beforeAll(async () => {
    newLog = await place()
  }, 60_000)

  it.each(rivalries)(
    'L4: has one founder of two with different %s, and the other is told',
    async (_difference, rival) => {
      for (let round = 0; round < 8; round++) {
        const log = await newLog()
        const rivals = round % 2 === 0 ? ([county, rival] as const) : ([rival, county] as const)
        await expectOneWinner(log, rivals, await Promise.all(rivals.map((named) => tryFounding(log, named))))
      }
    },
    60_000,
  )

  it('L4: that two founded under different names halts with advice where it is read, also if it was opened before', async () => {
    const log = await newLog()
    const ledger = await openLedger({ ports: makePorts(await log()), ...county, create })
    const rival = memoryEventStore()
    await openLedger({ ports: makePorts(rival), ...county, log: 'city', create })
    for (const { event } of (await unwrap(rival.readAll(null, 1))).events) await append(await log(), event)
    for (const read of [() => ledger.settle(), () => ledger.read(null, 10)])
      await expect(read()).rejects.toMatchObject({ fault: { ...halted, stream: 'ledger-city', expected: 'county' } })
    await expect(replay({ ports: makePorts(await log()), log: 'county' })).rejects.toMatchObject({ fault: halted })
    expect(await catchFault({ ports: makePorts(await log()), ...county })).toMatchObject(halted)
    expect(await tryFounding(log, { ...county, log: 'city' })).toMatchObject({ advice: bilingual('stands in it too') })
    expect(await tryFounding(log, { ...county, log: 'town' })).toMatchObject({
      advice: bilingual('nothing was changed'),
    })
  })

  it.each(strangers)('L4: is refused where its first event is %s, also to a founder', async (_first, event, fault) => {
    const events = await (await newLog())()
    await append(events, await event())
    for (const options of [{}, { create }]) {
      const ports = makePorts(events)
      expect(await catchFault({ ports, ...county, ...options })).toMatchObject(fault)
      expect((await unwrap(events.readAll(null, 10))).events).toHaveLength(1)
    }
    await expect(replay({ ports: makePorts(events), log: 'county' })).rejects.toMatchObject({
      fault: { type: fault['type' as never] },
    })
  })
})

/** A founder that is ready to begin. */
const founder = async (file: string, { log, jurisdiction }: Named): Promise<ChildProcess> => {
  const child = fork(fileURLToPath(new URL('founder.fixture.ts', import.meta.url)), [file, log, jurisdiction])
  await once(child, 'message')
  return child
}

it.each(rivalries)(
  'L4: two processes with different %s found one ledger in one SQLite file',
  async (_, rival) => {
    for (let round = 0; round < 3; round++) {
      const file = newFile()
      const rivals = [county, rival] as const
      const children = [await founder(file, county), await founder(file, rival)]
      const told = children.map((child) => once(child, 'message') as Promise<[{ readonly fault: unknown }]>)
      for (const child of children) child.send('go')
      const faults = (await Promise.all(told)).map(([{ fault }]) => fault)
      await expectOneWinner(async () => (await unwrap(openSqlite({ file }))).events, rivals, faults)
    }
  },
  60_000,
)
