import { expect } from 'vitest'
import { unwrap, type Appended, type AppendError, type EventStore, type Recorded } from '@zhiyuan/runtime'
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import { streamName, fixtureEvents, streamVersion, type FixtureEvent } from './fixture-event.ts'

export * from './fixture-event.ts'

/** Appends events of one fixture stream at the version of the first. */
export const append = (
  store: EventStore,
  ...events: readonly [FixtureEvent, ...ReadonlyArray<FixtureEvent>]
): Promise<Either<AppendError, Appended>> => {
  const [{ stream, version }] = events
  return store.append(stream, version === 0 ? 'no-stream' : streamVersion(version - 1), events)()
}

/** Begins a fixture stream with so many events, in one append. */
export const beginStream = async (store: EventStore, name: string, count: number): Promise<Appended> => {
  const answer = await store.append(streamName(name), 'no-stream', fixtureEvents(name, 0, count))()
  if (isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}

export const readEverything = async (store: EventStore): Promise<ReadonlyArray<Recorded>> => {
  const { events, end } = await unwrap(store.readAll(null, 100_000))
  expect(end).toBe(true)
  return events
}

export const listIds = (recorded: ReadonlyArray<Recorded>): ReadonlyArray<string> =>
  recorded.map(({ event }) => event.id)

export const leftAnswer = (error: object): object => ({ _tag: 'Left', left: error })
