import { EventStoreDBClient } from '@eventstore/db-client'
import { describe, expect, it } from 'vitest'
import type { ReadFault } from '@zhiyuan/eventstoredb-wire'
import { unwrap, type GlobalPosition } from '@zhiyuan/runtime'
import { fixture } from '@zhiyuan/testing/conformance'
import { openEventStoreDB, type EventStoreClient } from './index.ts'
import { openTestLog, ownPrefix, wireForTest } from './place.fixture.ts'

const { append, beginStream, readEverything, listIds, streamName, fixtureEvent, streamVersion } = fixture
const all = ['a.0', 'a.1', 'a.2', 'a.3', 'a.4']

describe('a read that goes wrong on its way', () => {
  it.each<[string, ReadFault]>([
    ['is cut before anything came', { type: 'killed' }],
    ['is cut in the middle', { type: 'killed', after: 2 }],
    ['is broken off by the server', { type: 'cancelled', after: 2 }],
    ['meets a server that is not ready', { type: 'unavailable' }],
    ['meets a server that does not lead at the moment', { type: 'notLeader' }],
    ['comes late', { type: 'lateReply', ms: 200 }],
    ['comes event by event', { type: 'slow', ms: 50 }],
  ])('(it %s) gives the whole page all the same', async (_, fault) => {
    const wire = await wireForTest()
    const events = await openTestLog(wire.url)
    await beginStream(events, 'a', 5)
    wire.faults.next('read', fault)
    expect(listIds(await readEverything(events))).toEqual(all)
    wire.faults.next('read', fault)
    expect(listIds((await unwrap(events.readStream(streamName('a'), streamVersion(0), 10))).events)).toEqual(all)
    await events.close()
  })

  it('takes as long as it takes, while something comes: longer than patience', async () => {
    const wire = await wireForTest()
    const events = await openTestLog(wire.url, { patienceMs: 300 })
    await beginStream(events, 'a', 5)
    wire.faults.next('read', { type: 'slow', ms: 100 })
    expect(listIds(await readEverything(events))).toEqual(all)
    await events.close()
  })

  it.each([0, 2])('is StoreBusy where nothing comes any more after %i events', async (after) => {
    const wire = await wireForTest()
    const events = await openTestLog(wire.url, { patienceMs: 300 })
    await beginStream(events, 'a', 5)
    wire.faults.next('read', { type: 'silent', after }, Infinity)
    const busy = { left: { type: 'StoreBusy' } }
    expect(await events.readAll(null, 10)()).toMatchObject(busy)
    expect(await events.readStream(streamName('a'), streamVersion(0), 10)()).toMatchObject(busy)
    wire.faults.clear()
    expect(listIds(await readEverything(events))).toEqual(all)
    await events.close()
  })
})

describe('an event that vanishes between two looks at the server', () => {
  // So that a read begins with each of the events in turn, after any number of the server's own events.
  it.each(Array.from({ length: 8 }, (_, n) => 56 + n))(
    '(after %i of others) takes none of ours with it',
    async (count) => {
      const wire = await wireForTest()
      const prefix = ownPrefix()
      const client = EventStoreDBClient.connectionString(wire.url)
      const ours = await openTestLog(wire.url, { prefix })
      const others = await openTestLog(wire.url)
      for (let version = 0; version < count; version++) await append(others, fixtureEvent('b', version))
      await beginStream(ours, 'a', 5)
      /** A scavenge runs before the next read, and removes the event at which it begins. */
      const scavenged: EventStoreClient = {
        appendToStream: (...asked) => client.appendToStream(...asked),
        readStream: (...asked) => client.readStream(...asked),
        subscribeToAll: (...asked) => client.subscribeToAll(...asked),
        readAll: (options) => {
          const { fromPosition } = options
          if (typeof fromPosition === 'string') return client.readAll(options)
          const { commit, prepare } = fromPosition
          return client.readAll({ ...options, fromPosition: { commit: commit + 1n, prepare: prepare + 1n } })
        },
      }
      const events = await unwrap(openEventStoreDB({ client: scavenged, prefix }))
      expect(listIds((await unwrap(events.readAll(null, 10))).events)).toEqual(all)
      for (const one of [events, ours, others]) await one.close()
      await client.dispose()
    },
  )
})

describe('a server that holds more than the log', () => {
  it('hides other logs, links and its own events from readers of the log', async () => {
    const wire = await wireForTest()
    const prefix = ownPrefix()
    const ours = await openTestLog(wire.url, { prefix })
    const others = await openTestLog(wire.url)
    const client = EventStoreDBClient.connectionString(wire.url)
    const link = async (version: number) => {
      const data = Buffer.from(`${version}@${prefix}:toy-a`)
      const event = { id: crypto.randomUUID(), type: '$>', contentType: 'application/octet-stream', data } as const
      await client.appendToStream('$ce-toys', { ...event, metadata: undefined })
    }
    for (let version = 0; version < 100; version++) {
      await append(others, fixtureEvent('a', version))
      if (version % 50 === 0) {
        await append(ours, fixtureEvent('a', version / 50))
        await link(version / 50)
      }
    }
    expect(listIds(await readEverything(ours))).toEqual(['a.0', 'a.1'])
    expect(await unwrap(ours.readAll(null, 1))).toMatchObject({ end: false })
    expect((await unwrap(ours.last()))?.event.id).toBe('a.1')
    expect(await readEverything(others)).toHaveLength(100)
    await client.dispose()
    for (const events of [ours, others]) await events.close()
  })

  it('has positions of others, which this log never gave', async () => {
    const wire = await wireForTest()
    const ours = await openTestLog(wire.url)
    const others = await openTestLog(wire.url)
    await beginStream(ours, 'a', 2)
    const { position } = await beginStream(others, 'a', 1)
    const [commit] = position.split(':')
    for (const strange of [position, `${commit}:0`, '99999999:99999999'] as GlobalPosition[]) {
      expect(await ours.readAll(strange, 10)()).toMatchObject({ left: { type: 'UnknownPosition' } })
    }
    for (const events of [ours, others]) await events.close()
  })
})
