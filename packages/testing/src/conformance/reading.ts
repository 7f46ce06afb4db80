import { expect } from 'vitest'
import { unwrap, type EventStore, type GlobalPosition, type Page, type Recorded } from '@zhiyuan/runtime'
import { cases } from './case.ts'
import { claimedCases, positionsWithoutGaps } from './claims.ts'
import { largePayload, strangePayloads } from './payloads.ts'
import {
  append,
  beginStream,
  readEverything,
  listIds,
  leftAnswer,
  streamName,
  fixtureEvent,
  fixtureEvents,
  streamVersion,
} from './fixture.ts'

/** Twelve events, alternating between three streams: enough for positions of two digits. */
const appendMixed = async (store: EventStore): Promise<ReadonlyArray<string>> => {
  const events = Array.from({ length: 12 }, (_, n) => fixtureEvent('abc'.charAt(n % 3), Math.floor(n / 3)))
  for (const event of events) await append(store, event)
  return events.map(({ id }) => id)
}

/** The twelve, page by page. */
const walk = async (store: EventStore, limit: number): Promise<ReadonlyArray<Recorded>> => {
  const walked: Recorded[] = []
  for (let after: GlobalPosition | null = null, end = false; !end;) {
    const page: Page = await unwrap(store.readAll(after, limit))
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
    await beginStream(store, 'a', 5)
    await beginStream(store, 'b', 2)
    const page = async (from: number, limit: number) => {
      const { events, end } = await unwrap(store.readStream(streamName('a'), streamVersion(from), limit))
      return [...listIds(events), end]
    }
    expect(await page(0, 2)).toEqual(['a.0', 'a.1', false])
    expect(await page(2, 2)).toEqual(['a.2', 'a.3', false])
    expect(await page(4, 2)).toEqual(['a.4', true])
    expect(await page(3, 2)).toEqual(['a.3', 'a.4', true])
    expect(await page(5, 2)).toEqual([true])
  },
  'a stream that does not exist is an empty last page': async (store) => {
    await beginStream(store, 'a', 1)
    expect(await unwrap(store.readStream(streamName('none'), streamVersion(0), 10))).toEqual({ events: [], end: true })
  },
  'an event has the same place in its stream and in the log': async (store) => {
    await appendMixed(store)
    const log = (await readEverything(store)).filter(({ event }) => event.stream === 'toy-b')
    expect((await unwrap(store.readStream(streamName('b'), streamVersion(0), 10))).events).toEqual(log)
  },
  'a name that begins like another is another stream': async (store) => {
    for (const name of ['a', 'ab', 'A', 'a_', 'a.b']) await beginStream(store, name, 1)
    const { events } = await unwrap(store.readStream(streamName('a'), streamVersion(0), 10))
    expect(listIds(events)).toEqual(['a.0'])
  },
})

const log = cases<EventStore>({
  'an empty log is an empty last page': async (store) => {
    expect(await unwrap(store.readAll(null, 10))).toEqual({ events: [], end: true })
  },
  'the log is read in the order of the appends, in pages of any size, without gap or repeat': async (store) => {
    const ids = await appendMixed(store)
    for (const limit of [1, 2, 5, 12, 100]) expect(listIds(await walk(store, limit))).toEqual(ids)
  },
  'a page ends the log exactly when nothing came after it': async (store) => {
    await beginStream(store, 'a', 4)
    expect(await unwrap(store.readAll(null, 4))).toMatchObject({ end: true })
    expect(await unwrap(store.readAll(null, 3))).toMatchObject({ end: false })
  },
  'nothing comes after the last position': async (store) => {
    const { position } = await beginStream(store, 'a', 3)
    expect(await unwrap(store.readAll(position, 10))).toEqual({ events: [], end: true })
  },
  'positions are compared in the order of the log': async (store) => {
    await appendMixed(store)
    const positions = (await readEverything(store)).map(({ position }) => position)
    for (const [i, a] of positions.entries()) {
      for (const [j, b] of positions.entries()) expect(Math.sign(store.compare(a, b))).toBe(Math.sign(i - j))
    }
  },
})

const dense = claimedCases(positionsWithoutGaps, {
  'where a store says so, positions have no gaps, also after refused appends': async (store) => {
    await beginStream(store, 'a', 2)
    await append(store, fixtureEvent('a', 1, {}, 'stale'))
    await append(store, fixtureEvent('a', 2), fixtureEvent('a', 3, {}, 'a.0'))
    await Promise.all([
      append(store, fixtureEvent('c', 0)),
      append(store, fixtureEvent('a', 1, {}, 'stale')),
      beginStream(store, 'd', 3),
    ])
    const positions = (await readEverything(store)).map(({ position }) => BigInt(position))
    expect(positions).toEqual(positions.map((_, index) => BigInt(index + 1)))
  },
})

const fault = leftAnswer({ type: 'StoreFault' })

const edges = cases<EventStore>({
  'the last event of the log is told; null where the log is empty': async (store) => {
    expect(await unwrap(store.last())).toBeNull()
    await appendMixed(store)
    expect(await unwrap(store.last())).toEqual((await readEverything(store)).at(-1))
  },
  'a page of less than one event, or of no whole number of them, is a fault': async (store) => {
    await beginStream(store, 'a', 2)
    for (const limit of [0, -1, 1.5, Number.NaN]) {
      expect(await store.readAll(null, limit)()).toMatchObject(fault)
      expect(await store.readStream(streamName('a'), streamVersion(0), limit)()).toMatchObject(fault)
    }
  },
  'a position that this log never gave is a fault, and the end of a subscription': async (store) => {
    const { position } = await beginStream(store, 'a', 2)
    const beyond = store.capabilities.dense ? [String(BigInt(position) + 1n), '1000000'] : []
    for (const strange of ['nowhere', '-1', ...beyond] as GlobalPosition[]) {
      const unknown = { type: 'UnknownPosition', position: strange }
      expect(await store.readAll(strange, 10)(), strange).toEqual(leftAnswer(unknown))
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
        await append(store, fixtureEvent('a', 0, data))
        const [read] = await readEverything(store)
        expect(read?.event).toEqual(fixtureEvent('a', 0, data))
        expect(await append(store, fixtureEvent('a', 0, data))).toMatchObject({ right: { position: read?.position } })
      },
    ]),
  ),
  'data comes back byte for byte: large': async (store) => {
    const both = [fixtureEvent('a', 0, largePayload), fixtureEvent('a', 1, largePayload)] as const
    await append(store, ...both)
    expect((await readEverything(store)).map(({ event }) => event)).toEqual(both)
  },
  'a large page comes back whole': async (store) => {
    for (let n = 0; n < 3; n++) {
      await store.append(streamName(`n${n}`), 'no-stream', fixtureEvents(`n${n}`, 0, 1000))()
    }
    expect(new Set(listIds(await readEverything(store))).size).toBe(3000)
  },
})

/** Reads of streams and of the log. */
export const readCases = [...streams, ...log, ...dense, ...edges, ...payloads]
