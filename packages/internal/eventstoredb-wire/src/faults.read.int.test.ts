import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { all, freshStreamName, makeEvents, listenTo, readNumber, until, useWire } from './wire.fixture.ts'

describe('a fault of a read', () => {
  const at = useWire()
  const stream = freshStreamName()
  beforeAll(async () => {
    await at.client.appendToStream(stream, makeEvents(0, 10))
  })
  afterEach(() => at.wire.faults.clear())
  const startReading = () => {
    const found: unknown[] = []
    const read = at.client.readStream(stream, { direction: 'forwards' })
    const over = (async () => {
      for await (const event of read) found.push(readNumber(event))
      found.push('end')
    })().catch((why: { type: string }) => found.push(why.type))
    return { found, over, cancel: () => read.cancel() }
  }
  /** All events that were read, and how the read ended. */
  const read = async (): Promise<ReadonlyArray<unknown>> => {
    const { found, over } = startReading()
    await over
    return found
  }

  it.each([0, 3])('silent after %i events: no more come, and no end', async (after) => {
    at.wire.faults.next('read', { type: 'silent', after })
    const { found, cancel } = startReading()
    await until(() => found.length === after && at.wire.calls.read > 0)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(found).toEqual([0, 1, 2].slice(0, after))
    await cancel()
    expect(await read()).toHaveLength(11)
  })

  it('ends in the middle as if all had been read', async () => {
    at.wire.faults.next('read', { type: 'ends', after: 4 })
    expect(await read()).toEqual([0, 1, 2, 3, 'end'])
  })

  it('killed in the middle: the connection breaks', async () => {
    at.wire.faults.next('read', { type: 'killed', after: 4 })
    expect((await read()).at(-1)).toBe('unavailable')
    expect(await read()).toHaveLength(11)
  })

  it.each(['unavailable', 'cancelled'] as const)('%s in the middle', async (type) => {
    at.wire.faults.next('read', { type, after: 2 })
    expect(await read()).toEqual([0, 1, type])
  })

  it('notLeader', async () => {
    at.wire.faults.next('read', { type: 'notLeader' })
    expect(await read()).toEqual(['not-leader'])
  })

  it('lateReply: the first event comes after a while', async () => {
    at.wire.faults.next('read', { type: 'lateReply', ms: 60 })
    const started = performance.now()
    await all(at.client.readStream(stream))
    expect(performance.now() - started).toBeGreaterThan(55)
  })

  it('slow: each event takes a while', async () => {
    at.wire.faults.next('read', { type: 'slow', ms: 10 })
    const started = performance.now()
    await all(at.client.readStream(stream))
    expect(performance.now() - started).toBeGreaterThan(95)
  })
})

describe('a fault of a subscription', () => {
  const at = useWire()
  afterEach(() => at.wire.faults.clear())
  const subscribeOnce = async () => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 3))
    const subscription = at.client.subscribeToStream(stream)
    return { stream, subscription, heard: listenTo(subscription) }
  }

  it('silent: not even confirmed', async () => {
    at.wire.faults.next('subscribe', { type: 'silent' })
    const { subscription, heard } = await subscribeOnce()
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(heard.said).toEqual([])
    await subscription.unsubscribe()
  })

  it('ends cleanly in the middle', async () => {
    at.wire.faults.next('subscribe', { type: 'ends', after: 2 })
    const { heard } = await subscribeOnce()
    await until(() => heard.said.includes('end'))
    expect(heard.said).toEqual(['confirmation', 'event', 'event', 'end'])
  })

  it.each([
    ['cancelled', 'error cancelled'],
    ['unavailable', 'error unavailable'],
    ['killed', 'error unavailable'],
  ] as const)('%s in the middle', async (type, expected) => {
    at.wire.faults.next('subscribe', { type, after: 2 })
    const { heard } = await subscribeOnce()
    await until(() => heard.said.includes(expected))
    expect(heard.events.length).toBeLessThanOrEqual(2)
  })

  it('duplicates: each event comes twice', async () => {
    at.wire.faults.next('subscribe', { type: 'duplicates' })
    const { stream, subscription, heard } = await subscribeOnce()
    await until(() => heard.said.includes('caughtUp'))
    await at.client.appendToStream(stream, makeEvents(3, 1))
    await until(() => heard.events.length === 8)
    expect(heard.events.map(readNumber)).toEqual([0, 0, 1, 1, 2, 2, 3, 3])
    await subscription.unsubscribe()
  })

  it('after more events than there are waits for those to come', async () => {
    at.wire.faults.next('subscribe', { type: 'ends', after: 4 })
    const { stream, heard } = await subscribeOnce()
    await until(() => heard.said.includes('caughtUp'))
    await at.client.appendToStream(stream, makeEvents(3, 2))
    await until(() => heard.said.includes('end'))
    expect(heard.events.map(readNumber)).toEqual([0, 1, 2, 3])
  })

  it.each([
    ['ends', 'end'],
    ['cancelled', 'error cancelled'],
    ['unavailable', 'error unavailable'],
    ['killed', 'error unavailable'],
  ] as const)('%s now, while it waits', async (type, expected) => {
    const { heard } = await subscribeOnce()
    await until(() => heard.said.includes('caughtUp'))
    at.wire.faults.now('subscribe', { type })
    await until(() => heard.said.includes(expected))
    expect(heard.events).toHaveLength(3)
  })
})
