import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startPostgres, type OwnPostgres } from '@zhiyuan/postgres-server'
import { unwrap, type GlobalPosition } from '@zhiyuan/runtime'
import { installPostgres, openPostgres, openPostgresVault, type PostgresOptions, type PostgresStores } from './index.ts'
import { proxyTo, type Verdict } from './proxy.fixture.ts'
import { serverForTests } from './server.fixture.ts'
import { append, listIds, soundLog, writers } from './event.fixture.ts'

const server = serverForTests()

const openUntilEnd = async (options: PostgresOptions): Promise<PostgresStores> => {
  const stores = await unwrap(openPostgres(options))
  onTestFinished(async () => {
    await stores.events.close()
    await stores.projections.close()
  })
  return stores
}

const backends = (schema: string): string =>
  `SELECT pid FROM pg_stat_activity WHERE application_name = 'zhiyuan-ledger' AND query LIKE '%${schema}%'`

const right = { _tag: 'Right' }

describe('backends that are terminated in the middle of their work', () => {
  it('lose no acknowledged append, write none twice, and are replaced', async () => {
    const options = await server.ledger()
    const { events } = await openUntilEnd(options)
    const writing = writers(events, 24)
    let killed = 0
    while (killed < 12) {
      await pause(20)
      const gone = await server.sql(`SELECT pg_terminate_backend(pid) FROM (${backends(options.schema)}) AS ours`)
      killed += gone.length
    }
    await writing.stop()
    expect(writing.refused).toEqual([])
    expect(listIds(await soundLog(events)).toSorted()).toEqual(writing.acknowledged.toSorted())
    console.log(`${killed} backends terminated, ${writing.acknowledged.length} appends acknowledged, none lost`)
  }, 60_000)

  it('leave a subscription whose listener is gone with what it follows', async () => {
    const options = await server.ledger()
    const { events: here } = await openUntilEnd(options)
    const { events: there } = await openUntilEnd(options)
    const seen: string[] = []
    const subscription = here.subscribe(
      null,
      (page) => Promise.resolve(void seen.push(...listIds(page))),
      () => expect.unreachable(),
    )
    await append(there, 'a', 0)
    while (seen.length < 1) await pause(5)
    await server.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%${options.schema}%'`,
    )
    for (let version = 1; version < 4; version++) await append(there, 'a', version)
    while (seen.length < 4) await pause(5)
    await subscription.close()
    expect(seen).toEqual(['a.0', 'a.1', 'a.2', 'a.3'])
  })
})

describe('a subscription in another process', () => {
  it('is notified at once, not at its next poll', async () => {
    const options = await server.ledger()
    const { events: here } = await openUntilEnd(options)
    const { events: there } = await openUntilEnd(options)
    let at = 0
    const subscription = here.subscribe(
      null,
      () => {
        at = performance.now()
        return Promise.resolve()
      },
      () => expect.unreachable(),
    )
    await pause(300)
    const delays: number[] = []
    for (let version = 0; version < 12; version++) {
      at = 0
      const begun = performance.now()
      await append(there, 'a', version)
      while (at === 0) await pause(1)
      delays.push(at - begun)
      await pause(23)
    }
    await subscription.close()
    // A poll comes every 500 ms: without notices, half of the events would have waited for 250 ms and more.
    expect(delays.toSorted((a, b) => a - b)[6]).toBeLessThan(120)
  })
})

/** Cuts the line at the first COMMIT after a write. */
const atCommit = (verdict: Verdict) => {
  let inserted = false
  let done = false
  return (sent: Buffer): Verdict => {
    const text = sent.toString('latin1')
    inserted ||= text.includes('INSERT INTO') || text.includes('insert')
    if (done || !inserted || !text.includes('COMMIT')) return 'pass'
    done = true
    return verdict
  }
}

