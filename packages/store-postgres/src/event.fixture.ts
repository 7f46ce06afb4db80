import { expect } from 'vitest'
import type { EventId, EventType, StreamName, StreamVersion } from '@zhiyuan/kernel'
import {
  unwrap,
  type Appended,
  type AppendError,
  type EventStore,
  type Recorded,
  type StoredEvent,
} from '@zhiyuan/runtime'
import type { Either } from 'fp-ts/lib/Either.js'

/** An event with the fields that a store reads. */
const fixtureEvent = (name: string, version: number): StoredEvent => ({
  id: `${name}.${version}` as EventId,
  stream: `toy-${name}`,
  version: version as StreamVersion,
  type: 'Happened' as EventType,
  header: JSON.stringify({ name, version }),
  data: '{}',
  traceparent: null,
})

/** Appends one event to a fixture stream. */
export const append = (store: EventStore, name: string, version: number): Promise<Either<AppendError, Appended>> =>
  store.append(`toy-${name}` as StreamName, version === 0 ? 'no-stream' : ((version - 1) as StreamVersion), [
    fixtureEvent(name, version),
  ])()

export const listIds = (recorded: ReadonlyArray<Recorded>): ReadonlyArray<string> =>
  recorded.map(({ event }) => event.id)

/** Reads the whole log; expects every stream to be whole, and positions without gaps. */
export const soundLog = async (events: EventStore): Promise<ReadonlyArray<Recorded>> => {
  const log = (await unwrap(events.readAll(null, 100_000))).events
  const next = new Map<string, number>()
  for (const [index, { position, event }] of log.entries()) {
    expect(position).toBe(String(index + 1))
    expect(event.version).toBe(next.get(event.stream) ?? 0)
    next.set(event.stream, event.version + 1)
  }
  return log
}

/** Appends to a stream of its own until it is stopped, and keeps every answer. */
export const writers = (store: EventStore, count: number) => {
  let wanted = true
  const acknowledged: string[] = []
  const refused: AppendError[] = []
  const write = async (name: string): Promise<void> => {
    for (let version = 0; wanted;) {
      const answer = await append(store, name, version)
      if (answer._tag === 'Right') acknowledged.push(`${name}.${version++}`)
      else refused.push(answer.left)
    }
  }
  const all = Promise.all(Array.from({ length: count }, (_, n) => write(`w${n}`)))
  return {
    acknowledged,
    refused,
    stop: async (): Promise<void> => {
      wanted = false
      await all
    },
  }
}
