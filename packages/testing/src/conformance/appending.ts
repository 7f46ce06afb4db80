import { expect } from 'vitest'
import type { EventStore } from '@zhiyuan/runtime'
import { cases } from './case.ts'
import { appendsInOrder, claimedCases, idsUniqueInLog } from './claims.ts'
import { append, begin, everything, idOf, idsOf, left, streamOf, toyEvent, toyEvents, versionOf } from './toy.ts'

const conflict = (name: string, actual: number | null): object =>
  left({ type: 'VersionConflict', stream: streamOf(name), actual })
const taken = (id: string): object => left({ type: 'EventIdTaken', id: idOf(id) })

const outcomes = cases<EventStore>({
  'an append to no stream yet begins it, and says version and position of its last event': async (store) => {
    const answer = await append(store, toyEvent('a', 0), toyEvent('a', 1))
    const last = (await everything(store)).at(-1)
    expect(answer).toEqual({ _tag: 'Right', right: { version: 1, position: last?.position } })
    expect(last?.event).toEqual(toyEvent('a', 1))
  },
  'an append exactly at the last version goes on': async (store) => {
    await begin(store, 'a', 3)
    expect(await append(store, toyEvent('a', 3))).toMatchObject({ right: { version: 3 } })
    expect(idsOf(await everything(store))).toEqual(['a.0', 'a.1', 'a.2', 'a.3'])
  },
  'an append takes 1,000 events': async (store) => {
    expect(await begin(store, 'a', 1000)).toMatchObject({ version: 999 })
    expect(await everything(store)).toHaveLength(1000)
  },
  'a stale expectation is a conflict that says where the stream stands': async (store) => {
    await begin(store, 'a', 2)
    const other = (version: number) => toyEvent('a', version, {}, `other.${version}`)
    expect(await append(store, other(0))).toEqual(conflict('a', 1))
    expect(await append(store, other(1))).toEqual(conflict('a', 1))
    expect(await append(store, other(3))).toEqual(conflict('a', 1))
    expect(await everything(store)).toHaveLength(2)
  },
  'an exact expectation of a stream that is not there is a conflict with null': async (store) => {
    expect(await append(store, toyEvent('a', 1))).toEqual(conflict('a', null))
    expect(await everything(store)).toEqual([])
  },
  'no event, too many, or one that is out of place is a fault that writes nothing': async (store) => {
    const [stream, none] = [streamOf('a'), 'no-stream'] as const
    const wrong = [
      [],
      toyEvents('a', 0, 1001),
      [toyEvent('b', 0)],
      [toyEvent('a', 1)],
      [toyEvent('a', 0), toyEvent('a', 2)],
    ]
    for (const events of wrong) {
      expect(await store.append(stream, none, events)()).toMatchObject(left({ type: 'StoreFault' }))
    }
    expect(await everything(store)).toEqual([])
  },
})

const repeats = cases<EventStore>({
  'the same events at the same expectation give the first outcome, however the log went on': async (store) => {
    const both = [toyEvent('a', 0, { n: 1 }), toyEvent('a', 1)] as const
    const first = await append(store, ...both)
    await append(store, toyEvent('a', 2))
    await append(store, toyEvent('b', 0))
    expect(await append(store, ...both)).toEqual(first)
    expect(await everything(store)).toHaveLength(4)
  },
  'the same events sent twice at once have one outcome': async (store) => {
    const [one, other] = await Promise.all([append(store, toyEvent('a', 0)), append(store, toyEvent('a', 0))])
    expect(one).toMatchObject({ right: { version: 0 } })
    expect(other).toEqual(one)
    expect(await everything(store)).toHaveLength(1)
  },
  'some of them again, or some of them anew, is refused': async (store) => {
    await begin(store, 'a', 2)
    expect(await append(store, toyEvent('a', 1), toyEvent('a', 2))).toEqual(taken('a.1'))
    expect(await append(store, toyEvent('a', 0), toyEvent('a', 1), toyEvent('a', 2))).toEqual(taken('a.0'))
    expect(await everything(store)).toHaveLength(2)
  },
  'an id that is taken by other content or another version is refused': async (store) => {
    await append(store, toyEvent('a', 0, { n: 1 }))
    expect(await append(store, toyEvent('a', 0, { n: 2 }))).toEqual(taken('a.0'))
    expect(await append(store, toyEvent('a', 1, { n: 1 }, 'a.0'))).toEqual(taken('a.0'))
    expect(await append(store, toyEvent('a', 1), toyEvent('a', 2, {}, 'a.0'))).toEqual(taken('a.0'))
    expect(await everything(store)).toHaveLength(1)
  },
  'one id twice in an append is refused': async (store) => {
    expect(await append(store, toyEvent('a', 0), toyEvent('a', 1, {}, 'a.0'))).toEqual(taken('a.0'))
    expect(await everything(store)).toEqual([])
  },
})

