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
/** By these each event of a log that is written once was decided; a program reads no event of newer rules than its own. */
const firstRules = 1

/** Two of these serve each kind of id; its own codec says which fit. */
const ids = ['a', 'b', 'a.1', '131081', 'units-a', '11111111', '22222222']

/** Ids come from a pool of two; everything else is as the codec's own generator makes it. */
const makePools = (codec: AnyCodec): Pools =>
  Object.fromEntries(
    listWords(codec)
      .filter(({ name, shape }) => shape.kind === 'text' && name.endsWith('Id'))
      .map((word) => [word.name, ids.filter((id) => word.is(id)).slice(0, 2)] as const)
      .filter(([, pool]) => pool.length > 0),
  )

const drawValues = (codec: AnyCodec, turns: number): ReadonlyArray<unknown> =>
  fc.sample(makeArbitrary(codec, makePools(codec)), { seed, numRuns: turns })

/** Where the slice would write the event if it were a decision of its own; a stream of its type where it never is. */
const nameStream = (name: string, event: Typed): string => {
  const slice = findSlice(`${name}-`)
  const command = slice?.restoreCommand([event]) ?? null
  return slice === null || command === null ? `${name}-${event.type}` : streamToday(slice, command, jurisdiction)
}

/** What the log itself says of the event in a turn, a decision of its own; nothing of it depends on what other types there are. */
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

/** What a decision read says nothing to a view. */
const emptyLists = (header: Header): Header =>
  Object.fromEntries(
    Object.entries(header).map(([key, value]) => [key, Array.isArray(value) ? [] : (value as unknown)]),
  ) as unknown as Header

/** Another order each turn: what takes something away would else always come when it is gone already. */
const shuffle = <T extends { readonly type: string }>(all: ReadonlyArray<T>, turn: number): ReadonlyArray<T> =>
  all
    .map((one) => [digestText(`${one.type} ${turn}`), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one)

/** The log, one turn after the other, each event type once a turn. The same words always give the same log. */
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
