import * as E from 'fp-ts/lib/Either.js'
import type { Bell } from './bell.ts'
import type { EventStore, GlobalPosition, StoreError, Subscription } from '../ports/ports.ts'

/** What a subscription needs of a log that grows. */
export interface Tail {
  readonly readAll: EventStore['readAll']
  /** Rings after an append of this process, and when the store is closed. */
  readonly news: Bell
  /** How often to look for events of other processes, in milliseconds; null where there are no other writers. */
  readonly pollMs: number | null
}

const pageSize = 500

type Handler = Parameters<EventStore['subscribe']>[1]

/** Hands a page to a subscriber; a handler that rejects ends its subscription. */
export const handlePage = (handler: Handler, events: Parameters<Handler>[0]): Promise<StoreError | null> =>
  Promise.resolve(events)
    .then(handler)
    .then(
      () => null,
      (why: unknown) => ({ type: 'StoreFault', cause: `the handler of a subscription failed: ${String(why)}` }),
    )

/** Sleeps until the bell has rung since the last `reset`, or until the next poll. Once stopped it sleeps no more. */
const sleeper = ({ news, pollMs }: Tail) => {
  let rung = false
  let wake = (): void => {}
  const stop = news.listen(() => {
    rung = true
    wake()
  })
  const sleep = (): Promise<void> =>
    new Promise((resolve) => {
      if (rung) return resolve()
      const timer = pollMs === null ? undefined : setTimeout(resolve, pollMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  return {
    reset: () => {
      rung = false
    },
    sleep,
    stop: () => {
      stop()
      rung = true
      wake()
    },
  }
}

/** `EventStore.subscribe` for a store that can read pages: the next page is read when the handler is done with the last. */
export const subscribeTo = (
  tail: Tail,
  after: GlobalPosition | null,
  handler: Handler,
  onEnd: (why: StoreError) => void,
): Subscription => {
  const sleeping = sleeper(tail)
  let wanted = true
  const follow = async (): Promise<StoreError | null> => {
    let last = after
    while (wanted) {
      sleeping.reset()
      const page = await tail.readAll(last, pageSize)()
      if (!wanted) break
      if (E.isLeft(page)) return page.left
      const { events } = page.right
      const failure = events.length === 0 ? await sleeping.sleep() : await handlePage(handler, events)
      if (failure) return failure
      last = events.at(-1)?.position ?? last
    }
    return null
  }
  const ended = Promise.resolve()
    .then(follow)
    .then((why) => {
      sleeping.stop()
      if (wanted && why !== null) onEnd(why)
    })
  return {
    close: () => {
      wanted = false
      sleeping.stop()
      return ended
    },
  }
}