const together = cases<EventStore>({
  'of 64 who want one version, one gets it; the others learn where the stream stands': async (store) => {
    await begin(store, 'a', 1)
    const wanted = Array.from({ length: 64 }, (_, n) => append(store, toyEvent('a', 1, { n }, `wanted.${n}`)))
    const answers = await Promise.all(wanted)
    const lost = answers.filter(({ _tag }) => _tag === 'Left')
    expect(lost).toEqual(Array.from({ length: 63 }, () => conflict('a', 1)))
    expect(await everything(store)).toHaveLength(2)
  },
  'of appends that arrive together each has an outcome of its own': async (store) => {
    await begin(store, 'old', 1)
    const answers = await Promise.all([
      append(store, toyEvent('a', 0), toyEvent('a', 1)),
      append(store, toyEvent('old', 0, {}, 'stale')),
      append(store, toyEvent('b', 0)),
      store.append(streamOf('c'), 'no-stream', [])(),
      append(store, toyEvent('old', 1, {}, 'old.0')),
      append(store, toyEvent('d', 0)),
    ])
    expect(answers).toMatchObject([
      { right: { version: 1 } },
      conflict('old', 0),
      { right: { version: 0 } },
      left({ type: 'StoreFault' }),
      taken('old.0'),
      { right: { version: 0 } },
    ])
    expect(idsOf(await everything(store)).toSorted()).toEqual(['a.0', 'a.1', 'b.0', 'd.0', 'old.0'])
  },
  'what a caller changes afterwards, of what it wrote or read, does not reach the log': async (store) => {
    const [event, own] = [{ ...toyEvent('a', 0, { n: 1 }) }, toyEvent('a', 0, { n: 1 })]
    const events = [event]
    const appending = store.append(event.stream, 'no-stream', events)()
    Object.assign(event, toyEvent('a', 0, { n: 2 }))
    events.push(toyEvent('a', 1))
    await appending
    const [read] = await everything(store)
    try {
      Object.assign(read?.event ?? {}, toyEvent('a', 0, { n: 3 }))
    } catch {
      // A frozen event is as good as a copy.
    }
    expect(await append(store, own)).toMatchObject({ right: { version: 0 } })
    expect((await everything(store)).map((one) => one.event)).toEqual([own])
  },
  'an expectation is of the version, not of the number of appends': async (store) => {
    await begin(store, 'a', 5)
    const two = toyEvents('a', 5, 2)
    expect(await store.append(streamOf('a'), versionOf(4), two)()).toMatchObject({ right: { version: 6 } })
  },
})

const acrossStreams = claimedCases(idsUniqueInLog, {
  'where a store says so, an id that is taken in another stream is refused': async (store) => {
    await append(store, toyEvent('a', 0, { n: 1 }))
    expect(await append(store, toyEvent('b', 0, { n: 1 }, 'a.0'))).toEqual(taken('a.0'))
    expect(await append(store, toyEvent('b', 0), toyEvent('b', 1, {}, 'a.0'))).toEqual(taken('a.0'))
    expect(await everything(store)).toHaveLength(1)
  },
  'where a store says so, of appends that arrive together one with an id of another stream is refused': async (
    store,
  ) => {
    await begin(store, 'old', 1)
    const answers = await Promise.all([
      append(store, toyEvent('a', 0)),
      append(store, toyEvent('b', 0, {}, 'old.0')),
      append(store, toyEvent('c', 0)),
    ])
    expect(answers).toMatchObject([{ right: { version: 0 } }, taken('old.0'), { right: { version: 0 } }])
    expect(idsOf(await everything(store)).toSorted()).toEqual(['a.0', 'c.0', 'old.0'])
  },
})

const inOrder = claimedCases(appendsInOrder, {
  'where a store says so, appends that are asked for at once stand in the log in the order in which they were asked for':
    async (store) => {
      // Small ones after large ones, which would overtake them where they could.
      const sizes = Array.from({ length: 60 }, (_, n) => (n % 3 === 0 ? 40 : 1))
      await Promise.all(sizes.map((count, n) => begin(store, `s${n}`, count)))
      const ids = sizes.flatMap((count, n) => toyEvents(`s${n}`, 0, count).map(({ id }) => id))
      expect(idsOf(await everything(store))).toEqual(ids)
    },
})

/** What an append answers, and what it leaves in the log. */
export const appendCases = [...outcomes, ...repeats, ...together, ...acrossStreams, ...inOrder]
