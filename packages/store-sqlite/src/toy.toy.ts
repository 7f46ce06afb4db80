import type { Envelope, StreamName, StreamVersion } from '@zhiyuan/kernel'
import type { EventStore, Recorded } from '@zhiyuan/runtime'

/** An event as far as a store looks at it. */
export const toyEvent = (name: string, version: number, data: unknown = {}): Envelope<unknown> =>
  ({ id: `${name}.${version}`, stream: `toy-${name}`, version, data }) as unknown as Envelope<unknown>

export const streamOf = (name: string): StreamName => `toy-${name}` as StreamName

/** Appends one event to a toy stream. */
export const append = (store: EventStore, name: string, version: number, data: unknown = {}) =>
  store.append(streamOf(name), version === 0 ? 'no-stream' : ((version - 1) as StreamVersion), [
    toyEvent(name, version, data),
  ])()

export const idsOf = (recorded: ReadonlyArray<Recorded>): ReadonlyArray<string> => recorded.map(({ event }) => event.id)
