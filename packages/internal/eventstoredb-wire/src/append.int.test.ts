import { randomUUID } from 'node:crypto'
import {
  DeadlineExceededError,
  jsonEvent,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client'
import { describe, expect, it } from 'vitest'
import { all, freshStreamName, makeEvents, readNumber, useWire } from './wire.fixture.ts'

describe.each([
  ['BatchAppend', true],
  ['Append', false],
] as const)('%s', (method, features) => {
  const at = useWire({ features, maxAppendSize: 4096 })

  it('goes by the method that the client calls', async () => {
    await at.client.appendToStream(freshStreamName(), makeEvents(0, 1))
    expect(at.wire.calls[method === 'BatchAppend' ? 'batchAppend' : 'append']).toBeGreaterThan(0)
    expect(at.wire.calls[method === 'BatchAppend' ? 'append' : 'batchAppend']).toBe(0)
  })

  it('answers with the last revision and the position of the last event', async () => {
    const stream = freshStreamName()
    const done = await at.client.appendToStream(stream, makeEvents(0, 3), { expectedRevision: 'no_stream' })
    const events = await all(at.client.readStream(stream))
    expect(done).toEqual({ success: true, nextExpectedRevision: 2n, position: events.at(-1)?.event?.position })
  })

  it('keeps type, data, metadata, id and time', async () => {
    const stream = freshStreamName()
    const event = jsonEvent({ type: 'Said', data: { 词: '志愿' }, metadata: { by: 'ada' } })
    await at.client.appendToStream(stream, event)
    const [kept] = await all(at.client.readStream(stream))
    expect(kept?.event).toMatchObject({
      id: event.id,
      type: 'Said',
      data: { 词: '志愿' },
      metadata: { by: 'ada' },
      streamId: stream,
      revision: 0n,
      isJson: true,
    })
    expect(Math.abs(Date.now() - (kept?.event?.created.getTime() ?? 0))).toBeLessThan(5_000)
  })

  it('goes on after the expected revision', async () => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 2), { expectedRevision: 'no_stream' })
    const done = await at.client.appendToStream(stream, makeEvents(2, 1), { expectedRevision: 1n })
    expect(done.nextExpectedRevision).toBe(2n)
    expect((await all(at.client.readStream(stream))).map(readNumber)).toEqual([0, 1, 2])
  })

  it.each([
    ['no_stream', 'no_stream'],
    [0n, 0n],
    [7n, 7n],
  ] as const)('is refused on a stream of two events where %s was expected', async (expectedRevision, expected) => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 2))
    const refused = await at.client
      .appendToStream(stream, makeEvents(9, 1), { expectedRevision })
      .catch((why: unknown) => why)
    expect(refused).toBeInstanceOf(WrongExpectedVersionError)
    expect(refused).toMatchObject({ streamName: stream, expectedVersion: expected, actualVersion: 1n })
  })

  it('is refused without a stream where one, or a revision, was expected', async () => {
    const stream = freshStreamName()
    for (const expectedRevision of ['stream_exists', 3n] as const) {
      const refused = await at.client
        .appendToStream(stream, makeEvents(0, 1), { expectedRevision })
        .catch((why: unknown) => why)
      expect(refused).toMatchObject({ expectedVersion: expectedRevision, actualVersion: 'no_stream' })
    }
    await at.client.appendToStream(stream, makeEvents(0, 1))
    const done = await at.client.appendToStream(stream, makeEvents(1, 1), { expectedRevision: 'stream_exists' })
    expect(done.nextExpectedRevision).toBe(1n)
  })

  it('that repeats the same events gets the first answer, however long the stream is by now', async () => {
    const stream = freshStreamName()
    const first = makeEvents(0, 2)
    const second = makeEvents(2, 2)
    const one = await at.client.appendToStream(stream, first, { expectedRevision: 'no_stream' })
    const two = await at.client.appendToStream(stream, second, { expectedRevision: 1n })
    expect(await at.client.appendToStream(stream, first, { expectedRevision: 'no_stream' })).toEqual(one)
    expect(await at.client.appendToStream(stream, second, { expectedRevision: 1n })).toEqual(two)
    expect(await at.client.appendToStream(stream, second, { expectedRevision: 'any' })).toEqual(two)
    expect(await all(at.client.readStream(stream))).toHaveLength(4)
  })

  it('that repeats only some of the events is refused', async () => {
    const stream = freshStreamName()
    const known = makeEvents(0, 1)
    const another = makeEvents(1, 1)
    const last = makeEvents(2, 1)
    await at.client.appendToStream(stream, [...known, ...last], { expectedRevision: 'no_stream' })
    for (const expectedRevision of ['no_stream', 'any'] as const) {
      const refused = at.client.appendToStream(stream, [...known, ...another, ...last], { expectedRevision })
      await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError)
    }
  })

  it('that repeats the events in a stream of another name is new', async () => {
    const events = makeEvents(0, 1)
    await at.client.appendToStream(freshStreamName(), events, { expectedRevision: 'no_stream' })
    const other = freshStreamName()
    await at.client.appendToStream(other, events, { expectedRevision: 'any' })
    expect(await all(at.client.readStream(other))).toHaveLength(1)
  })

  it('of more bytes than the server takes is refused, and nothing of it is kept', async () => {
    const stream = freshStreamName()
    const large = jsonEvent({ type: 'Large', data: { text: 'x'.repeat(5000) } })
    const refused = await at.client.appendToStream(stream, [...makeEvents(0, 1), large]).catch((why: unknown) => why)
    expect(refused).toBeInstanceOf(MaxAppendSizeExceededError)
    expect(refused).toMatchObject({ maxAppendSize: 4096 })
    await at.client.appendToStream(stream, makeEvents(0, 1), { expectedRevision: 'no_stream' })
  })

  it('is not taken after its deadline', async () => {
    const refused = at.client.appendToStream(freshStreamName(), makeEvents(0, 1), { deadline: -1 })
    await expect(refused).rejects.toBeInstanceOf(DeadlineExceededError)
  })

  it('to a stream that is deleted for ever is refused', async () => {
    const stream = freshStreamName()
    await at.client.tombstoneStream(stream)
    const refused = await at.client.appendToStream(stream, makeEvents(0, 1)).catch((why: unknown) => why)
    expect(refused).toBeInstanceOf(StreamDeletedError)
    expect(refused).toMatchObject({ streamName: stream })
  })

  it('without events answers with the last revision of the stream', async () => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 2))
    expect((await at.client.appendToStream(stream, [], { expectedRevision: 1n })).nextExpectedRevision).toBe(1n)
  })
})

