import { setTimeout as pause } from 'node:timers/promises'
import { EventStoreDBClient } from '@eventstore/db-client'
import { describe, expect, it } from 'vitest'
import type { SubscribeFault } from '@zhiyuan/eventstoredb-wire'
import type { EventStore, GlobalPosition, StoreError } from '@zhiyuan/runtime'
import { fixture } from '@zhiyuan/testing/conformance'
import { openTestLog, ownPrefix, wireForTest } from './place.fixture.ts'

const { append, beginStream, listIds, fixtureEvent } = fixture

const listen = (events: EventStore, after: GlobalPosition | null = null) => {
  const seen: string[] = []
  const ends: StoreError[] = []
  const subscription = events.subscribe(
    after,
    async (page) => {
      await pause(1)
      seen.push(...listIds(page))
    },
    (why) => void ends.push(why),
  )
  const until = async (count: number): Promise<void> => {
    while (seen.length < count && ends.length === 0) await pause(2)
  }
  return { seen, ends, until, close: subscription.close }
}

const ids = (count: number): ReadonlyArray<string> => Array.from({ length: count }, (_, n) => `a.${n}`)

describe('a subscription that goes wrong', () => {
  it.each<[string, SubscribeFault]>([
    ['is not taken on', { type: 'unavailable' }],
    ['meets a server that does not lead', { type: 'notLeader' }],
    ['is taken on late', { type: 'lateReply', ms: 200 }],
    ['is ended as if all had been read', { type: 'ends', after: 3 }],
    ['is cancelled by the server', { type: 'cancelled', after: 3 }],
    ['loses its line', { type: 'killed', after: 3 }],
    ['brings every event twice', { type: 'duplicates' }],
    ['is slow', { type: 'slow', ms: 20 }],
  ])('(it %s) goes on: each event once, in order, those that come too', async (_, fault) => {
    const wire = await wireForTest()
    const events = await openTestLog(wire.url)
    await beginStream(events, 'a', 6)
    wire.faults.next('subscribe', fault, 2)
    const { seen, ends, until, close } = listen(events)
    await until(6)
    for (let version = 6; version < 9; version++) await append(events, fixtureEvent('a', version))
    await until(9)
    await close()
    expect([seen, ends]).toEqual([ids(9), []])
    await events.close()
  })

  it.each(['ends', 'cancelled', 'killed', 'unavailable'] as const)(
    '(it has caught up, and then the server has it: %s) goes on with what comes',
    async (type) => {
      const wire = await wireForTest()
      const events = await openTestLog(wire.url)
      const { seen, ends, until, close } = listen(events)
      for (let version = 0; version < 12; version++) {
        await append(events, fixtureEvent('a', version))
        await until(version + 1)
        if (version % 3 === 2) wire.faults.now('subscribe', { type })
      }
      await close()
      expect([seen, ends]).toEqual([ids(12), []])
      await events.close()
    },
  )

  it('goes on after it had nothing to say for longer than patience', async () => {
    const wire = await wireForTest()
    const events = await openTestLog(wire.url, { patienceMs: 200 })
    const { seen, ends, until, close } = listen(events)
    await append(events, fixtureEvent('a', 0))
    await until(1)
    await pause(300)
    wire.faults.now('subscribe', { type: 'killed' })
    await append(events, fixtureEvent('a', 1))
    await until(2)
    await close()
    expect([seen, ends]).toEqual([ids(2), []])
    await events.close()
  })

  it.each<SubscribeFault>([{ type: 'silent' }, { type: 'unavailable' }, { type: 'cancelled' }, { type: 'killed' }])(
    'is StoreBusy where the server takes it on no more within patience: %j',
    async (fault) => {
      const wire = await wireForTest()
      const events = await openTestLog(wire.url, { patienceMs: 300 })
      await beginStream(events, 'a', 3)
      const { seen, ends, until, close } = listen(events)
      await until(3)
      wire.faults.next('subscribe', fault, Infinity)
      wire.faults.now('subscribe', { type: 'ends' })
      const begun = performance.now()
      await until(4)
      expect(seen).toEqual(ids(3))
      expect(ends).toMatchObject([{ type: 'StoreBusy' }])
      expect(performance.now() - begun).toBeLessThan(2000)
      await close()
      await events.close()
    },
  )

  it('is StoreBusy where the settings that came by cannot be looked at', async () => {
    const wire = await wireForTest()
    const prefix = ownPrefix()
    const events = await openTestLog(wire.url, { prefix, patienceMs: 300 })
    await beginStream(events, 'a', 3)
    const client = EventStoreDBClient.connectionString(wire.url)
    await client.setStreamMetadata(`${prefix}:toy-a`, { maxCount: 9 })
    await client.setStreamMetadata(`${prefix}:toy-a`, {})
    wire.faults.next('read', { type: 'silent' }, Infinity)
    const { ends, until, close } = listen(events)
    await until(4)
    expect(ends).toMatchObject([{ type: 'StoreBusy' }])
    await close()
    await events.close()
    await client.dispose()
  })

  it('that is closed while its place is looked for is closed at once', async () => {
    const wire = await wireForTest()
    const events = await openTestLog(wire.url)
    const { position } = await beginStream(events, 'a', 1)
    wire.faults.next('read', { type: 'silent' }, Infinity)
    const { ends, close } = listen(events, position)
    await pause(20)
    const begun = performance.now()
    await close()
    expect(performance.now() - begun).toBeLessThan(1000)
    expect(ends).toEqual([])
    await events.close()
  })

  it('gets none of the other events between two events of the log', async () => {
    const wire = await wireForTest()
    const ours = await openTestLog(wire.url)
    const others = await openTestLog(wire.url)
    for (let n = 0; n < 20; n++) {
      await append(others, fixtureEvent('b', n))
      if (n % 10 === 0) await append(ours, fixtureEvent('a', n / 10))
    }
    const before = wire.calls.sent
    const { seen, until, close } = listen(ours)
    await until(2)
    expect(wire.calls.sent - before).toBe(2)
    await close()
    expect(seen).toEqual(ids(2))
    for (const events of [ours, others]) await events.close()
  })
})
