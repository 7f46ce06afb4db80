import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import { handled, type EventStore, type GlobalPosition, type StoreError, type Subscription } from '@zhiyuan/runtime'
import type { LogPosition, StoredEvent } from './client.ts'
import { recordedOf } from './envelope.ts'
import { causeOf, lasting } from './failure.ts'
import { followerOf } from './follower.ts'
import { inTime, jittered, patiently } from './patience.ts'
import { compareLogPositions } from './position.ts'
import { placeOf, refuseStrange } from './read.ts'
import { oursAmong } from './ours.ts'
import type { Server } from './server.ts'

type Handler = Parameters<EventStore['subscribe']>[1]

/** How long a subscription that was lost is left alone before the next try, while nothing comes of it. */
const [shortestMs, longestMs] = [20, 2000]

/** Events of ours that come after a place, each once, whatever the server delivers twice. */
const fresh = (come: ReadonlyArray<StoredEvent>, last: LogPosition | null): ReadonlyArray<StoredEvent> => {
  let after = last
  return come.filter((event) => {
    const place = placeOf(event)
    if (after !== null && compareLogPositions(place, after) <= 0) return false
    after = place
    return true
  })
}

/** A reader that can also be told that it ends. */
export interface Subscriber extends Subscription {
  readonly endWith: (why: StoreError) => void
}

interface Wish {
  readonly after: GlobalPosition | null
  readonly handler: Handler
  readonly onEnd: (why: StoreError) => void
}

/** Follows the log through subscriptions at the server, each from the last event that was handled. */
export const subscribeAt = (server: Server, patienceMs: number, { after, handler, onEnd }: Wish): Subscriber => {
  let stopped: { readonly why: StoreError | null } | null = null
  const isStopped = (): boolean => stopped !== null
  let wakeUp = (): void => {}
  const woken = new Promise<void>((resolve) => (wakeUp = resolve))
  let interrupt = (): void => {}
  let last: LogPosition | null = null
  /** Since when nobody follows; null while the server has taken it on. */
  let lostAt: number | null = null
  let pauseMs = shortestMs

  /** Until the server or the line ends it, which throws. */
  const once = async (): Promise<StoreError | null> => {
    const follower = followerOf(server.follow(last))
    interrupt = follower.interrupt
    lostAt ??= performance.now()
    try {
      await inTime(patienceMs, follower.begun())
      lostAt = null
      while (!isStopped()) {
        const come = (await follower.next()).map(({ event }) => event ?? null)
        const events = fresh(await oursAmong(server, come, patienceMs), last)
        if (events.length === 0 || isStopped()) continue
        const failure = await handled(handler, events.map(recordedOf))
        if (failure !== null) return failure
        ;[last, pauseMs] = [placeOf(events.at(-1)), shortestMs]
      }
      return null
    } finally {
      follower.leave()
    }
  }

  /** Why it ends, if nobody asked it to. */
  const follow = async (): Promise<StoreError | null> => {
    const begin = await patiently(patienceMs, (ms) => refuseStrange(server, after, ms))
    if (E.isLeft(begin)) return begin.left
    last = begin.right
    while (!isStopped()) {
      try {
        const failure = await once()
        if (failure !== null) return failure
      } catch (why) {
        const error = lasting(why)
        if (error !== null) return error
        lostAt ??= performance.now()
        const waitedMs = Math.round(performance.now() - lostAt)
        if (waitedMs >= patienceMs) return { type: 'StoreBusy', waitedMs, cause: causeOf(why) }
        await Promise.race([pause(jittered(pauseMs)), woken])
        pauseMs = Math.min(pauseMs * 2, longestMs)
      }
    }
    return null
  }

  const stop = (why: StoreError | null): void => {
    stopped ??= { why }
    wakeUp()
    interrupt()
  }
  const ended = Promise.resolve()
    .then(follow)
    .then((why) => {
      const reason = stopped === null ? why : stopped.why
      if (reason !== null) onEnd(reason)
    })
  return {
    close: () => {
      stop(null)
      return ended
    },
    endWith: stop,
  }
}