describe('BatchAppend', () => {
  const at = useWire({ maxAppendSize: 1_000_000 })

  it('puts the requests of one append together until the last', async () => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 50), { expectedRevision: 'no_stream', batchAppendSize: 300 })
    expect((await all(at.client.readStream(stream))).map(readNumber)).toEqual(
      makeEvents(0, 50).map(({ data }) => data.n),
    )
  })

  it('carries the appends of many callers at once', async () => {
    const names = Array.from({ length: 200 }, freshStreamName)
    const done = await Promise.all(names.map((name) => at.client.appendToStream(name, makeEvents(0, 1))))
    expect(new Set(done.map(({ position }) => position?.commit)).size).toBe(200)
  })

  it('is refused once where its last request makes it too large', async () => {
    const large = Array.from({ length: 30 }, () => jsonEvent({ id: randomUUID(), type: 'L', data: 'x'.repeat(50_000) }))
    const refused = at.client.appendToStream(freshStreamName(), large, { batchAppendSize: 200_000 })
    await expect(refused).rejects.toBeInstanceOf(MaxAppendSizeExceededError)
    await at.client.appendToStream(freshStreamName(), makeEvents(0, 1))
  })
})

describe.each([true, false])('a server that tells no positions (features: %s)', (features) => {
  const at = useWire({ positions: false, features })

  it('leaves them out of its replies only', async () => {
    const stream = freshStreamName()
    const done = await at.client.appendToStream(stream, makeEvents(0, 1))
    expect(done).toEqual({ success: true, nextExpectedRevision: 0n, position: undefined })
    const [kept] = await all(at.client.readStream(stream))
    expect(kept?.event?.position?.commit).toBeGreaterThan(0n)
  })
})
