import * as E from 'fp-ts/lib/Either.js'
import {
  StoreFailure,
  strangePosition,
  unfitLimit,
  type EventStore,
  type GlobalPosition,
  type Page,
  type Recorded,
  type StoreError,
} from '@zhiyuan/runtime'
import type { LogPosition, StoredEvent } from './client.ts'
import { recordedOf } from './envelope.ts'
import { inSequence, type KnownStreams } from './known-streams.ts'
import { patiently } from './patience.ts'
import { compareLogPositions, logPositionOf } from './position.ts'
import { oursAmong } from './ours.ts'
import type { Server } from './server.ts'

/** At least as many are asked for at a time: others' events may lie between. */
const leastAtOnce = 64

const pageOf = (events: ReadonlyArray<StoredEvent>, limit: number): Page => ({
  events: events.slice(0, limit).map(recordedOf),
  end: events.length <= limit,
})

/** Where an event of `$all` is. */
export const placeOf = (event: StoredEvent | null | undefined): LogPosition => {
  if (event?.position === undefined) throw new Error('the server held back the position of an event of $all')
  return event.position
}

const isAt = ({ names }: Server, event: StoredEvent | null | undefined, place: LogPosition): boolean =>
  event !== undefined &&
  event !== null &&
  names.isOurs(event.streamId) &&
  compareLogPositions(placeOf(event), place) === 0

/** The place of an event of this log, as a position names it; null stays null. */
export const refuseStrange = async (
  server: Server,
  after: GlobalPosition | null,
  ms: number,
): Promise<LogPosition | null> => {
  if (after === null) return null
  const place = logPositionOf(after)
  const [there] = place === null ? [] : await server.all({ direction: 'forwards', fromPosition: place }, 1, ms)
  if (place === null || !isAt(server, there, place)) throw new StoreFailure(strangePosition(after))
  return place
}

/** Events of the log from a place on, one more than wanted where there are so many. */
const following = async (
  server: Server,
  after: LogPosition | null,
  limit: number,
  ms: number,
): Promise<ReadonlyArray<StoredEvent>> => {
  const found: StoredEvent[] = []
  const count = Math.max(limit + 2, leastAtOnce)
  for (let from = after; ;) {
    const raw = await server.all({ direction: 'forwards', fromPosition: from ?? 'start' }, count, ms)
    // A read begins with the event at its position.
    const [first, ...others] = raw
    if (from !== null && from === after && !isAt(server, first, from))
      throw new StoreFailure(strangePosition(`${from.commit}:${from.prepare}`))
    found.push(...(await oursAmong(server, from === null ? raw : others, ms)))
    if (raw.length < count || found.length > limit) return found
    from = placeOf(raw.findLast((event) => event !== null))
  }
}

const lastOf = async (server: Server, ms: number): Promise<Recorded | null> => {
  for (let from: 'end' | LogPosition = 'end'; ;) {
    const raw = await server.all({ direction: 'backwards', fromPosition: from }, leastAtOnce, ms)
    const [last] = await oursAmong(server, raw, ms)
    if (last !== undefined) return recordedOf(last)
    if (raw.length < leastAtOnce) return null
    from = placeOf(raw.findLast((event) => event !== null))
  }
}

export type Reading = Pick<EventStore, 'last' | 'readStream' | 'readAll'>

/** Reads of a log among whatever else the server holds. */
export const reading = (server: Server, streams: KnownStreams, patienceMs: number): Reading => {
  const page = async (
    limit: number,
    read: (ms: number) => Promise<ReadonlyArray<StoredEvent>>,
  ): Promise<E.Either<StoreError, Page>> => {
    const unfit = unfitLimit(limit)
    if (unfit !== null) return E.left(unfit)
    return patiently(patienceMs, async (ms) => pageOf(await read(ms), limit))
  }
  return {
    last: () => () => patiently(patienceMs, (ms) => lastOf(server, ms)),
    readStream: (stream, from, limit) => () =>
      page(limit, async (ms) => {
        const [, events] = await Promise.all([streams.meet(stream, ms), server.stream(stream, from, limit + 1, ms)])
        streams.note(stream, inSequence(events, from))
        return events
      }),
    readAll: (after: GlobalPosition | null, limit) => async () => {
      const place = after === null ? null : logPositionOf(after)
      return after !== null && place === null
        ? E.left(strangePosition(after))
        : page(limit, (ms) => following(server, place, limit, ms))
    },
  }
}