describe('a line that is cut at COMMIT', () => {
  it('after it: the first outcome is found out, and there is one event', async () => {
    const options = await server.ledger()
    const proxy = await proxyTo(server.url())
    onTestFinished(proxy.close)
    const { events } = await openUntilEnd({ ...options, url: proxy.url })
    proxy.judge = atCommit('cut-after')
    expect(await append(events, 'a', 0)).toEqual({ _tag: 'Right', right: { version: 0, position: '1' } })
    expect(listIds(await soundLog(events))).toEqual(['a.0'])
  })

  it('before it: it is done again', async () => {
    const options = await server.ledger()
    const proxy = await proxyTo(server.url())
    onTestFinished(proxy.close)
    const { events } = await openUntilEnd({ ...options, url: proxy.url })
    proxy.judge = atCommit('cut-before')
    expect(await append(events, 'a', 0)).toEqual({ _tag: 'Right', right: { version: 0, position: '1' } })
    expect(listIds(await soundLog(events))).toEqual(['a.0'])
  })

  it('and stays dead: the outcome is unknown, and the same append gives it once the line is back', async () => {
    const options = await server.ledger()
    const proxy = await proxyTo(server.url())
    onTestFinished(proxy.close)
    const { events, projections } = await openUntilEnd({ ...options, url: proxy.url, patienceMs: 700 })
    await unwrap(projections.checkpoint({ name: 'rows', version: 1 }))
    const cutting = atCommit('cut-after')
    proxy.judge = (sent) => {
      const verdict = cutting(sent)
      proxy.open &&= verdict === 'pass'
      return verdict
    }
    expect(await append(events, 'a', 0)).toMatchObject({ left: { type: 'UnknownOutcome' } })
    proxy.open = true
    proxy.judge = () => 'pass'
    expect(await append(events, 'a', 0)).toEqual({ _tag: 'Right', right: { version: 0, position: '1' } })
  })

  it('of rows: the outcome is unknown, never a second commit', async () => {
    const options = await server.ledger()
    const proxy = await proxyTo(server.url())
    onTestFinished(proxy.close)
    const { projections } = await openUntilEnd({ ...options, url: proxy.url })
    const rows = { name: 'rows', version: 1 }
    const batch = { rows, from: null, checkpoint: '3' as never, put: [{ key: 'a', row: 1 }], remove: [] }
    proxy.judge = atCommit('cut-after')
    expect(await projections.commit([batch])()).toMatchObject({ left: { type: 'UnknownOutcome' } })
    expect(await unwrap(projections.checkpoint(rows))).toBe('3')
  })
})

describe('a line that is cut at the first word', () => {
  it('fails its own call and ends nothing else: work that was not begun is repeated', async () => {
    const ledger = await server.ledger()
    const kept = await server.vault()
    const proxy = await proxyTo(server.url())
    onTestFinished(proxy.close)
    const { projections } = await openUntilEnd({ ...ledger, url: proxy.url, maxConnections: 1 })
    const vault = await unwrap(openPostgresVault({ ...kept, url: proxy.url, maxConnections: 1 }))
    onTestFinished(vault.close)
    const secret = { id: 'a', salt: 'ab'.repeat(32), text: 'a text' }
    const cutOnce = (): void => {
      let done = false
      proxy.judge = (sent) => {
        const isFirst = !done && sent.toString('latin1').includes('BEGIN')
        done ||= isFirst
        return isFirst ? 'cut-before' : 'pass'
      }
    }
    await unwrap(vault.put([secret]))
    cutOnce()
    await unwrap(vault.destroy(['a']))
    expect(await unwrap(vault.get(['a']))).toEqual([])
    await unwrap(projections.active('rows'))
    cutOnce()
    await unwrap(projections.activate({ name: 'rows', version: 2 }))
    expect(await unwrap(projections.active('rows'))).toBe(2)
  })
})

