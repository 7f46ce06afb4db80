import { binaryEvent, eventTypeFilter, streamNameFilter, type Filter } from '@eventstore/db-client'
import { describe, expect, it } from 'vitest'
import { freshStreamName, makeEvents, listenTo, readNumber, until, useWire } from './wire.fixture.ts'

describe('a subscription to a stream', () => {
  const at = useWire()

  it('is confirmed, brings existing events, says that it caught up, and goes on', async () => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 2))
    const subscription = at.client.subscribeToStream(stream)
    const heard = listenTo(subscription)
    await until(() => heard.said.includes('caughtUp'))
    await at.client.appendToStream(stream, makeEvents(2, 1))
    await until(() => heard.events.length === 3)
    expect(heard.said).toEqual(['confirmation', 'event', 'event', 'caughtUp', 'event'])
    expect(heard.events.map(readNumber)).toEqual([0, 1, 2])
    await subscription.unsubscribe()
  })

  it.each([
    ['a revision', 1n, [2, 3, 4]],
    ['the end', 'end', [4]],
    ['a revision that is not there yet', 3n, [4]],
  ] as const)('begins after %s', async (_, fromRevision, expected) => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 4))
    const subscription = at.client.subscribeToStream(stream, { fromRevision })
    const heard = listenTo(subscription)
    await until(() => heard.said.includes('caughtUp'))
    await at.client.appendToStream(stream, makeEvents(4, 1))
    await until(() => heard.events.length >= expected.length)
    expect(heard.events.map(readNumber)).toEqual(expected)
    await subscription.unsubscribe()
  })

  it('waits for a stream that does not exist yet', async () => {
    const stream = freshStreamName()
    const subscription = at.client.subscribeToStream(stream)
    const heard = listenTo(subscription)
    await until(() => heard.said.includes('caughtUp'))
    await at.client.appendToStream(stream, makeEvents(0, 1))
    await until(() => heard.events.length === 1)
    await subscription.unsubscribe()
  })

  it('ends with an error once the stream is deleted for ever', async () => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 1))
    const heard = listenTo(at.client.subscribeToStream(stream))
    await until(() => heard.said.includes('caughtUp'))
    await at.client.tombstoneStream(stream)
    await until(() => heard.said.some((word) => word.startsWith('error')))
    expect(heard.said).toEqual(['confirmation', 'event', 'caughtUp', 'event', 'error stream-deleted'])
  })

  it('to a stream that was deleted before brings nothing but the error', async () => {
    const stream = freshStreamName()
    await at.client.tombstoneStream(stream)
    const heard = listenTo(at.client.subscribeToStream(stream))
    await until(() => heard.said.some((word) => word.startsWith('error')))
    expect(heard.said).toEqual(['confirmation', 'error stream-deleted'])
  })

  it('resolves links where asked', async () => {
    const target = freshStreamName()
    const links = freshStreamName()
    await at.client.appendToStream(target, makeEvents(7, 1))
    await at.client.appendToStream(links, binaryEvent({ type: '$>', data: Buffer.from(`0@${target}`) }))
    const subscription = at.client.subscribeToStream(links, { resolveLinkTos: true })
    const heard = listenTo(subscription)
    await until(() => heard.events.length === 1)
    expect(heard.events.map(readNumber)).toEqual([7])
    expect(heard.events[0]?.link?.streamId).toBe(links)
    await subscription.unsubscribe()
  })
})

describe('a subscription to $all', () => {
  const at = useWire()

  it('begins after the position, and loses and repeats nothing while others append', async () => {
    const stream = freshStreamName()
    const from = (await at.client.appendToStream(stream, makeEvents(0, 1))).position
    if (from === undefined) throw new Error('no position')
    const subscription = at.client.subscribeToAll({ fromPosition: from })
    const heard = listenTo(subscription)
    for (let n = 1; n <= 60; n += 3) await at.client.appendToStream(stream, makeEvents(n, 3))
    await until(() => heard.events.length >= 60)
    expect(heard.events.map(readNumber)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
    await subscription.unsubscribe()
  })

  it('from the end brings only new events', async () => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 3))
    const subscription = at.client.subscribeToAll({ fromPosition: 'end' })
    const heard = listenTo(subscription)
    await until(() => heard.said.includes('caughtUp'))
    await at.client.appendToStream(stream, makeEvents(3, 1))
    await until(() => heard.events.length === 1)
    expect(heard.events.map(readNumber)).toEqual([3])
    await subscription.unsubscribe()
  })
})

