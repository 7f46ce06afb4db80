import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { StreamVersion } from '@zhiyuan/kernel'
import type { EventStore, GlobalPosition, Page, Recorded, StoredEvent } from '@zhiyuan/runtime'
import { eventStoreCases } from '@zhiyuan/testing/conformance'
import { scopeIdsToStreams } from '../in-streams.fixture.ts'
import { memoryEventStore } from '../index.ts'
import { replaceAppend, changePages, findFailing, type Planted } from './plant.fixture.ts'

const forgetRepeats = (store: EventStore): EventStore =>
  replaceAppend(store, ({ append, readStream }) => (stream, expected, given) => async () => {
    const there = await readStream(stream, 0 as StreamVersion, 1)()
    const known = E.isRight(there) && there.right.events.some(({ event }) => event.id === given[0]?.id)
    return known ? E.left({ type: 'VersionConflict', stream, actual: null }) : append(stream, expected, given)()
  })

const changeHeader = (event: StoredEvent, change: object): StoredEvent => ({
  ...event,
  header: JSON.stringify({ ...(JSON.parse(event.header) as object), ...change }),
})

const events: Planted<EventStore> = {
  'takes a stream that is there for a new one': [
    'a stale expectation is a conflict that says where the stream stands',
    (store) =>
      replaceAppend(store, ({ append }) => (stream, expected, given) => async () => {
        const answer = await append(stream, expected, given)()
        const conflict = E.isLeft(answer) && answer.left.type === 'VersionConflict'
        if (!conflict || expected !== 'no-stream') return answer
        return E.right({ version: 0 as StreamVersion, position: '1' as GlobalPosition })
      }),
  ],
  'answers a repeat as a conflict': [
    'the same events at the same expectation give the first outcome, however the log went on',
    forgetRepeats,
  ],
  'does not say where the stream stands': [
    'of 64 who want one version, one gets it; the others learn where the stream stands',
    (store) =>
      replaceAppend(
        store,
        ({ append }) =>
          (stream, expected, given) =>
            pipe(
              append(stream, expected, given),
              TE.mapLeft((error) => (error.type === 'VersionConflict' ? { ...error, actual: null } : error)),
            ),
      ),
  ],
  'says that its ids are unique in the log when they are in each stream': [
    'where a store says so, an id that is taken in another stream is refused',
    scopeIdsToStreams,
  ],
  'does not know the ids of other streams when appends meet': [
    'where a store says so, of appends that arrive together one with an id of another stream is refused',
    scopeIdsToStreams,
  ],
  'compares positions as texts': [
    'positions are compared in the order of the log',
    (store) => ({ ...store, compare: (a, b) => (a < b ? -1 : Number(a > b)) }),
  ],
  'does not know a full page for the last': [
    'a page ends the log exactly when nothing came after it',
    (store) => changePages(store, (page, limit) => ({ ...page, end: page.events.length < limit })),
  ],
  'reads on from the position, not after it': [
    'the log is read in the order of the appends, in pages of any size, without gap or repeat',
    (store) => ({
      ...store,
      readAll: (after, limit) =>
        store.readAll(after === null ? null : (String(Number(after) - 1) as GlobalPosition), limit),
    }),
  ],
  'says that its positions are dense when they are not': [
    'where a store says so, positions have no gaps, also after refused appends',
    (store) =>
      changePages(store, (page) => ({
        ...page,
        events: page.events.map((one) => ({ ...one, position: `${one.position}0` as GlobalPosition })),
      })),
  ],
  'copies data key by key': [
    'data comes back byte for byte: keys of every object',
    (store) =>
      changePages(store, (page) => ({
        ...page,
        events: page.events.map((one) => ({
          ...one,
          event: { ...one.event, data: JSON.stringify(Object.assign({}, JSON.parse(one.event.data))) },
        })),
      })),
  ],
  'takes the first event for the last': [
    'the last event of the log is told; null where the log is empty',
    (store) => ({
      ...store,
      last: () =>
        pipe(
          store.readAll(null, 1),
          TE.map(({ events }) => events[0] ?? null),
        ),
    }),
  ],
  'gives one event at least': [
    'a page of less than one event, or of no whole number of them, is a fault',
    (store) => ({ ...store, readAll: (after, limit) => store.readAll(after, Math.max(1, limit)) }),
  ],
  'takes any position for the end of the log': [
    'a position that this log never gave is a fault, and the end of a subscription',
    (store) => ({
      ...store,
      readAll: (after, limit) =>
        pipe(
          store.readAll(after, limit),
          TE.orElse(() => TE.right<never, Page>({ events: [], end: true })),
        ),
    }),
  ],
  'answers what it has written already as a conflict': [
    'after an unknown outcome the same events again tell the outcome, also after writes of others',
    forgetRepeats,
  ],
  'forgets what a decision read': [
    'header, data and trace come back byte for byte, from the log and from its stream',
    (store) =>
      changePages(store, (page) => ({
        ...page,
        events: page.events.map((one) => ({ ...one, event: changeHeader(one.event, { readSet: [] }) })),
      })),
  ],
  'knows a repeat by its data alone': [
    'an event that differs in any field is another event: its id is taken',
    (store) =>
      replaceAppend(store, ({ append, readAll }) => (stream, expected, given) => async () => {
        const log = await readAll(null, 1000)()
        const isSameEvent = ({ event }: Recorded): boolean => event.id === given[0]?.id && event.data === given[0].data
        const there = E.isRight(log) ? log.right.events.find(isSameEvent) : undefined
        if (there === undefined) return append(stream, expected, given)()
        return E.right({ version: there.event.version, position: there.position })
      }),
  ],
  'keeps the trace of the last who asked': [
    'a trace is beside what an event says: sent again with another, it has its first outcome and keeps its first trace',
    (store) => {
      const traces = new Map<string, string | null>()
      const noting = replaceAppend(store, ({ append }) => (stream, expected, given) => {
        for (const { id, traceparent } of given) traces.set(id, traceparent)
        return append(stream, expected, given)
      })
      return changePages(noting, (page) => ({
        ...page,
        events: page.events.map((one) => ({
          ...one,
          event: { ...one.event, traceparent: traces.get(one.event.id) ?? null },
        })),
      }))
    },
  ],
  'shows some appends only after later ones': [
    'while 64 write to many streams, a reader of pages misses nothing, and sees no version before the one below it',
    (store) => {
      const hidden = new Set<string>()
      const late = replaceAppend(store, ({ append }) => (stream, expected, given) => async () => {
        for (const { id } of given) hidden.add(id)
        const answer = await append(stream, expected, given)()
        await pause(3)
        for (const { id } of given) hidden.delete(id)
        return answer
      })
      const visible = ({ event }: Recorded): boolean => !(event.stream.endsWith('7') && hidden.has(event.id))
      return changePages(late, (page) => ({ ...page, events: page.events.filter(visible) }))
    },
  ],
  'answers after it was closed': [
    'a call after closing is refused as StoreClosed',
    (store) => ({ ...store, close: () => Promise.resolve() }),
  ],
}

findFailing('a store', events, eventStoreCases, memoryEventStore)
