import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { EventStore, GlobalPosition, Page, Recorded, StoreError } from '@zhiyuan/runtime'
import { appendTo, type Log } from './append.ts'
import { subscribeTo } from './subscription.ts'

const closedError: StoreError = { type: 'StoreClosed' }
const subscriptionPage = 500

const indexAfter = (position: GlobalPosition | null): number => (position === null ? 0 : Number(position))

const pageOf = (events: ReadonlyArray<Recorded>, from: number, limit: number): Page => ({
  events: events.slice(from, from + limit),
  end: from + limit >= events.length,
})

/** A signal that wakes everybody who waits for it, once. */
const signal = () => {
  let ring = (): void => {}
  const next = () => new Promise<void>((resolve) => (ring = resolve))
  let waiting = next()
  return {
    wait: () => waiting,
    ring: () => {
      const rung = ring
      waiting = next()
      rung()
    },
  }
}

/**
 * An event store in memory: positions are `1`, `2`, … without gaps. It lives as long as the process.
 *
 * @example
 * const events = memoryEventStore()
 */
export const memoryEventStore = (): EventStore => {
  const log: Log = { all: [], streams: new Map(), ids: new Map() }
  const news = signal()
  let closed = false
  const open =
    <Err, A>(answer: () => E.Either<Err | StoreError, A>): TaskEither<Err | StoreError, A> =>
    async () =>
      closed ? E.left(closedError) : answer()
  return {
    append: (stream, expected, events) =>
      open(() => {
        const answer = appendTo(log, stream, expected, events)
        if (E.isRight(answer)) news.ring()
        return answer
      }),
    readStream: (stream, from, limit) => open(() => E.right(pageOf(log.streams.get(stream) ?? [], from, limit))),
    readAll: (after, limit) => open(() => E.right(pageOf(log.all, indexAfter(after), limit))),
    subscribe: (after, handler, onEnd) =>
      subscribeTo(
        {
          page: (from) => log.all.slice(from, from + subscriptionPage),
          news: news.wait,
          closed: () => closed,
        },
        indexAfter(after),
        handler,
        onEnd,
      ),
    compare: (a, b) => Number(a) - Number(b),
    capabilities: { dense: true },
    close: async () => {
      closed = true
      news.ring()
    },
  }
}
