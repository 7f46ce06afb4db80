import { binaryEvent, StreamNotFoundError } from '@eventstore/db-client'
import { beforeAll, describe, expect, it } from 'vitest'
import { all, freshStreamName, makeEvents, readNumber, useWire } from './wire.fixture.ts'

describe('a read of a stream', () => {
  const at = useWire()
  const stream = freshStreamName()
  const numbers = async (options: Parameters<typeof at.client.readStream>[1]): Promise<unknown[]> =>
    (await all(at.client.readStream(stream, options))).map(readNumber)
  beforeAll(async () => {
    await at.client.appendToStream(stream, makeEvents(0, 6))
  })

  it.each([
    [{ direction: 'forwards', fromRevision: 'start' }, [0, 1, 2, 3, 4, 5]],
    [{ direction: 'forwards', fromRevision: 'start', maxCount: 2 }, [0, 1]],
    [{ direction: 'forwards', fromRevision: 3n }, [3, 4, 5]],
    [{ direction: 'forwards', fromRevision: 6n }, []],
    [{ direction: 'forwards', fromRevision: 'end' }, []],
    [{ direction: 'backwards', fromRevision: 'end' }, [5, 4, 3, 2, 1, 0]],
    [{ direction: 'backwards', fromRevision: 'end', maxCount: 1 }, [5]],
    [{ direction: 'backwards', fromRevision: 2n }, [2, 1, 0]],
    [{ direction: 'backwards', fromRevision: 50n, maxCount: 2 }, [5, 4]],
    [{ direction: 'backwards', fromRevision: 'start' }, [0]],
  ] as const)('with %o brings %o', async (options, expected) => {
    expect(await numbers(options)).toEqual(expected)
  })

  it('without an event says so', async () => {
    const missing = await all(at.client.readStream('unwritten')).catch((why: unknown) => why)
    expect(missing).toBeInstanceOf(StreamNotFoundError)
    expect(missing).toMatchObject({ streamName: 'unwritten' })
  })

  it('with a Chinese name works like any other', async () => {
    await at.client.appendToStream('志愿者-一', makeEvents(0, 1))
    const [only] = await all(at.client.readStream('志愿者-一'))
    expect(only?.event?.streamId).toBe('志愿者-一')
  })
})

describe('a read of $all', () => {
  const at = useWire()
  const one = freshStreamName()
  const other = freshStreamName()
  beforeAll(async () => {
    await at.client.appendToStream(one, makeEvents(0, 2))
    await at.client.appendToStream(other, makeEvents(2, 2))
    await at.client.appendToStream(one, makeEvents(4, 1))
  })
  const ours = async (options: Parameters<typeof at.client.readAll>[0]) =>
    (await all(at.client.readAll(options))).filter(({ event }) => event?.streamId.startsWith('$') === false)

  it('begins with the events of the server itself', async () => {
    const [first] = await all(at.client.readAll({ maxCount: 1 }))
    expect(first?.event?.streamId).toMatch(/^\$/)
  })

  it('brings the events of all streams in one order, forwards and backwards', async () => {
    expect((await ours({})).map(readNumber)).toEqual([0, 1, 2, 3, 4])
    expect((await ours({ direction: 'backwards', fromPosition: 'end' })).map(readNumber)).toEqual([4, 3, 2, 1, 0])
  })

  it('has positions that grow, with gaps, alike in commit and prepare', async () => {
    const positions = (await ours({})).map(({ event }) => event?.position)
    for (const [index, position] of positions.entries()) {
      expect(position?.prepare).toBe(position?.commit)
      if (index > 0) expect((position?.commit ?? 0n) - (positions[index - 1]?.commit ?? 0n)).toBeGreaterThan(1n)
    }
  })

  it('forwards begins with the event at the position, backwards with the one before it', async () => {
    const third = (await ours({}))[2]?.event?.position
    if (third === undefined) throw new Error('no position')
    expect((await ours({ fromPosition: third })).map(readNumber)).toEqual([2, 3, 4])
    expect((await ours({ fromPosition: third, direction: 'backwards' })).map(readNumber)).toEqual([1, 0])
    expect((await ours({ fromPosition: third, direction: 'backwards', maxCount: 1 })).map(readNumber)).toEqual([1])
  })

  it('brings nothing forwards from the end, nor backwards from the start', async () => {
    expect(await all(at.client.readAll({ fromPosition: 'end' }))).toEqual([])
    expect(await all(at.client.readAll({ fromPosition: 'start', direction: 'backwards' }))).toEqual([])
  })
})

describe('a link', () => {
  const at = useWire()
  const target = freshStreamName()
  const links = freshStreamName()
  const link = (to: string) => binaryEvent({ type: '$>', data: Buffer.from(to) })
  beforeAll(async () => {
    await at.client.appendToStream(target, makeEvents(0, 2))
    await at.client.appendToStream(links, [
      link(`1@${target}`),
      link(`9@${target}`),
      link('0@unwritten'),
      link(`0@${target}`),
    ])
  })

  it('comes unresolved unless the client asks otherwise', async () => {
    const [first] = await all(at.client.readStream(links))
    expect(first?.event?.type).toBe('$>')
    expect(first?.link).toBeUndefined()
  })

  it('comes with its target where the client asks for it', async () => {
    const [first] = await all(at.client.readStream(links, { resolveLinkTos: true }))
    expect(first?.event).toMatchObject({ streamId: target, revision: 1n, data: { n: 1 } })
    expect(first?.link).toMatchObject({ streamId: links, revision: 0n, type: '$>' })
    expect(first?.commitPosition).toBe(first?.link?.position?.commit)
  })

  it('comes alone where its target does not exist, or is hidden', async () => {
    await at.client.setStreamMetadata(target, { truncateBefore: 1 })
    const [, ...lostOnes] = await all(at.client.readStream(links, { resolveLinkTos: true }))
    expect(lostOnes).toHaveLength(3)
    for (const lost of lostOnes) {
      expect(lost?.event).toBeUndefined()
      expect(lost?.link?.type).toBe('$>')
    }
  })

  it('is resolved in $all too', async () => {
    const found = await all(at.client.readAll({ resolveLinkTos: true }))
    expect(found.filter((event) => event.link !== undefined && event.event?.streamId === target)).toHaveLength(1)
  })
})
