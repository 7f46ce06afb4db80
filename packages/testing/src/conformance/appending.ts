import { expect } from 'vitest'
import type { EventStore } from '@zhiyuan/runtime'
import { cases } from './case.ts'
import { appendsInOrder, claimedCases, idsUniqueInLog } from './claims.ts'
import {
  append,
  beginStream,
  readEverything,
  eventId,
  listIds,
  leftAnswer,
  streamName,
  fixtureEvent,
  fixtureEvents,
  streamVersion,
} from './fixture.ts'

const versionConflict = (name: string, actual: number | null): object =>
  leftAnswer({ type: 'VersionConflict', stream: streamName(name), actual })
const eventIdTaken = (id: string): object => leftAnswer({ type: 'EventIdTaken', id: eventId(id) })

const outcomes = cases<EventStore>({
  'an append to no stream yet begins it, and says version and position of its last event': async (store) => {
    const answer = await append(store, fixtureEvent('a', 0), fixtureEvent('a', 1))
    const last = (await readEverything(store)).at(-1)
    expect(answer).toEqual({ _tag: 'Right', right: { version: 1, position: last?.position } })
    expect(last?.event).toEqual(fixtureEvent('a', 1))
  },
  'an append exactly at the last version goes on': async (store) => {
    await beginStream(store, 'a', 3)
    expect(await append(store, fixtureEvent('a', 3))).toMatchObject({ right: { version: 3 } })
    expect(listIds(await readEverything(store))).toEqual(['a.0', 'a.1', 'a.2', 'a.3'])
  },
  'an append takes 1,000 events': async (store) => {
    expect(await beginStream(store, 'a', 1000)).toMatchObject({ version: 999 })
    expect(await readEverything(store)).toHaveLength(1000)
  },
  'a stale expectation is a conflict that says where the stream stands': async (store) => {
    await beginStream(store, 'a', 2)
    const other = (version: number) => fixtureEvent('a', version, {}, `other.${version}`)
    expect(await append(store, other(0))).toEqual(versionConflict('a', 1))
    expect(await append(store, other(1))).toEqual(versionConflict('a', 1))
    expect(await append(store, other(3))).toEqual(versionConflict('a', 1))
    expect(await readEverything(store)).toHaveLength(2)
  },
  'an exact expectation of a stream that is not there is a conflict with null': async (store) => {
    expect(await append(store, fixtureEvent('a', 1))).toEqual(versionConflict('a', null))
    expect(await readEverything(store)).toEqual([])
  },
  'no event, too many, or one that is out of place is a fault that writes nothing': async (store) => {
    const stream = streamName('a')
    const none = 'no-stream'
    const wrong = [
      [],
      fixtureEvents('a', 0, 1001),
      [fixtureEvent('b', 0)],
      [fixtureEvent('a', 1)],
      [fixtureEvent('a', 0), fixtureEvent('a', 2)],
    ]
    for (const events of wrong) {
      expect(await store.append(stream, none, events)()).toMatchObject(leftAnswer({ type: 'StoreFault' }))
    }
    expect(await readEverything(store)).toEqual([])
  },
})

const repeats = cases<EventStore>({
  'the same events at the same expectation give the first outcome, however the log went on': async (store) => {
    const both = [fixtureEvent('a', 0, { n: 1 }), fixtureEvent('a', 1)] as const
    const first = await append(store, ...both)
    await append(store, fixtureEvent('a', 2))
    await append(store, fixtureEvent('b', 0))
    expect(await append(store, ...both)).toEqual(first)
    expect(await readEverything(store)).toHaveLength(4)
  },
  'the same events sent twice at once have one outcome': async (store) => {
    const [one, other] = await Promise.all([append(store, fixtureEvent('a', 0)), append(store, fixtureEvent('a', 0))])
    expect(one).toMatchObject({ right: { version: 0 } })
    expect(other).toEqual(one)
    expect(await readEverything(store)).toHaveLength(1)
  },
  'some of them again, or some of them anew, is refused': async (store) => {
    await beginStream(store, 'a', 2)
    expect(await append(store, fixtureEvent('a', 1), fixtureEvent('a', 2))).toEqual(eventIdTaken('a.1'))
    expect(await append(store, fixtureEvent('a', 0), fixtureEvent('a', 1), fixtureEvent('a', 2))).toEqual(
      eventIdTaken('a.0'),
    )
    expect(await readEverything(store)).toHaveLength(2)
  },
  'an id that is taken by other content or another version is refused': async (store) => {
    await append(store, fixtureEvent('a', 0, { n: 1 }))
    expect(await append(store, fixtureEvent('a', 0, { n: 2 }))).toEqual(eventIdTaken('a.0'))
    expect(await append(store, fixtureEvent('a', 1, { n: 1 }, 'a.0'))).toEqual(eventIdTaken('a.0'))
    expect(await append(store, fixtureEvent('a', 1), fixtureEvent('a', 2, {}, 'a.0'))).toEqual(eventIdTaken('a.0'))
    expect(await readEverything(store)).toHaveLength(1)
  },
  'one id twice in an append is refused': async (store) => {
    expect(await append(store, fixtureEvent('a', 0), fixtureEvent('a', 1, {}, 'a.0'))).toEqual(eventIdTaken('a.0'))
    expect(await readEverything(store)).toEqual([])
  },
})