describe('while others are in the way', () => {
  it('an append waits for another writer, and is refused as StoreBusy when its patience ends; reading goes on', async () => {
    const options = await server.ledger()
    const { events } = await openUntilEnd({ ...options, patienceMs: 300 })
    const holding = server.sql(`BEGIN; SELECT 1 FROM "${options.schema}".head FOR UPDATE; SELECT pg_sleep(3); ROLLBACK`)
    await server.lockIsHeld()
    expect(await append(events, 'a', 0)).toMatchObject({ left: { type: 'StoreBusy' } })
    expect(await unwrap(events.readAll(null, 1))).toEqual({ events: [], end: true })
    await holding
    expect(await append(events, 'a', 0)).toMatchObject(right)
  })

  it('calls wait for a free connection, and are refused as StoreBusy when none comes', async () => {
    const options = await server.ledger()
    const { events } = await openUntilEnd({ ...options, patienceMs: 300, maxConnections: 1 })
    expect(await Promise.all(Array.from({ length: 200 }, () => events.readAll(null, 1)()))).toHaveLength(200)
    const holding = server.sql(`BEGIN; LOCK TABLE "${options.schema}".events; SELECT pg_sleep(3); ROLLBACK`)
    await server.lockIsHeld()
    const answers = await Promise.all(Array.from({ length: 5 }, () => events.readAll(null, 1)()))
    for (const answer of answers) expect(answer).toMatchObject({ left: { type: 'StoreBusy' } })
    await holding
    expect(await append(events, 'a', 0)).toMatchObject(right)
  })
})

describe('a server that only reads', () => {
  it('is read, and is StoreBusy for those who write: its place may be taken by one that writes', async () => {
    const options = await server.ledger()
    await append((await openUntilEnd(options)).events, 'a', 0)
    const url = `${options.url}${options.url.includes('?') ? '&' : '?'}options=-c%20default_transaction_read_only%3Don`
    const { events } = await openUntilEnd({ ...options, url, patienceMs: 300 })
    expect((await unwrap(events.readAll(null, 10))).events).toHaveLength(1)
    expect(await append(events, 'a', 1)).toMatchObject({ left: { type: 'StoreBusy' } })
  })
})

describe('rows whose table is vacuumed', () => {
  it('move on meanwhile', async () => {
    const options = await server.ledger()
    const { projections } = await openUntilEnd({ ...options, patienceMs: 300 })
    const held = `BEGIN; LOCK TABLE "${options.schema}".projections IN SHARE UPDATE EXCLUSIVE MODE; SELECT pg_sleep(1); ROLLBACK`
    const vacuum = server.sql(held)
    await server.lockIsHeld()
    const rows = { name: 'r', version: 1 }
    const batch = { rows, from: null, checkpoint: '1' as GlobalPosition, put: [{ key: 'a', row: 1 }], remove: [] }
    await unwrap(projections.commit([batch]))
    expect(await unwrap(projections.checkpoint(rows))).toBe('1')
    await vacuum
  })
})

describe('a server that is killed', () => {
  let own: OwnPostgres
  beforeAll(async () => {
    own = await startPostgres()
    await unwrap(installPostgres({ url: own.url, role: 'writer' }))
  }, 60_000)
  afterAll(() => own.stop())

  it('and started again has every acknowledged append; who waited is served, and subscriptions go on', async () => {
    const { events } = await openUntilEnd({ url: own.url, role: 'writer', patienceMs: 20_000 })
    const seen: string[] = []
    const subscription = events.subscribe(
      null,
      (page) => Promise.resolve(void seen.push(...listIds(page))),
      () => expect.unreachable(),
    )
    const writing = writers(events, 16)
    for (let round = 0; round < 3; round++) {
      await pause(250)
      await own.kill()
      await own.restart()
    }
    await pause(100)
    await writing.stop()
    expect(writing.refused).toEqual([])
    const log = await soundLog(events)
    expect(listIds(log).toSorted()).toEqual(writing.acknowledged.toSorted())
    while (seen.length < log.length) await pause(10)
    await subscription.close()
    expect(seen).toEqual(listIds(log))
    console.log(`3 crashes of the server, ${writing.acknowledged.length} appends acknowledged, none lost`)
  }, 60_000)

  it('and stays down is StoreBusy when patience ends', async () => {
    const { events } = await openUntilEnd({ url: own.url, role: 'writer', patienceMs: 400 })
    await own.kill()
    expect(await append(events, 'down', 0)).toMatchObject({ left: { type: 'StoreBusy' } })
    expect(await events.readAll(null, 1)()).toMatchObject({ left: { type: 'StoreBusy' } })
    await own.restart()
    expect(await append(events, 'down', 0)).toMatchObject(right)
  }, 60_000)
})
