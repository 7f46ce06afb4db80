import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { EventStore } from '@zhiyuan/runtime'
import type { Case } from './case.ts'
import { readEverything, listIds, streamName, fixtureEvents, streamVersion } from './fixture.ts'

/** An append that a caller might ask for: at the right or a stale version, new or repeated. */
interface Wish {
  readonly name: string
  readonly from: number
  readonly count: number
}

const wishes: fc.Arbitrary<ReadonlyArray<ReadonlyArray<Wish>>> = fc.array(
  fc.array(
    fc.record({
      name: fc.constantFrom('a', 'b', 'c'),
      from: fc.nat({ max: 6 }),
      count: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  { maxLength: 6 },
)

/** The contract in its plainest form. An id names a place here, so an event with a known id is a repeat of the same event. */
const expectedAnswer = (heads: Map<string, number>, { name, from, count }: Wish): object => {
  const length = heads.get(name) ?? 0
  if (from + count <= length) return { _tag: 'Right', right: { version: from + count - 1 } }
  if (from < length) return { _tag: 'Left', left: { type: 'EventIdTaken', id: `${name}.${from}` } }
  if (from > length) {
    const actual = length === 0 ? null : length - 1
    return { _tag: 'Left', left: { type: 'VersionConflict', stream: streamName(name), actual } }
  }
  heads.set(name, from + count)
  return { _tag: 'Right', right: { version: from + count - 1 } }
}

const ask = (store: EventStore, { name, from, count }: Wish) =>
  store.append(streamName(name), from === 0 ? 'no-stream' : streamVersion(from - 1), fixtureEvents(name, from, count))()

const tagWish = (tag: string, wish: Wish): Wish => ({ ...wish, name: `${tag}-${wish.name}` })

/** All runs share one store; each has streams of its own. */
export const appendLaw: Case<EventStore> = {
  title: 'any sequence of appends answers and leaves what the plainest log does',
  check: async (store) => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(wishes, async (rounds) => {
        const tag = `run${run++}`
        const heads = new Map<string, number>()
        for (const wish of rounds.flat().map((one) => tagWish(tag, one))) {
          expect(await ask(store, wish)).toMatchObject(expectedAnswer(heads, wish))
        }
        const own = listIds(await readEverything(store)).filter((id) => id.startsWith(`${tag}-`))
        expect(own).toHaveLength([...heads.values()].reduce((sum, length) => sum + length, 0))
      }),
      { numRuns: 60 },
    )
  },
}

/** In any order in which concurrent appends are taken, the log holds the acknowledged events, and nothing else. */
export const meetingLaw: Case<EventStore> = {
  title: 'appends that meet leave whole streams, and exactly what was answered for',
  check: async (store) => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(wishes, async (rounds) => {
        const tag = `run${run++}`
        const promisedIds = new Set<string>()
        for (const round of rounds) {
          const asked = round.map((wish) => tagWish(tag, wish))
          const answers = await Promise.all(asked.map((wish) => ask(store, wish)))
          for (const [index, { name, from, count }] of asked.entries()) {
            if (answers[index]?._tag === 'Right')
              for (const { id } of fixtureEvents(name, from, count)) promisedIds.add(id)
          }
        }
        const own = (await readEverything(store)).filter(({ event }) => event.id.startsWith(`${tag}-`))
        expect(new Set(listIds(own))).toEqual(promisedIds)
        const next = new Map<string, number>()
        for (const { event } of own) {
          expect(event.version).toBe(next.get(event.stream) ?? 0)
          next.set(event.stream, event.version + 1)
        }
      }),
      { numRuns: 40 },
    )
  },
}