const together = cases<EventStore>({
  'of 64 who want one version, one gets it; the others learn where the stream stands': async (store) => {
    await beginStream(store, 'a', 1)
    const wanted = Array.from({ length: 64 }, (_, n) => append(store, fixtureEvent('a', 1, { n }, `wanted.${n}`)))
    const answers = await Promise.all(wanted)
    const lost = answers.filter(({ _tag }) => _tag === 'Left')
    expect(lost).toEqual(Array.from({ length: 63 }, () => versionConflict('a', 1)))
    expect(await readEverything(store)).toHaveLength(2)
  },
  'of appends that arrive together each has an outcome of its own': async (store) => {
    await beginStream(store, 'old', 1)
    const answers = await Promise.all([
      append(store, fixtureEvent('a', 0), fixtureEvent('a', 1)),
      append(store, fixtureEvent('old', 0, {}, 'stale')),
      append(store, fixtureEvent('b', 0)),
      store.append(streamName('c'), 'no-stream', [])(),
      append(store, fixtureEvent('old', 1, {}, 'old.0')),
      append(store, fixtureEvent('d', 0)),
    ])
    expect(answers).toMatchObject([
      { right: { version: 1 } },
      versionConflict('old', 0),
      { right: { version: 0 } },
      leftAnswer({ type: 'StoreFault' }),
      eventIdTaken('old.0'),
      { right: { version: 0 } },
    ])
    expect(listIds(await readEverything(store)).toSorted()).toEqual(['a.0', 'a.1', 'b.0', 'd.0', 'old.0'])
  },
  'what a caller changes afterwards, of what it wrote or read, does not reach the log': async (store) => {
    const event = { ...fixtureEvent('a', 0, { n: 1 }) }
    const own = fixtureEvent('a', 0, { n: 1 })
    const events = [event]
    const appending = store.append(event.stream, 'no-stream', events)()
    Object.assign(event, fixtureEvent('a', 0, { n: 2 }))
    events.push(fixtureEvent('a', 1))
    await appending
    const [read] = await readEverything(store)
    try {
      Object.assign(read?.event ?? {}, fixtureEvent('a', 0, { n: 3 }))
    } catch {
      // A frozen event is as good as a copy.
    }
    expect(await append(store, own)).toMatchObject({ right: { version: 0 } })
    expect((await readEverything(store)).map((one) => one.event)).toEqual([own])
  },
  'an expectation is of the version, not of the number of appends': async (store) => {
    await beginStream(store, 'a', 5)
    const two = fixtureEvents('a', 5, 2)
    expect(await store.append(streamName('a'), streamVersion(4), two)()).toMatchObject({ right: { version: 6 } })
  },
})

const acrossStreams = claimedCases(idsUniqueInLog, {
  'where a store says so, an id that is taken in another stream is refused': async (store) => {
    await append(store, fixtureEvent('a', 0, { n: 1 }))
    expect(await append(store, fixtureEvent('b', 0, { n: 1 }, 'a.0'))).toEqual(eventIdTaken('a.0'))
    expect(await append(store, fixtureEvent('b', 0), fixtureEvent('b', 1, {}, 'a.0'))).toEqual(eventIdTaken('a.0'))
    expect(await readEverything(store)).toHaveLength(1)
  },
  'where a store says so, of appends that arrive together one with an id of another stream is refused': async (
    store,
  ) => {
    await beginStream(store, 'old', 1)
    const answers = await Promise.all([
      append(store, fixtureEvent('a', 0)),
      append(store, fixtureEvent('b', 0, {}, 'old.0')),
      append(store, fixtureEvent('c', 0)),
    ])
    expect(answers).toMatchObject([{ right: { version: 0 } }, eventIdTaken('old.0'), { right: { version: 0 } }])
    expect(listIds(await readEverything(store)).toSorted()).toEqual(['a.0', 'c.0', 'old.0'])
  },
})

const inOrder = claimedCases(appendsInOrder, {
  'where a store says so, appends that are asked for at once stand in the log in the order in which they were asked for':
    async (store) => {
      // Small appends after large ones: in a store that does not keep the order they would overtake them.
      const sizes = Array.from({ length: 60 }, (_, n) => (n % 3 === 0 ? 40 : 1))
      await Promise.all(sizes.map((count, n) => beginStream(store, `s${n}`, count)))
      const ids = sizes.flatMap((count, n) => fixtureEvents(`s${n}`, 0, count).map(({ id }) => id))
      expect(listIds(await readEverything(store))).toEqual(ids)
    },
})

/** The answers of appends, and what they leave in the log. */
export const appendCases = [...outcomes, ...repeats, ...together, ...acrossStreams, ...inOrder]
