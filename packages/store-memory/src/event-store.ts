import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import {
  bell,
  subscribeTo,
  type EventStore,
  type GlobalPosition,
  type Page,
  type Recorded,
  type StoreError,
} from '@zhiyuan/runtime'
import { appendTo, type Log } from './append.ts'

const indexAfter = (position: GlobalPosition | null): number => (position === null ? 0 : Number(position))

const pageOf = (events: ReadonlyArray<Recorded>, from: number, limit: number): Page => ({
  events: events.slice(from, from + limit),
  end: from + limit >= events.length,
})

/** What JSON throws at an event is a fault. */
const orFault = <Err, A>(answer: () => E.Either<Err | StoreError, A>): E.Either<Err | StoreError, A> => {
  try {
    return answer()
  } catch (why) {
    return E.left({ type: 'StoreFault', cause: String(why) })
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
  const news = bell()
  let closed = false
  const open =
    <Err, A>(answer: () => E.Either<Err | StoreError, A>): TaskEither<Err | StoreError, A> =>
    () =>
      Promise.resolve(closed ? E.left({ type: 'StoreClosed' }) : orFault(answer))
  const readAll: EventStore['readAll'] = (after, limit) =>
    open(() => E.right(pageOf(log.all, indexAfter(after), limit)))
  return {
    append: (stream, expected, events) =>
      open(() => {
        const answer = appendTo(log, { stream, expected, events })
        if (E.isRight(answer)) news.ring()
        return answer
      }),
    readStream: (stream, from, limit) => open(() => E.right(pageOf(log.streams.get(stream) ?? [], from, limit))),
    readAll,
    subscribe: (after, handler, onEnd) => subscribeTo({ readAll, news, pollMs: null }, after, handler, onEnd),
    compare: (a, b) => Number(a) - Number(b),
    capabilities: { dense: true },
    close: () => {
      closed = true
      news.ring()
      return Promise.resolve()
    },
  }
}
