import { expect } from 'vitest'
import { unwrap, type EventStore } from '@zhiyuan/runtime'
import { cases } from './case.ts'
import {
  append,
  changeEvent,
  readEverything,
  eventId,
  leftAnswer,
  streamName,
  fixtureEvent,
  streamVersion,
  type FixtureEvent,
} from './fixture.ts'

const readSet = Array.from({ length: 600 }, (_, n) => ({ stream: `unit-${n}`, version: n * 1_000_000 }))
const process = { type: 'process', process: 'offer-clocks', cause: `c.${'9'.repeat(254)}` }
const makeTrace = (digit: string): string => `00-${digit.repeat(32)}-${digit.repeat(16)}-01`

/** Every field of the envelope has a value of its own, of the greatest length. */
const spoken: FixtureEvent = changeEvent(fixtureEvent('a', 0, { text: '志愿' }, `e:${'x'.repeat(254)}`), {
  log: 'L'.repeat(64),
  jurisdiction: '131081002',
  type: `H${'a'.repeat(63)}`,
  schema: 1000,
  occurredAt: '1900-01-01T00:00:00.000Z',
  recordedAt: '2199-12-31T23:59:59.999Z',
  actor: process,
  commandId: `c:${'y'.repeat(198)}`,
  correlationId: 'first.command',
  causationId: 'cause.0',
  command: 'c'.repeat(64),
  readSet,
  rules: 1_000_000,
  traceparent: makeTrace('4'),
})

/** The same event except for one field. */
const different: ReadonlyArray<Parameters<typeof changeEvent>[1]> = [
  { log: 'other' },
  { jurisdiction: '131082' },
  { type: 'Elsewhere' },
  { schema: 999 },
  { occurredAt: '1900-01-01T00:00:00.001Z' },
  { recordedAt: '2199-12-31T23:59:59.998Z' },
  { actor: { ...process, process: 'offer-clock' } },
  { actor: { type: 'person', person: 'ada', role: 'keeper', unit: 'yard' } },
  { commandId: 'c:y' },
  { correlationId: 'other.command' },
  { causationId: null },
  { command: 'd'.repeat(64) },
  { readSet: readSet.slice(1) },
  { readSet: readSet.toReversed() },
  { rules: 1 },
  { data: { text: '志願' } },
]

/** How a store keeps an event's envelope. */
export const envelopeCases = cases<EventStore>({
  'header, data and trace come back byte for byte, from the log and from its stream': async (store) => {
    const person = fixtureEvent('a', 1)
    await append(store, spoken, person)
    const inStream = await unwrap(store.readStream(streamName('a'), streamVersion(0), 10))
    for (const read of [await readEverything(store), inStream.events]) {
      expect(read.map(({ event }) => event)).toEqual([spoken, person])
    }
  },
  'an event that differs in any field is another event: its id is taken': async (store) => {
    await append(store, spoken)
    for (const field of different) {
      const answer = await append(store, changeEvent(spoken, field))
      expect(answer, JSON.stringify(field)).toEqual(leftAnswer({ type: 'EventIdTaken', id: eventId(spoken.id) }))
    }
    expect(await readEverything(store)).toHaveLength(1)
  },
  'a trace is beside what an event says: sent again with another, it has its first outcome and keeps its first trace':
    async (store) => {
      const first = await append(store, spoken)
      for (const traceparent of [makeTrace('5'), null])
        expect(await append(store, changeEvent(spoken, { traceparent }))).toEqual(first)
      expect((await readEverything(store)).map(({ event }) => event)).toEqual([spoken])
    },
})
