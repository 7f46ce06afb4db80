import { EventStoreDBClient } from '@eventstore/db-client'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { EventType } from '@zhiyuan/kernel'
import type { StoreError } from '@zhiyuan/runtime'
import { fixture } from '@zhiyuan/testing/conformance'
import { openEventStoreDB } from './index.ts'
import { openTestLog, ownPrefix, wireForTest } from './place.fixture.ts'

const { append, beginStream, readEverything, listIds, streamName, fixtureEvent, streamVersion } = fixture

/** A log, and an operator at its server who may change anything. */
const withAdministrator = async () => {
  const wire = await wireForTest()
  const prefix = ownPrefix()
  const events = await openTestLog(wire.url, { prefix })
  const client = EventStoreDBClient.connectionString(wire.url)
  onTestFinished(async () => {
    await events.close()
    await client.dispose()
  })
  return { events, client, wire, prefix, streamAt: (name: string) => `${prefix}:toy-${name}` }
}

const damaged = (cause: string) => ({ left: { type: 'StoreDamaged', cause: expect.stringContaining(cause) as string } })

describe('a stream whose events the server may forget', () => {
  it.each([
    ['$maxAge', { maxAge: 1000 }],
    ['$maxCount', { maxCount: 100 }],
    ['$tb', { truncateBefore: 1 }],
  ])('is refused when it is first met, with advice: %s', async (key, settings) => {
    const { events, client, wire, prefix, streamAt } = await withAdministrator()
    await beginStream(events, 'a', 3)
    await client.setStreamMetadata(streamAt('a'), settings)
    const later = await openTestLog(wire.url, { prefix })
    expect(await append(later, fixtureEvent('a', 3))).toMatchObject(damaged(key))
    expect(await later.readStream(streamName('a'), streamVersion(0), 10)()).toMatchObject(damaged(key))
    expect(await append(later, fixtureEvent('b', 0))).toMatchObject({ right: { version: 0 } })
    await later.close()
  })

  it('is refused before it has events', async () => {
    const { events, client, streamAt } = await withAdministrator()
    await client.setStreamMetadata(streamAt('a'), { maxCount: 1 })
    expect(await append(events, fixtureEvent('a', 0))).toMatchObject(damaged('$maxCount'))
  })

  it('is found by every subscriber of the log, whenever it is set', async () => {
    const { events, client, streamAt } = await withAdministrator()
    await beginStream(events, 'a', 3)
    const ended = new Promise<StoreError>((resolve) => events.subscribe(null, () => Promise.resolve(), resolve))
    await client.setStreamMetadata(streamAt('a'), { maxAge: 1000 })
    expect(await events.readAll(null, 10)()).toMatchObject(damaged('$maxAge'))
    expect(await ended).toMatchObject(damaged('$maxAge').left)
  })

  it('is taken up again once such settings are taken off', async () => {
    const { events, client, wire, prefix, streamAt } = await withAdministrator()
    await beginStream(events, 'a', 3)
    await client.setStreamMetadata(streamAt('a'), { maxAge: 1000 })
    await client.setStreamMetadata(streamAt('a'), {})
    const later = await openTestLog(wire.url, { prefix })
    expect(await append(later, fixtureEvent('a', 3))).toMatchObject({ right: { version: 3 } })
    expect(listIds(await readEverything(later))).toEqual(['a.0', 'a.1', 'a.2', 'a.3'])
    await later.close()
  })

  it('may have other settings', async () => {
    const { events, client, streamAt } = await withAdministrator()
    await beginStream(events, 'a', 1)
    await client.setStreamMetadata(streamAt('a'), { acl: { readRoles: ['$all'] }, county: 'Bazhou' })
    expect(await append(events, fixtureEvent('a', 1))).toMatchObject({ right: { version: 1 } })
    expect(await events.readAll(null, 10)()).toMatchObject({ right: { end: true } })
  })
})

describe('a stream that was deleted', () => {
  it.each(['deleteStream', 'tombstoneStream'] as const)('(%s) is refused, and so is the log', async (method) => {
    const { events, client, wire, prefix, streamAt } = await withAdministrator()
    await beginStream(events, 'a', 3)
    await client[method](streamAt('a'))
    const later = await openTestLog(wire.url, { prefix })
    const refused = { left: { type: 'StoreDamaged' } }
    expect(await append(later, fixtureEvent('a', 3))).toMatchObject(refused)
    expect(await later.readStream(streamName('a'), streamVersion(0), 10)()).toMatchObject(refused)
    expect(await later.readAll(null, 10)()).toMatchObject(refused)
    await later.close()
  })
})

describe('a stream that was deleted after it was met', () => {
  it('is refused to readers, and is not read as an empty stream', async () => {
    const { events, client, streamAt } = await withAdministrator()
    await beginStream(events, 'a', 3)
    await client.deleteStream(streamAt('a'))
    expect(await events.readStream(streamName('a'), streamVersion(0), 10)()).toMatchObject(
      damaged('not there any more'),
    )
    expect(await append(events, fixtureEvent('a', 2))).toMatchObject(damaged('not there any more'))
  })
})

describe('what else is refused', () => {
  it('an event that another program wrote under the prefix', async () => {
    const { events, client, streamAt } = await withAdministrator()
    const foreign = {
      id: crypto.randomUUID(),
      type: 'X',
      contentType: 'application/json',
      data: {},
      metadata: undefined,
    } as const
    await client.appendToStream(streamAt('a'), foreign)
    expect(await events.readAll(null, 10)()).toMatchObject(damaged('no event of ours'))
    expect(await events.last()()).toMatchObject(damaged('no event of ours'))
  })

  it('an event whose type looks like one of the server: a fault, and nothing is written', async () => {
    const { events } = await withAdministrator()
    const event = { ...fixtureEvent('a', 0), type: '$streamDeleted' as EventType }
    expect(await append(events, event)).toMatchObject({ left: { type: 'StoreFault' } })
    expect(await readEverything(events)).toEqual([])
  })

  it('an append that is larger than the server takes: a fault, and nothing is written', async () => {
    const { events } = await withAdministrator()
    const answer = await append(events, fixtureEvent('a', 0, 'x'.repeat(2_000_000)))
    expect(answer).toMatchObject({
      left: { type: 'StoreFault', cause: expect.stringContaining('maximum-append-size') as string },
    })
    expect(await append(events, fixtureEvent('a', 0))).toMatchObject({ right: { version: 0 } })
  })

  it.each(['', 'a:b', '$a', 'x'.repeat(65)])('a prefix %j', async (prefix) => {
    const { client } = await withAdministrator()
    expect(await openEventStoreDB({ client, prefix })()).toMatchObject({ left: { type: 'StoreFault' } })
  })

  it('a server that is not there, when patience ends', async () => {
    const client = EventStoreDBClient.connectionString`esdb://127.0.0.1:1?tls=false`
    const answer = await openEventStoreDB({ client, prefix: 'a', patienceMs: 200 })()
    expect(answer).toMatchObject({ left: { type: 'StoreBusy' } })
    await client.dispose()
  })
})
