import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { unwrap, type EventStore, type GlobalPosition, type Page, type Recorded } from '@zhiyuan/runtime'
import { cases } from './case.ts'
import { append, readEverything, fixtureEvent } from './fixture.ts'

const writers = 64
const appendsOfEach = 4

const write = async (store: EventStore, name: string): Promise<void> => {
  for (let n = 0; n < appendsOfEach; n++) {
    await append(store, fixtureEvent(name, 2 * n), fixtureEvent(name, 2 * n + 1))
  }
}

/** Reads small pages until all writers have ended and no event is left. */
const walkDuring = async (store: EventStore, writing: Promise<unknown>): Promise<ReadonlyArray<Recorded>> => {
  let over = false
  void writing.finally(() => (over = true))
  const walked: Recorded[] = []
  for (let after: GlobalPosition | null = null; ;) {
    const last = over
    const { events }: Page = await unwrap(store.readAll(after, 7))
    if (events.length === 0 && last) return walked
    if (events.length === 0) await pause(1)
    walked.push(...events)
    after = events.at(-1)?.position ?? after
  }
}

const expectInOrder = (store: EventStore, walked: ReadonlyArray<Recorded>): void => {
  const next = new Map<string, number>()
  for (const [index, { position, event }] of walked.entries()) {
    const before = walked[index - 1]
    if (before !== undefined) expect(store.compare(before.position, position)).toBeLessThan(0)
    if (store.capabilities.dense) expect(position).toBe(String(index + 1))
    expect(event.version, event.stream).toBe(next.get(event.stream) ?? 0)
    next.set(event.stream, event.version + 1)
  }
}

/** No other event comes between the two events of an append. */
const expectTogether = (walked: ReadonlyArray<Recorded>): void => {
  const streams = walked.map(({ event }) => event.stream)
  const [first, second] = [0, 1].map((place) => streams.filter((_, index) => index % 2 === place))
  expect(second).toEqual(first)
}

/** The order of the log under many concurrent writers. */
export const manyWritersCases = cases<EventStore>({
  'while 64 write to many streams, a reader of pages misses nothing, and sees no version before the one below it':
    async (store) => {
      const writing = Promise.all(Array.from({ length: writers }, (_, n) => write(store, `w${n}`)))
      const walked = await walkDuring(store, writing)
      await writing
      expect(walked).toEqual(await readEverything(store))
      expect(walked).toHaveLength(writers * appendsOfEach * 2)
      expectInOrder(store, walked)
      expectTogether(walked)
    },
})
