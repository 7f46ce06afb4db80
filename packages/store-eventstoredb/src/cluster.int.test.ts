import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EventStoreDBClient } from '@eventstore/db-client'
import { describe, expect, it, onTestFinished } from 'vitest'
import { localCertificate } from '@zhiyuan/eventstoredb-wire'
import { unwrap } from '@zhiyuan/runtime'
import { fixture } from '@zhiyuan/testing/conformance'
import { openEventStoreDB } from './index.ts'
import { openTestLog, wireForTest } from './place.fixture.ts'

const { append, readEverything, listIds, fixtureEvent } = fixture

describe('a cluster', () => {
  it('is written and read at its leader, no matter which node was called first', async () => {
    const leader = await wireForTest()
    const follower = await leader.startFollower()
    onTestFinished(follower.stop)
    const events = await openTestLog(follower.url)
    await append(events, fixtureEvent('a', 0))
    expect(listIds(await readEverything(events))).toEqual(['a.0'])
    expect(leader.calls.append).toBe(1)
    await events.close()
  })

  it('goes on with its next leader, and so do those who follow the log', async () => {
    const leader = await wireForTest()
    const follower = await leader.startFollower()
    onTestFinished(follower.stop)
    const events = await openTestLog(`esdb://127.0.0.1:${leader.port},127.0.0.1:${follower.port}?tls=false`)
    const seen: string[] = []
    let wake = (): void => {}
    const subscription = events.subscribe(
      null,
      (page) => {
        seen.push(...listIds(page))
        wake()
        return Promise.resolve()
      },
      (why) => {
        seen.push(why.type)
        wake()
      },
    )
    await append(events, fixtureEvent('a', 0))
    await leader.stop()
    expect(await append(events, fixtureEvent('a', 1))).toMatchObject({ right: { version: 1 } })
    while (seen.length < 2) await new Promise<void>((resolve) => (wake = resolve))
    await subscription.close()
    expect(seen).toEqual(['a.0', 'a.1'])
    await events.close()
  }, 20_000)
})

describe('a server with TLS and logins', () => {
  const startSecured = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhiyuan-tls-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const ca = join(folder, 'ca.crt')
    writeFileSync(ca, localCertificate.certificate)
    const wire = await wireForTest({ tls: localCertificate, users: { keeper: 'secret' } })
    const client = EventStoreDBClient.connectionString(`${wire.url}&tlsCAFile=${encodeURIComponent(ca)}`)
    onTestFinished(() => client.dispose())
    return client
  }

  it('is used under the login that is given', async () => {
    const client = await startSecured()
    const credentials = { username: 'keeper', password: 'secret' }
    const events = await unwrap(openEventStoreDB({ client, prefix: 'a', credentials }))
    expect(await append(events, fixtureEvent('a', 0))).toMatchObject({ right: { version: 0 } })
    const first = new Promise((resolve) =>
      events.subscribe(
        null,
        (page) => Promise.resolve(resolve(listIds(page))),
        (why) => resolve(why),
      ),
    )
    expect(await first).toEqual(['a.0'])
    await events.close()
  })

  it.each([undefined, { username: 'keeper', password: 'wrong' }])('refuses %j at once', async (credentials) => {
    const client = await startSecured()
    const answer = await openEventStoreDB({ client, prefix: 'a', credentials })()
    expect(answer).toMatchObject({
      left: { type: 'StoreFault', cause: expect.stringContaining('access-denied') as string },
    })
  })
})
