import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EventStoreDBClient } from '@eventstore/db-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWire } from '@zhiyuan/eventstoredb-wire'
import { postgres } from '@zhiyuan/postgres-server'
import { copyLog, manualClock, unwrap, seededRandomness } from '@zhiyuan/runtime'
import { memoryProjectionStore, memoryStores } from '@zhiyuan/store-memory'
import { parseLogin, openEventStoreDB } from '@zhiyuan/store-eventstoredb'
import { installPostgres, installPostgresVault, openPostgres, openPostgresVault } from '@zhiyuan/store-postgres'
import { openSqlite, openSqliteVault } from '@zhiyuan/store-sqlite'
import { openLedger, replay } from '@zhiyuan/ledger'
import { expectedFigures, knownAt, type Known } from './expected.ts'
import { readFigures, knownInstant } from './figures.ts'
import { begin, open, type Stores } from './runner.ts'
import { tellStory } from './tell.ts'

const columns = Object.keys(knownAt) as ReadonlyArray<Known>
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhiyuan-golden-'))
})
afterAll(() => rm(folder, { recursive: true }))

const sqlite = (name: string) => async (): Promise<Stores> => ({
  ...(await unwrap(openSqlite({ file: join(folder, `${name}.db`), create: true }))),
  vault: await unwrap(openSqliteVault({ file: join(folder, `${name}-vault.db`), create: true })),
})

/** Events at an event store; rows and vault beside, as an embedder would choose. */
const openEventStore = (url: string, rows: () => Promise<Stores>): (() => Promise<Stores>) => {
  const client = EventStoreDBClient.connectionString(url)
  const options = { client, prefix: `golden-${randomBytes(6).toString('hex')}`, credentials: parseLogin(url) }
  afterAll(() => client.dispose())
  return async () => {
    const beside = await rows()
    await beside.events.close()
    return { ...beside, events: await unwrap(openEventStoreDB(options)) }
  }
}

const overWire = async (rows: () => Promise<Stores>): Promise<() => Promise<Stores>> => {
  const wire = await startWire()
  afterAll(wire.stop)
  return openEventStore(wire.url, rows)
}

/** The story is told on a real server as well, where one is named. */
const realServer = process.env['EVENTSTOREDB_URL']

const postgresServer = async (): Promise<() => Promise<Stores>> => {
  const server = await postgres()
  const schema = `golden_${randomBytes(6).toString('hex')}`
  const role = 'zhiyuan_test_writer'
  const vaultSchema = `${schema}_vault`
  await unwrap(installPostgres({ url: server.url, schema, role }))
  await unwrap(installPostgresVault({ url: server.url, schema: vaultSchema, role }))
  afterAll(server.stop, 60_000)
  return async () => ({
    ...(await unwrap(openPostgres({ url: server.url, schema, role }))),
    vault: await unwrap(openPostgresVault({ url: server.url, schema: vaultSchema, role })),
  })
}

const telling = tellStory(memoryStores())

const story = (place: () => Promise<() => Promise<Stores>>): void => {
  let stores: () => Promise<Stores>
  beforeAll(async () => {
    stores = await place()
  }, 60_000)

  it('comes out as in memory, survives being closed, and is folded anew to the same rows', async () => {
    const inMemory = await telling
    const told = await tellStory(await stores())
    expect(told.rows).toEqual(inMemory.rows)
    expect(told.live).toEqual(inMemory.live)
    expect(told.digests).toEqual(inMemory.digests)
    await told.ledger.close()

    const { ledger, ports } = await open(await stores(), knownInstant('K3'))
    for (const at of columns) expect(await readFigures(ledger, at)).toEqual(expectedFigures(at))
    expect(await ledger.digest()).toEqual(inMemory.digests)
    const anew = { ...ports, projections: memoryProjectionStore() }
    expect(await replay({ ports: anew, log: 'golden' })).toEqual({ ...inMemory.digests, findings: [], more: false })
    await ledger.close()
  }, 60_000)

  it('L4: is opened under no other name, and as no other jurisdiction', async () => {
    await telling
    const all = await stores()
    const ports = { ...all, clock: manualClock(begin), random: seededRandomness('other') }
    const golden = { log: 'golden', jurisdiction: '131081' }
    const before = await unwrap(all.events.last())
    for (const wanted of [
      { ...golden, log: 'goldne' },
      { ...golden, jurisdiction: '999999' },
    ]) {
      const opening = openLedger({ ports, ...wanted, create: { administrator: 'admin' } })
      await expect(opening).rejects.toMatchObject({ fault: { type: 'OtherLedger', wanted, found: golden } })
    }
    expect(await unwrap(all.events.last())).toEqual(before)
    for (const port of [all.events, all.projections, all.vault]) await port.close()
  })

  it('is copied to memory with the same digest, and from there anew to the same rows', async () => {
    const { events, projections, vault } = await stores()
    const copy = memoryStores()
    const { digests } = await telling
    expect(await unwrap(copyLog(events, copy.events))).toMatchObject({ there: 0, digest: digests.log })
    const { ports } = await open(copy, knownInstant('K3'))
    expect(await replay({ ports, log: 'golden' })).toEqual({ ...digests, findings: [], more: false })
    for (const port of [events, projections, vault]) await port.close()
  }, 60_000)
}

describe.each([
  ['SQLite', () => Promise.resolve(sqlite('ledger'))],
  ['PostgreSQL', postgresServer],
  ['EventStoreDB (wire) with rows in SQLite', () => overWire(sqlite('beside'))],
  ['EventStoreDB (wire) with rows in PostgreSQL', async () => overWire(await postgresServer())],
])('the golden story on %s', (_, place) => story(place))

describe.skipIf(realServer === undefined)(
  'the golden story on a real server, which EVENTSTOREDB_URL would name',
  () => {
    story(() => Promise.resolve(openEventStore(realServer ?? '', sqlite('real'))))
  },
)
