import { expect } from 'vitest'
import type { Envelope, EventId, StreamName, StreamVersion } from '@zhiyuan/kernel'
import { promised, type Appended, type AppendError, type EventStore, type Recorded } from '@zhiyuan/runtime'
import { isLeft, type Either } from 'fp-ts/lib/Either.js'

export type ToyEvent = Envelope<unknown>

/** An event that something happened in a toy stream: `toyEvent('a', 0)` is the first of `toy-a`, with the id `a.0`. */
export const toyEvent = (name: string, version: number, data: unknown = {}, id = `${name}.${version}`): ToyEvent =>
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
    relied: [],
    data,
  }) as unknown as ToyEvent

/** So many events of one toy stream, from a version on. */
export const toyEvents = (name: string, from: number, count: number): ReadonlyArray<ToyEvent> =>
  Array.from({ length: count }, (_, index) => toyEvent(name, from + index))

export const versionOf = (version: number): StreamVersion => version as StreamVersion
export const streamOf = (name: string): StreamName => `toy-${name}` as StreamName
export const idOf = (id: string): EventId => id as EventId

/** Appends events of one toy stream where the first says that it belongs. */
export const append = (
  store: EventStore,
  ...events: readonly [ToyEvent, ...ReadonlyArray<ToyEvent>]
): Promise<Either<AppendError, Appended>> => {
  const [{ stream, version }] = events
  return store.append(stream, version === 0 ? 'no-stream' : versionOf(version - 1), events)()
}

/** Begins a toy stream with so many events, in one append. */
export const begin = async (store: EventStore, name: string, count: number): Promise<Appended> => {
  const answer = await store.append(streamOf(name), 'no-stream', toyEvents(name, 0, count))()
  if (isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}

export const everything = async (store: EventStore): Promise<ReadonlyArray<Recorded>> => {
  const { events, end } = await promised(store.readAll(null, 100_000))
  expect(end).toBe(true)
  return events
}

export const idsOf = (recorded: ReadonlyArray<Recorded>): ReadonlyArray<string> => recorded.map(({ event }) => event.id)

export const left = (error: object): object => ({ _tag: 'Left', left: error })
