import { expect } from 'vitest'
import { promised, type EventStore } from '@zhiyuan/runtime'
import { cases } from './case.ts'
import { append, everything, idOf, left, streamOf, toyEvent, versionOf, type ToyEvent } from './toy.ts'

/** Every field of the envelope says something of its own, as long as it may be. */
const spoken: ToyEvent = {
  ...toyEvent('a', 0, { text: '志愿' }, `e:${'x'.repeat(254)}`),
  log: 'L'.repeat(64),
  jurisdiction: '131081002',
  type: `H${'a'.repeat(63)}`,
  schema: 1000,
  occurredAt: '1900-01-01T00:00:00.000Z',
  recordedAt: '2199-12-31T23:59:59.999Z',
  actor: { type: 'process', process: 'offer-clocks', cause: `c.${'9'.repeat(254)}` },
  commandId: `c:${'y'.repeat(198)}`,
  correlationId: 'first.command',
  causationId: 'cause.0',
  relied: Array.from({ length: 600 }, (_, n) => ({ stream: `unit-${n}`, version: n * 1_000_000 })),
} as unknown as ToyEvent

/** The same event, but for one field. */
const different: ReadonlyArray<Partial<Record<keyof ToyEvent, unknown>>> = [
  { log: 'other' },
  { jurisdiction: '131082' },
  { type: 'Elsewhere' },
  { schema: 999 },
  { occurredAt: '1900-01-01T00:00:00.001Z' },
  { recordedAt: '2199-12-31T23:59:59.998Z' },
  { actor: { ...spoken.actor, process: 'offer-clock' } },
  { actor: { type: 'person', person: 'ada', role: 'keeper', unit: 'yard' } },
  { commandId: 'c:y' },
  { correlationId: 'other.command' },
  { causationId: null },
  { relied: spoken.relied.slice(1) },
  { relied: spoken.relied.toReversed() },
  { data: { text: '志願' } },
]

/** What is kept of an event beside its data. */
export const envelopeCases = cases<EventStore>({
  'every field of an envelope comes back as it was, from the log and from its stream': async (store) => {
    const person = toyEvent('a', 1)
    await append(store, spoken, person)
    const inStream = await promised(store.readStream(streamOf('a'), versionOf(0), 10))
    for (const read of [await everything(store), inStream.events]) {
      expect(read.map(({ event }) => event)).toEqual([spoken, person])
    }
  },
  'an event that differs in any field is another event: its id is taken': async (store) => {
    await append(store, spoken)
    for (const field of different) {
      const answer = await append(store, { ...spoken, ...field } as ToyEvent)
      expect(answer, JSON.stringify(field)).toEqual(left({ type: 'EventIdTaken', id: idOf(spoken.id) }))
    }
    expect(await everything(store)).toHaveLength(1)
  },
})
