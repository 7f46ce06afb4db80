import type { Envelope, StreamName, StreamVersion } from '@zhiyuan/kernel'
import { isLeft } from 'fp-ts/lib/Either.js'
import { storedEvent, type EventStore, type Recorded, type StoredEvent } from '@zhiyuan/runtime'

/** An event of a fixture stream: `fixtureEvent('a', 0)` is the first of `toy-a`, with the id `a.0`. */
export const fixtureEvent = (
  name: string,
  version: number,
  data: unknown = {},
  id = `${name}.${version}`,
): StoredEvent => {
  const at = '2020-04-20T12:00:00.000Z'
  const said = {
    id,
    log: 'toy',
    jurisdiction: '131081',
    stream: `toy-${name}`,
    version,
    type: 'Happened',
    schema: 1,
    occurredAt: at,
    recordedAt: at,
    actor: { type: 'person', person: 'ada', role: 'keeper', unit: 'yard' },
    commandId: id,
    correlationId: id,
    causationId: null,
    command: '0'.repeat(64),
    readSet: [],
    rules: 1,
    traceparent: null,
    data,
  }
  const event = storedEvent(said as unknown as Envelope<unknown>)
  if (isLeft(event)) throw new Error(JSON.stringify(event.left))
  return event.right
}

export const streamName = (name: string): StreamName => `toy-${name}` as StreamName

/** Appends one event to a fixture stream. */
export const append = (store: EventStore, name: string, version: number, data: unknown = {}) =>
  store.append(streamName(name), version === 0 ? 'no-stream' : ((version - 1) as StreamVersion), [
    fixtureEvent(name, version, data),
  ])()

export const listIds = (recorded: ReadonlyArray<Recorded>): ReadonlyArray<string> =>
  recorded.map(({ event }) => event.id)
