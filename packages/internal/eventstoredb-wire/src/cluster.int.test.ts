import { EventStoreDBClient, NotLeaderError } from '@eventstore/db-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWire, type Wire } from './index.ts'
import { all, freshStreamName, makeEvents, useWire } from './wire.fixture.ts'

describe('a follower', () => {
  const at = useWire()
  let follower: Wire
  let client: EventStoreDBClient
  beforeAll(async () => {
    follower = await at.wire.startFollower()
    client = EventStoreDBClient.connectionString(follower.url)
  })
  afterAll(async () => {
    await client.dispose()
    await follower.stop()
  })

  it('serves a client that does not ask for the leader, from the same log', async () => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 1))
    expect(await all(client.readStream(stream))).toHaveLength(1)
    await client.appendToStream(stream, makeEvents(1, 1), { expectedRevision: 0n })
    expect(await all(at.client.readStream(stream))).toHaveLength(2)
  })

  const ask = { requiresLeader: true }
  it.each<[string, (of: EventStoreDBClient) => Promise<unknown>]>([
    ['an append', (of) => of.appendToStream(freshStreamName(), makeEvents(0, 1), ask)],
    ['a read', (of) => all(of.readAll(ask))],
    ['a delete', (of) => of.deleteStream(freshStreamName(), ask)],
    ['a tombstone', (of) => of.tombstoneStream(freshStreamName(), ask)],
  ])('tells %s that asks for the leader where it is', async (_, call) => {
    const asking = EventStoreDBClient.connectionString(follower.url)
    const away = await call(asking).catch((why: unknown) => why)
    expect(away).toBeInstanceOf(NotLeaderError)
    expect(away).toMatchObject({ leader: { address: '127.0.0.1', port: at.wire.port } })
    await asking.dispose()
  })

  it('is left for the leader by the client, whose next call works', async () => {
    const wanderer = EventStoreDBClient.connectionString(follower.url)
    const stream = freshStreamName()
    await wanderer.appendToStream(stream, makeEvents(0, 1), ask).catch(() => undefined)
    const before = at.wire.calls.batchAppend
    await wanderer.appendToStream(stream, makeEvents(0, 1), ask)
    expect(at.wire.calls.batchAppend).toBe(before + 1)
    await wanderer.dispose()
  })
})

describe('a cluster', () => {
  it('is discovered from any of its servers, and led by the next when the leader stops', async () => {
    const leader = await startWire()
    const follower = await leader.startFollower()
    const cluster = `esdb://127.0.0.1:${follower.port},127.0.0.1:${leader.port}?tls=false`
    const client = EventStoreDBClient.connectionString(cluster)
    await client.appendToStream(freshStreamName(), makeEvents(0, 1), { requiresLeader: true })
    expect(leader.calls.batchAppend).toBe(1)
    expect(leader.calls.gossip + follower.calls.gossip).toBeGreaterThan(0)
    await client.dispose()
    await leader.stop()
    const later = EventStoreDBClient.connectionString(cluster)
    await later.appendToStream(freshStreamName(), makeEvents(0, 1), { requiresLeader: true })
    expect(follower.calls.batchAppend).toBe(1)
    await later.dispose()
    await follower.stop()
  })

  it('keeps its log while servers stop and start on the same port', async () => {
    const first = await startWire()
    const client = EventStoreDBClient.connectionString(first.url)
    const stream = freshStreamName()
    await client.appendToStream(stream, makeEvents(0, 1))
    await first.stop()
    await expect(all(client.readStream(stream))).rejects.toThrow()
    const second = await first.startFollower(first.port)
    const again = EventStoreDBClient.connectionString(second.url)
    expect(await all(again.readStream(stream, { requiresLeader: true }))).toHaveLength(1)
    await again.dispose()
    await second.stop()
  })
})
