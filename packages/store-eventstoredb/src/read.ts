import * as E from 'fp-ts/lib/Either.js'
import type { EventStore, GlobalPosition, Page, Recorded, StoreError } from '@zhiyuan/runtime'
import { StoreFailure, strangePosition, unfitLimit } from '@zhiyuan/runtime/store'
import type { LogPosition, ServerEvent } from './client.ts'
import { readRecorded } from './stored.ts'
import { listKnown, isWhole, type KnownStreams } from './known-streams.ts'
import { retryPatiently, deadline } from './patience.ts'
import { compareLogPositions, parsePosition } from './position.ts'
import { filterOurs } from './filter-ours.ts'
import type { Server } from './server.ts'

/** The fewest events to ask for at a time, since other logs' events may lie between. */
const leastAtOnce = 64

const cutPage = (events: ReadonlyArray<ServerEvent>, limit: number): Page => ({
  events: events.slice(0, limit).map(readRecorded),
  end: events.length <= limit,
})

/** The position of an event of `$all`. */
export const readPlace = (event: ServerEvent | null | undefined): LogPosition => {
  if (event?.position === undefined) throw new Error('the server held back the position of an event of $all')
  return event.position
}

type Found = ServerEvent | null | undefined

const isPlaced = (event: Found, place: LogPosition): boolean =>
  event !== undefined && event !== null && compareLogPositions(readPlace(event), place) === 0

const isOurEvent = ({ names }: Server, event: Found, place: LogPosition): boolean =>
  isPlaced(event, place) && names.isOurs(event?.streamId ?? '')

/** The place that a position names; refuses one that is not of an event of this log. Null stays null. */
export const refuseStrange = async (
  server: Server,
  after: GlobalPosition | null,
  until: number,
): Promise<LogPosition | null> => {
  if (after === null) return null
  const place = parsePosition(after)
  const [there] = place === null ? [] : await server.all({ direction: 'forwards', fromPosition: place }, 1, until)
  if (place === null || !isOurEvent(server, there, place)) throw new StoreFailure(strangePosition(after))
  return place
}

/** Events of the log after a place, one more than the page holds, if there are so many. Each request to the server may take as long as patience lasts. */
const readOn = async (
  server: Server,
  after: LogPosition | null,
  limit: number,
  patienceMs: number,
): Promise<ReadonlyArray<ServerEvent>> => {
  const found: ServerEvent[] = []
  const count = Math.max(limit + 2, leastAtOnce)
  for (let from = after; ;) {
    const start = { direction: 'forwards', fromPosition: from ?? 'start' } as const
    const raw = await server.all(start, count, deadline(patienceMs))
    const [first] = raw
    if (from !== null && from === after && !isOurEvent(server, first, from))
      throw new StoreFailure(strangePosition(`${from.commit}:${from.prepare}`))
    // A read begins with the event at its position, or with the next one if that has been scavenged since.
    const seen = from !== null && isPlaced(first, from)
    found.push(...(await filterOurs(server, seen ? raw.slice(1) : raw, deadline(patienceMs))))
    if (raw.length < count || found.length > limit) return found
    from = readPlace(raw.findLast((event) => event !== null))
  }
}

const readLast = async (server: Server, patienceMs: number): Promise<Recorded | null> => {
  for (let from: 'end' | LogPosition = 'end'; ;) {
    const raw = await server.all({ direction: 'backwards', fromPosition: from }, leastAtOnce, deadline(patienceMs))
    const [last] = await filterOurs(server, raw, deadline(patienceMs))
    if (last !== undefined) return readRecorded(last)
    if (raw.length < leastAtOnce) return null
    from = readPlace(raw.findLast((event) => event !== null))
  }
}

export type Reading = Pick<EventStore, 'last' | 'readStream' | 'readAll'>

/** Reads a log among all the other events that the server holds. */
export const logReader = (server: Server, streams: KnownStreams, patienceMs: number): Reading => {
  const page = async (
    limit: number,
    read: (until: number) => Promise<ReadonlyArray<ServerEvent>>,
  ): Promise<E.Either<StoreError, Page>> => {
    const unfit = unfitLimit(limit)
    if (unfit !== null) return E.left(unfit)
    return retryPatiently(patienceMs, async (until) => cutPage(await read(until), limit))
  }
  return {
    last: () => () => retryPatiently(patienceMs, () => readLast(server, patienceMs)),
    readStream: (stream, from, limit) => () =>
      page(limit, async (until) => {
        const asked = [streams.findStream(stream, until), server.stream(stream, from, limit + 1, until)] as const
        const [known, events] = await Promise.all(asked)
        streams.note(stream, listKnown(isWhole(events, from, known)))
        return events
      }),
    readAll: (after: GlobalPosition | null, limit) => async () => {
      const place = after === null ? null : parsePosition(after)
      return after !== null && place === null
        ? E.left(strangePosition(after))
        : page(limit, () => readOn(server, place, limit, patienceMs))
    },
  }
}
