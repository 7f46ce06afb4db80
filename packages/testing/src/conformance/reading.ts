import { expect } from 'vitest'
import { promised, type EventStore, type GlobalPosition, type Page, type Recorded } from '@zhiyuan/runtime'
import { cases } from './case.ts'
import { claimedCases, positionsWithoutGaps } from './claims.ts'
import { largePayload, strangePayloads } from './payloads.ts'
import { append, begin, everything, idsOf, left, streamOf, toyEvent, toyEvents, versionOf } from './toy.ts'

/** Twelve events of three streams, in turns: enough for positions of two digits. */
const mixed = async (store: EventStore): Promise<ReadonlyArray<string>> => {
  const events = Array.from({ length: 12 }, (_, n) => toyEvent('abc'.charAt(n % 3), Math.floor(n / 3)))
  for (const event of events) await append(store, event)
  return events.map(({ id }) => id)
}

/** The twelve, page by page. */
const walk = async (store: EventStore, limit: number): Promise<ReadonlyArray<Recorded>> => {
  const walked: Recorded[] = []
  for (let after: GlobalPosition | null = null, end = false; !end;) {
    const page: Page = await promised(store.readAll(after, limit))
    expect(page.events.length).toBeLessThanOrEqual(limit)
    walked.push(...page.events)
    expect(walked.length).toBeLessThanOrEqual(12)
    after = page.events.at(-1)?.position ?? after
    end = page.end
  }
  return walked
}

const streams = cases<EventStore>({
  'a stream is read in order of version, from a version on, in pages': async (store) => {
    await begin(store, 'a', 5)
    await begin(store, 'b', 2)
    const page = async (from: number, limit: number) => {
      const { events, end } = await promised(store.readStream(streamOf('a'), versionOf(from), limit))
      return [...idsOf(events), end]
    }
    expect(await page(0, 2)).toEqual(['a.0', 'a.1', false])
    expect(await page(2, 2)).toEqual(['a.2', 'a.3', false])
    expect(await page(4, 2)).toEqual(['a.4', true])
    expect(await page(3, 2)).toEqual(['a.3', 'a.4', true])
    expect(await page(5, 2)).toEqual([true])
  },
  'a stream that does not exist is an empty last page': async (store) => {
    await begin(store, 'a', 1)
    expect(await promised(store.readStream(streamOf('none'), versionOf(0), 10))).toEqual({ events: [], end: true })
  },
  'an event has the same place in its stream and in the log': async (store) => {
    await mixed(store)
    const log = (await everything(store)).filter(({ event }) => event.stream === 'toy-b')
    expect((await promised(store.readStream(streamOf('b'), versionOf(0), 10))).events).toEqual(log)
  },
  'a name that begins like another is another stream': async (store) => {
    for (const name of ['a', 'ab', 'A', 'a_', 'a.b']) await begin(store, name, 1)
    const { events } = await promised(store.readStream(streamOf('a'), versionOf(0), 10))
    expect(idsOf(events)).toEqual(['a.0'])
  },
})

const log = cases<EventStore>({
  'an empty log is an empty last page': async (store) => {
    expect(await promised(store.readAll(null, 10))).toEqual({ events: [], end: true })
  },
  'the log is read in the order of the appends, in pages of any size, without gap or repeat': async (store) => {
    const ids = await mixed(store)
    for (const limit of [1, 2, 5, 12, 100]) expect(idsOf(await walk(store, limit))).toEqual(ids)
  },
  'a page ends the log exactly when nothing came after it': async (store) => {
    await begin(store, 'a', 4)
    expect(await promised(store.readAll(null, 4))).toMatchObject({ end: true })
    expect(await promised(store.readAll(null, 3))).toMatchObject({ end: false })
  },
  'nothing comes after the last position': async (store) => {
    const { position } = await begin(store, 'a', 3)
    expect(await promised(store.readAll(position, 10))).toEqual({ events: [], end: true })
  },
  'positions are compared in the order of the log': async (store) => {
    await mixed(store)
    const positions = (await everything(store)).map(({ position }) => position)
    for (const [i, a] of positions.entries()) {
      for (const [j, b] of positions.entries()) expect(Math.sign(store.compare(a, b))).toBe(Math.sign(i - j))
    }
  },
})

const dense = claimedCases(positionsWithoutGaps, {
  'where a store says so, positions have no gaps, whatever was refused between': async (store) => {
    await begin(store, 'a', 2)
    await append(store, toyEvent('a', 1, {}, 'stale'))
    await append(store, toyEvent('a', 2), toyEvent('a', 3, {}, 'a.0'))
    await Promise.all([
      append(store, toyEvent('c', 0)),
      append(store, toyEvent('a', 1, {}, 'stale')),
      begin(store, 'd', 3),
    ])
    const positions = (await everything(store)).map(({ position }) => BigInt(position))
    expect(positions).toEqual(positions.map((_, index) => BigInt(index + 1)))
  },
})

const fault = left({ type: 'StoreFault' })

const edges = cases<EventStore>({
  'the last event of the log is told; null where the log is empty': async (store) => {
    expect(await promised(store.last())).toBeNull()
    await mixed(store)
    expect(await promised(store.last())).toEqual((await everything(store)).at(-1))
  },
  'a page of less than one event, or of no whole number of them, is a fault': async (store) => {
    await begin(store, 'a', 2)
    for (const limit of [0, -1, 1.5, Number.NaN]) {
      expect(await store.readAll(null, limit)()).toMatchObject(fault)
      expect(await store.readStream(streamOf('a'), versionOf(0), limit)()).toMatchObject(fault)
    }
  },
  'a position that this log never gave is a fault, and the end of a subscription': async (store) => {
    const { position } = await begin(store, 'a', 2)
    const beyond = store.capabilities.dense ? [String(BigInt(position) + 1n), '1000000'] : []
    for (const strange of ['nowhere', '-1', ...beyond] as GlobalPosition[]) {
      const unknown = { type: 'UnknownPosition', position: strange }
      expect(await store.readAll(strange, 10)(), strange).toEqual(left(unknown))
      const ended = await new Promise((resolve) => store.subscribe(strange, () => Promise.resolve(), resolve))
      expect(ended, strange).toEqual(unknown)
    }
  },
})

const payloads = cases<EventStore>({
  ...Object.fromEntries(
    Object.entries(strangePayloads).map(([title, data]) => [
      `data comes back byte for byte: ${title}`,
      async (store: EventStore) => {
        await append(store, toyEvent('a', 0, data))
        const [read] = await everything(store)
        expect(read?.event).toEqual(toyEvent('a', 0, data))
        expect(await append(store, toyEvent('a', 0, data))).toMatchObject({ right: { position: read?.position } })
      },
    ]),
  ),
  'data comes back byte for byte: large': async (store) => {
    const both = [toyEvent('a', 0, largePayload), toyEvent('a', 1, largePayload)] as const
    await append(store, ...both)
    expect((await everything(store)).map(({ event }) => event)).toEqual(both)
  },
  'a large page comes back whole': async (store) => {
    for (let n = 0; n < 3; n++) {
      await store.append(streamOf(`n${n}`), 'no-stream', toyEvents(`n${n}`, 0, 1000))()
    }
    expect(new Set(idsOf(await everything(store))).size).toBe(3000)
  },
})

/** What is read of streams and of the log. */
export const readCases = [...streams, ...log, ...dense, ...edges, ...payloads]
