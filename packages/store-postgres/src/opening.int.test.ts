/** Opening waits as every call does: for a server that is down or starting, and for other connections' locks. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startPostgres, type OwnPostgres } from '@zhiyuan/postgres-server'
import { unwrap } from '@zhiyuan/runtime'
import { installPostgres, openPostgres, type PostgresOptions } from './index.ts'
import { serverForTests } from './server.fixture.ts'
import { append } from './event.fixture.ts'

const right = { _tag: 'Right' }

/** Opens, appends an event and closes. */
const expectUse = async (options: PostgresOptions): Promise<void> => {
  const { events, projections } = await unwrap(openPostgres(options))
  onTestFinished(async () => {
    await events.close()
    await projections.close()
  })
  expect(await append(events, 'a', 0)).toMatchObject(right)
}

const expectBusy = async (options: PostgresOptions, cause: string): Promise<void> =>
  expect(await openPostgres({ ...options, patienceMs: 300 })()).toMatchObject({
    left: { type: 'StoreBusy', cause: expect.stringContaining(cause) as unknown },
  })

describe('while another connection holds a lock', () => {
  const server = serverForTests()

  it('opening waits, and is refused as StoreBusy when its patience ends, with what was in the way', async () => {
    const options = await server.ledger()
    const holding = server.sql(`BEGIN; LOCK TABLE "${options.schema}".head; SELECT pg_sleep(2); ROLLBACK`)
    await server.lockIsHeld()
    await expectBusy(options, 'lock timeout')
    await expectUse(options)
    await holding
  })
})

describe('while the server is down', () => {
  let own: OwnPostgres
  const patient = () => ({ url: own.url, role: 'writer', patienceMs: 20_000 })
  beforeAll(async () => {
    own = await startPostgres()
    await unwrap(installPostgres({ url: own.url, role: 'writer' }))
  }, 60_000)
  afterAll(() => own.stop())

  it('opening waits until it has started, and is refused as StoreBusy when its patience ends, with the reason', async () => {
    await own.kill()
    await expectBusy(patient(), 'ECONNREFUSED')
    const using = expectUse(patient())
    await pause(100)
    await own.restart()
    await using
  }, 60_000)
})
