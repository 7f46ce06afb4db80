import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { EventStore, GlobalPosition, Page, Recorded, StoreError } from '@zhiyuan/runtime'
import { bell, strangePosition, subscribeTo, unfitLimit } from '@zhiyuan/runtime/store'
import { appendTo, type Log } from './append.ts'

/** How many events come before those after a position that this log gave; null where it gave none such. */
const countTo = (position: GlobalPosition | null, length: number): number | null => {
  if (position === null) return 0
  return /^[1-9]\d{0,15}$/.test(position) && Number(position) <= length ? Number(position) : null
}

const cutPage = (events: ReadonlyArray<Recorded>, from: number, limit: number): E.Either<StoreError, Page> => {
  const unfit = unfitLimit(limit)
  return unfit === null
    ? E.right({ events: events.slice(from, from + limit), end: from + limit >= events.length })
    : E.left(unfit)
}

/** An event that `JSON` throws at is a fault. */
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
    open(() => {
      const from = countTo(after, log.all.length)
      return from === null ? E.left(strangePosition(String(after))) : cutPage(log.all, from, limit)
    })
  return {
    append: (stream, expected, events) =>
      open(() => {
        const answer = appendTo(log, { stream, expected, events })
        if (E.isRight(answer)) news.ring()
        return answer
      }),
    last: () => open(() => E.right(log.all.at(-1) ?? null)),
    readStream: (stream, from, limit) => open(() => cutPage(log.streams.get(stream) ?? [], from, limit)),
    readAll,
    subscribe: (after, handler, onEnd) => subscribeTo({ readAll, news, pollMs: null }, after, handler, onEnd),
    compare: (a, b) => Number(a) - Number(b),
    capabilities: { dense: true, idsUniqueIn: 'log', inOrder: true },
    close: () => {
      closed = true
      news.ring()
      return Promise.resolve()
    },
  }
}
