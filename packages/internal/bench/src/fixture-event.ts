import { isLeft } from 'fp-ts/lib/Either.js'
import type { Envelope, StreamVersion } from '@zhiyuan/kernel'
import { storedEvent, type EventStore, type StoredEvent } from '@zhiyuan/runtime'

/** An envelope as a store is asked to keep it. */
export const storeEnvelope = (envelope: Envelope<unknown>): StoredEvent => {
  const event = storedEvent(envelope)
  if (isLeft(event)) throw new Error(JSON.stringify(event.left))
  return event.right
}

/** An event of about the size of a small one of the ledger. */
export const fixtureEvent = (name: string, version: number): StoredEvent =>
  storeEnvelope({
    id: `${name}.${version}`,
    log: 'bench',
    jurisdiction: '131081',
    stream: `bench-${name}`,
    version,
    type: 'Happened',
    schema: 1,
    occurredAt: '2020-04-20T12:00:00.000Z',
    recordedAt: '2020-04-20T12:00:00.000Z',
    actor: { type: 'person', person: 'ada', role: 'keeper', unit: 'yard' },
    commandId: `${name}.${version}`,
    correlationId: `${name}.${version}`,
    causationId: null,
    command: 'c'.repeat(64),
    readSet: [{ stream: 'units-131081', version: 404 }],
    rules: 1,
    traceparent: null,
    data: { type: 'Happened', volunteer: name, orderId: `order-of-${name}`, minutes: 120 + version },
  } as unknown as Envelope<unknown>)

/** Appends one event at the version where it belongs. */
export const appendOne = async (store: EventStore, event: StoredEvent): Promise<void> => {
  const { stream, version } = event
  const answer = await store.append(stream, version === 0 ? 'no-stream' : ((version - 1) as StreamVersion), [event])()
  if (isLeft(answer)) throw new Error(JSON.stringify(answer.left))
}

/** Concurrent callers, each writing one event after the other to a stream of its own. */
export const runCallers = async (
  count: number,
  each: number,
  tag: string,
  write: (event: StoredEvent) => Promise<void>,
): Promise<void> => {
  const caller = async (index: number): Promise<void> => {
    for (let version = 0; version < each; version++) await write(fixtureEvent(`${tag}-${index}`, version))
  }
  await Promise.all(Array.from({ length: count }, (_, index) => caller(index)))
}