describe('a filter', () => {
  const at = useWire()
  const subscribe = (filter: Filter) => {
    const subscription = at.client.subscribeToAll({ filter })
    return { subscription, heard: listenTo(subscription) }
  }

  it.each([
    ['prefixes of streams', streamNameFilter({ prefixes: ['order-', 'need-'] }), ['order-1 A', 'need-1 B']],
    ['a regular expression of streams', streamNameFilter({ regex: '^\\w+-2$' }), ['other-2 A']],
    ['prefixes of types', eventTypeFilter({ prefixes: ['B'] }), ['need-1 B']],
    ['a regular expression of types', eventTypeFilter({ regex: '^A$' }), ['order-1 A', 'other-2 A']],
  ] as const)('of %s lets through what matches', async (_, filter, expected) => {
    const { subscription, heard } = subscribe(filter)
    await until(() => heard.said.includes('caughtUp'))
    const before = heard.events.length
    for (const [stream, type] of [
      ['order-1', 'A'],
      ['need-1', 'B'],
      ['other-2', 'A'],
    ] as const)
      await at.client.appendToStream(stream, makeEvents(0, 1, type))
    await until(() => heard.events.length - before >= expected.length)
    const seen = heard.events.slice(before).map(({ event }) => `${event?.streamId} ${event?.type}`)
    expect(seen).toEqual(expected)
    await subscription.unsubscribe()
  })

  it('with a malformed regular expression makes only the subscription fail', async () => {
    const { heard } = subscribe(streamNameFilter({ regex: '(' }))
    await until(() => heard.said.length > 0)
    expect(heard.said).toEqual(['error unknown'])
    await at.client.appendToStream(freshStreamName(), makeEvents(0, 1))
  })

  it('has no checkpoint twice', async () => {
    const checkpoints: bigint[] = []
    const checkpointReached = (_: unknown, { commit }: { commit: bigint }): Promise<void> => {
      checkpoints.push(commit)
      return Promise.resolve()
    }
    const filter = eventTypeFilter({ prefixes: ['None'], maxSearchWindow: 1, checkpointInterval: 1, checkpointReached })
    const { subscription, heard } = subscribe(filter)
    await until(() => heard.said.includes('caughtUp'))
    expect(new Set(checkpoints).size).toBe(checkpoints.length)
    await subscription.unsubscribe()
  })

  it('has checkpoints that run ahead of the last event that it let through', async () => {
    const stream = freshStreamName()
    const done = await at.client.appendToStream(stream, [...makeEvents(0, 1, 'Rare'), ...makeEvents(1, 40, 'Common')])
    const checkpoints: bigint[] = []
    const checkpointReached = (_: unknown, { commit }: { commit: bigint }): Promise<void> => {
      checkpoints.push(commit)
      return Promise.resolve()
    }
    const filter = eventTypeFilter({ prefixes: ['Rare'], maxSearchWindow: 8, checkpointInterval: 2, checkpointReached })
    const { subscription, heard } = subscribe(filter)
    await until(() => heard.said.includes('caughtUp'))
    expect(heard.events).toHaveLength(1)
    expect(checkpoints.length).toBeGreaterThanOrEqual(2)
    expect(checkpoints.at(-1)).toBe(done.position?.commit)
    expect(checkpoints).toEqual([...checkpoints].sort((a, b) => Number(a - b)))
    expect(checkpoints.at(-1)).toBeGreaterThan(heard.events[0]?.event?.position?.commit ?? 0n)
    const seen = checkpoints.length
    await at.client.appendToStream(stream, makeEvents(41, 16, 'Common'))
    await until(() => checkpoints.length > seen)
    await subscription.unsubscribe()
  })
})
