import { expect } from 'vitest'
import { promised, type Appended, type AppendError, type EventStore, type Recorded } from '@zhiyuan/runtime'
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import { streamOf, toyEvents, versionOf, type ToyEvent } from './toy-event.ts'

export * from './toy-event.ts'

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
