import { isLeft } from 'fp-ts/lib/Either.js'
import type { Envelope, EventId, StreamName, StreamVersion } from '@zhiyuan/kernel'
import { storedEvent, type StoredEvent } from '@zhiyuan/runtime'

/** An event as it is stored. */
export type FixtureEvent = StoredEvent

/** An envelope as a store is asked to keep it. */
export const storeEnvelope = (envelope: Envelope<unknown>): FixtureEvent => {
  const event = storedEvent(envelope)
  if (isLeft(event)) throw new Error(JSON.stringify(event.left))
  return event.right
}

/** An event of a fixture stream, with the given data. */
export const fixtureEnvelope = (
  name: string,
  version: number,
  data: unknown = {},
  id = `${name}.${version}`,
): Envelope<unknown> =>
  ({
    id,
    log: 'toy',
    jurisdiction: '131081',
    stream: `toy-${name}`,
    version,
    type: 'Happened',
    schema: 1,
    occurredAt: '2020-04-20T12:00:00.000Z',
    recordedAt: '2020-04-20T12:00:00.000Z',
    actor: { type: 'person', person: 'ada', role: 'keeper', unit: 'yard' },
    commandId: id,
    correlationId: id,
    causationId: null,
    command: '0'.repeat(64),
    readSet: [],
    rules: 1,
    traceparent: null,
    data,
  }) as unknown as Envelope<unknown>

/** An event with other data. */
export const changeEvent = (
  { header, data, traceparent }: FixtureEvent,
  change: Partial<Record<keyof Envelope<unknown>, unknown>>,
): FixtureEvent =>
  storeEnvelope({ ...JSON.parse(header), data: JSON.parse(data), traceparent, ...change } as Envelope<unknown>)

/** The same as it is stored: `fixtureEvent('a', 0)` is the first of `toy-a`, with the id `a.0`. */
export const fixtureEvent = (...said: Parameters<typeof fixtureEnvelope>): FixtureEvent =>
  storeEnvelope(fixtureEnvelope(...said))

/** `count` events of one fixture stream, from a version on. */
export const fixtureEvents = (name: string, from: number, count: number): ReadonlyArray<FixtureEvent> =>
  Array.from({ length: count }, (_, index) => fixtureEvent(name, from + index))

export const streamVersion = (version: number): StreamVersion => version as StreamVersion
export const streamName = (name: string): StreamName => `toy-${name}` as StreamName
export const eventId = (id: string): EventId => id as EventId
