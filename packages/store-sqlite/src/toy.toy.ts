import type { Envelope, StreamName, StreamVersion } from '@zhiyuan/kernel'
import { isLeft } from 'fp-ts/lib/Either.js'
import { storedEvent, type EventStore, type Recorded, type StoredEvent } from '@zhiyuan/runtime'

/** An event as far as a store looks at it. */
export const toyEvent = (name: string, version: number, data: unknown = {}, id = `${name}.${version}`): StoredEvent => {
  const said = { id, stream: `toy-${name}`, version, type: 'Happened', traceparent: null, data }
  const event = storedEvent(said as unknown as Envelope<unknown>)
  if (isLeft(event)) throw new Error(JSON.stringify(event.left))
  return event.right
}

export const streamOf = (name: string): StreamName => `toy-${name}` as StreamName

/** Appends one event to a toy stream. */
export const append = (store: EventStore, name: string, version: number, data: unknown = {}) =>
  store.append(streamOf(name), version === 0 ? 'no-stream' : ((version - 1) as StreamVersion), [
    toyEvent(name, version, data),
  ])()

export const idsOf = (recorded: ReadonlyArray<Recorded>): ReadonlyArray<string> => recorded.map(({ event }) => event.id)
