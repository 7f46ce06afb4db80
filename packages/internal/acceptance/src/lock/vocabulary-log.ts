/** A log in which every event type occurs, several times and by few ids, so that the events meet in the same rows. */
import * as fc from 'fast-check'
import { Header, type AnyCodec, type Envelope, type Jurisdiction, type Typed } from '@zhiyuan/kernel'
import { makeArbitrary, type Pools } from '@zhiyuan/kernel/arbitrary'
import type { StoredEvent } from '@zhiyuan/runtime'
import { storeEnvelope } from '../canonical.ts'
import { findSlice, streamToday } from '../slice-by-stream.ts'
import { digestText } from './line.ts'
import { listEditions, listEvents, listWords, type WordedSlice } from './word-lines.ts'

const seed = 7
const start = Date.UTC(2020, 3, 1, 1)
const dayLong = 86_400_000
const jurisdiction = '131081' as Jurisdiction
/** The rule set of each event in a log that is written once. A program reads no event of newer rules than its own. */
const firstRules = 1

/** Two of these serve each kind of id: the first two that its codec accepts. */
const ids = ['a', 'b', 'a.1', '131081', 'units-a', '11111111', '22222222']

/** The id of a ruling tells its case: these are about rounds that the events of orders tell of. */
const rulingIds = [1, 2].map((round) => `FollowUpOrder.a.${round}.solved`)

/** Ids come from a pool of two. All other values come from the codec's own generator. */
const makePools = (codec: AnyCodec): Pools =>
  Object.fromEntries(
    listWords(codec)
      .filter(({ name, shape }) => shape.kind === 'text' && name.endsWith('Id'))
      .map(
        (word) =>
          [word.name, (word.name === 'RulingId' ? rulingIds : ids).filter((id) => word.is(id)).slice(0, 2)] as const,
      )
      .filter(([, pool]) => pool.length > 0),
  )

const drawValues = (codec: AnyCodec, turns: number): ReadonlyArray<unknown> =>
  fc.sample(makeArbitrary(codec, makePools(codec)), { seed, numRuns: turns })

/** The stream of the event as a decision of its own; a stream named after its type where it never is one. */
const nameStream = (name: string, event: Typed): string => {
  const slice = findSlice(`${name}-`)
  const command = slice?.restoreCommand([event]) ?? null
  return slice === null || command === null ? `${name}-${event.type}` : streamToday(slice, command, jurisdiction)
}

/** The envelope of an event in a turn, as a decision of its own. It does not depend on the other types. */
const placeEvent = (slice: string, event: Typed, turn: number) => {
  const { type } = event
  const at = new Date(start + turn * dayLong).toISOString()
  return {
    id: `${type}.${turn}`,
    commandId: `${type}.${turn}`,
    log: 'vocabulary',
    jurisdiction,
    stream: nameStream(slice, event),
    version: turn,
    type,
    occurredAt: at,
    recordedAt: at,
    rules: firstRules,
  }
}

/** A view does not look at what a decision read. */
const emptyLists = (header: Header): Header =>
  Object.fromEntries(
    Object.entries(header).map(([key, value]) => [key, Array.isArray(value) ? [] : (value as unknown)]),
  ) as unknown as Header

/** Each turn has another order, or an event that removes something would always come too late to remove it. */
const shuffle = <T extends { readonly type: string }>(all: ReadonlyArray<T>, turn: number): ReadonlyArray<T> =>
  all
    .map((one) => [digestText(`${one.type} ${turn}`), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one)

/** The log, one turn after the other, each event type once a turn. The same codecs always give the same log. */
export const vocabularyLog = (slices: ReadonlyArray<WordedSlice>, turns: number): ReadonlyArray<StoredEvent> => {
  const headers = (drawValues(Header, turns) as ReadonlyArray<Header>).map(emptyLists)
  const drawn = slices.flatMap((slice) =>
    listEvents(slice).map(([type, codec]) => ({
      slice,
      type,
      schema: listEditions(slice, type, codec).length,
      all: drawValues(codec, turns) as ReadonlyArray<Typed>,
    })),
  )
  return headers.flatMap((header, turn) =>
    shuffle(drawn, turn).map(({ slice, type, schema, all }) => {
      const data = all[turn] ?? { type }
      const said = { ...header, ...placeEvent(slice.name, data, turn), schema, traceparent: null, data }
      return storeEnvelope(said as unknown as Envelope<unknown>)
    }),
  )
}
