import { StreamDeletedError, StreamNotFoundError, WrongExpectedVersionError } from '@eventstore/db-client'
import { describe, expect, it } from 'vitest'
import { all, freshStreamName, makeEvents, readNumber, useWire } from './wire.fixture.ts'

describe('the metadata of a stream', () => {
  const at = useWire()
  const numbers = async (stream: string): Promise<unknown[]> =>
    (await all(at.client.readStream(stream))).map(readNumber)

  it('are absent until they are set, then those that were set last', async () => {
    const stream = freshStreamName()
    expect((await at.client.getStreamMetadata(stream)).metadata).toBeUndefined()
    await at.client.setStreamMetadata(stream, { maxCount: 9, colour: 'red' })
    await at.client.setStreamMetadata(stream, { maxCount: 3, maxAge: 60, truncateBefore: 1, colour: 'blue' })
    const found = await at.client.getStreamMetadata<{ colour: string }>(stream)
    expect(found.metadata).toEqual({ maxCount: 3, maxAge: 60, truncateBefore: 1, colour: 'blue' })
    expect(await all(at.client.readStream(`$$${stream}`))).toHaveLength(1)
  })

  it('may hide all but the last events, or those before a revision, or old ones', async () => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 6))
    await at.client.setStreamMetadata(stream, { maxCount: 2 })
    expect(await numbers(stream)).toEqual([4, 5])
    await at.client.setStreamMetadata(stream, { truncateBefore: 3 })
    expect(await numbers(stream)).toEqual([3, 4, 5])
    const backwards = await all(at.client.readStream(stream, { direction: 'backwards', fromRevision: 'end' }))
    expect(backwards.map(readNumber)).toEqual([5, 4, 3])
    await at.client.setStreamMetadata(stream, { truncateBefore: 9 })
    expect(await numbers(stream)).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 20))
    await at.client.setStreamMetadata(stream, { maxAge: 0 })
    expect(await numbers(stream)).toEqual([])
    await at.client.setStreamMetadata(stream, {})
    expect(await numbers(stream)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('hide nothing in $all', async () => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 3))
    await at.client.setStreamMetadata(stream, { maxCount: 1 })
    const found = (await all(at.client.readAll())).filter(({ event }) => event?.streamId === stream)
    expect(found.map(readNumber)).toEqual([0, 1, 2])
  })
})

describe('a deleted stream', () => {
  const at = useWire()

  it('is not found, and begins anew after its last event', async () => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 3))
    const { position } = await at.client.deleteStream(stream, { expectedRevision: 2n })
    expect(position?.commit).toBeGreaterThan(0n)
    await expect(all(at.client.readStream(stream))).rejects.toBeInstanceOf(StreamNotFoundError)
    const exists = at.client.appendToStream(stream, makeEvents(9, 1), { expectedRevision: 'stream_exists' })
    await expect(exists).rejects.toBeInstanceOf(StreamDeletedError)
    const done = await at.client.appendToStream(stream, makeEvents(3, 1), { expectedRevision: 'no_stream' })
    expect(done.nextExpectedRevision).toBe(3n)
    const found = await all(at.client.readStream(stream))
    expect(found.map(({ event }) => event?.revision)).toEqual([3n])
  })

  it('is back when its metadata are set', async () => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 3))
    await at.client.deleteStream(stream)
    await at.client.setStreamMetadata(stream, { colour: 'red' })
    expect((await at.client.getStreamMetadata(stream)).metadata).toEqual({ colour: 'red', truncateBefore: 3 })
    expect(await all(at.client.readStream(stream))).toEqual([])
  })

  it('must exist, at the expected revision', async () => {
    await expect(at.client.deleteStream(freshStreamName())).rejects.toBeInstanceOf(WrongExpectedVersionError)
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 1))
    const refused = await at.client.deleteStream(stream, { expectedRevision: 5n }).catch((why: unknown) => why)
    expect(refused).toMatchObject({ streamName: stream, expectedVersion: 5n, actualVersion: 0n })
    const none = await at.client.deleteStream(stream, { expectedRevision: 'no_stream' }).catch((why: unknown) => why)
    expect(none).toMatchObject({ expectedVersion: -1n, actualVersion: 0n })
  })
})

describe('a tombstone', () => {
  const at = useWire()

  it('ends a stream for ever', async () => {
    const stream = freshStreamName()
    await at.client.appendToStream(stream, makeEvents(0, 1))
    const { position } = await at.client.tombstoneStream(stream, { expectedRevision: 0n })
    expect(position?.commit).toBeGreaterThan(0n)
    const gone = await all(at.client.readStream(stream)).catch((why: unknown) => why)
    expect(gone).toBeInstanceOf(StreamDeletedError)
    expect(gone).toMatchObject({ streamName: stream })
    await expect(at.client.deleteStream(stream)).rejects.toBeInstanceOf(StreamDeletedError)
    await expect(at.client.setStreamMetadata(stream, {})).rejects.toBeInstanceOf(StreamDeletedError)
    const last = (await all(at.client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 })))[0]
    expect(last?.event).toMatchObject({ type: '$streamDeleted', streamId: stream, revision: 9223372036854775807n })
  })

  it('is refused where the stream is not as expected', async () => {
    const refused = at.client.tombstoneStream(freshStreamName(), { expectedRevision: 4n })
    await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError)
  })
})
