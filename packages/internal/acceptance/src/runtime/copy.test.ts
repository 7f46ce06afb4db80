import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventId, EventType, StreamName, StreamVersion } from '@zhiyuan/kernel'
import { copyLog, unwrap, type EventStore, type StoredEvent } from '@zhiyuan/runtime'
import { memoryEventStore } from '@zhiyuan/store-memory'

const event = (name: string, version: number, data: unknown = {}): StoredEvent => ({
  id: `${name}.${version}` as EventId,
  stream: `toy-${name}`,
  version: version as StreamVersion,
  type: 'Happened' as EventType,
  header: JSON.stringify({ name, version }),
  data: JSON.stringify(data),
  traceparent: `trace of ${name}`,
})

const append = async (store: EventStore, one: StoredEvent): Promise<void> => {
  const expected = one.version === 0 ? 'no-stream' : ((one.version - 1) as StreamVersion)
  expect(await store.append(one.stream, expected, [one])()).toMatchObject({ _tag: 'Right' })
}

/** A log with one event for each name, in the stream of that name. */
const makeLog = async (names: ReadonlyArray<string>): Promise<EventStore> => {
  const store = memoryEventStore()
  const heads = new Map<string, number>()
  for (const name of names) {
    const version = heads.get(name) ?? 0
    heads.set(name, version + 1)
    await append(store, event(name, version))
  }
  return store
}

const readWhole = async (store: EventStore) =>
  (await unwrap(store.readAll(null, 10_000))).events.map(({ position, event: { id } }) => `${position} ${id}`)

/** A store whose appends fail after that many. */
const failAppends = (store: EventStore, count: number): EventStore => {
  let left = count
  return {
    ...store,
    append: (...asked) =>
      left-- > 0 ? store.append(...asked) : TE.left({ type: 'StoreFault', cause: 'the line went dead' }),
  }
}

const names = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 })

describe('a copy', () => {
  it('holds the same events in the same order, with the same digest', async () => {
    await fc.assert(
      fc.asyncProperty(names, async (log) => {
        const from = await makeLog(log)
        const to = memoryEventStore()
        const copied = await unwrap(copyLog(from, to))
        expect(copied).toMatchObject({ there: 0, copied: log.length })
        expect(await readWhole(to)).toEqual(await readWhole(from))
        expect(await unwrap(copyLog(from, to))).toEqual({ ...copied, there: log.length, copied: 0 })
      }),
      { numRuns: 60 },
    )
  })

  it('that was interrupted goes on behind what is there', async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.nat({ max: 30 }), async (log, count) => {
        const from = await makeLog(log)
        const to = memoryEventStore()
        const first = await copyLog(from, failAppends(to, count))()
        const there = (await readWhole(to)).length
        expect(E.isLeft(first)).toBe(there < log.length)
        expect(await unwrap(copyLog(from, to))).toMatchObject({ there, copied: log.length - there })
        expect(await readWhole(to)).toEqual(await readWhole(from))
      }),
      { numRuns: 60 },
    )
  })

  it('of many pages tells how far it is', async () => {
    const from = await makeLog(Array.from({ length: 700 }, (_, n) => `n${n % 7}`))
    const to = memoryEventStore()
    const told: number[] = []
    await unwrap(copyLog(from, to, { onProgress: ({ copied }) => void told.push(copied) }))
    expect(told.at(-1)).toBe(700)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.length).toBeGreaterThan(2)
  })

  it('is refused where the target holds something else, or more', async () => {
    const from = await makeLog(['a', 'b'])
    const other = await makeLog(['a', 'c'])
    const more = await makeLog(['a', 'b', 'b'])
    expect(await copyLog(from, other)()).toEqual(E.left({ type: 'LogsDiffer', place: 2, source: 'b.0', target: 'c.0' }))
    expect(await copyLog(from, more)()).toEqual(E.left({ type: 'LogsDiffer', place: 3, source: null, target: 'b.1' }))
    const changed = memoryEventStore()
    await append(changed, event('a', 0, { other: true }))
    expect(await copyLog(from, changed)()).toMatchObject({ left: { type: 'LogsDiffer', place: 1 } })
  })

  it('is refused where another program writes to the target meanwhile', async () => {
    const from = await makeLog(['a', 'b'])
    const to = memoryEventStore()
    const slow: EventStore = {
      ...to,
      append: (stream, expected, events) => async () => {
        await append(to, event('b', 0, { other: true }))
        return to.append(stream, expected, events)()
      },
    }
    expect(await copyLog(from, slow)()).toEqual(E.left({ type: 'TargetChanged', stream: 'toy-b' }))
  })

  it('is refused where the target does not give back what it was given', async () => {
    const from = await makeLog(['a', 'b', 'a'])
    const to = memoryEventStore()
    const forgetful: EventStore = {
      ...to,
      append: (stream, expected, events) =>
        stream === ('toy-b' as StreamName)
          ? to.append(
              stream,
              expected,
              events.map((one) => ({ ...one, data: '{"changed":true}' })),
            )
          : to.append(stream, expected, events),
    }
    expect(await copyLog(from, forgetful)()).toMatchObject({ left: { type: 'DigestsDiffer' } })
  })
})
