import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import type { EventStore, GlobalPosition, StoreError, Subscription } from '@zhiyuan/runtime'
import { handlePage } from '@zhiyuan/runtime/store'
import type { LogPosition, Resolved, ServerEvent } from './client.ts'
import { readRecorded } from './stored.ts'
import { describeCause, classifyLasting } from './failure.ts'
import { followStream } from './server-subscription.ts'
import { filterOurs } from './filter-ours.ts'
import { withinPatience, jitter, retryPatiently, deadline } from './patience.ts'
import { compareLogPositions } from './position.ts'
import { readPlace, refuseStrange } from './read.ts'
import type { Server } from './server.ts'

type Handler = Parameters<EventStore['subscribe']>[1]

/** The pause before a lost subscription is tried again; it grows while the tries fail. */
const shortestMs = 20
const longestMs = 2000

/** The events after a place, each once, even if the server delivers some twice. */
const fresh = (come: ReadonlyArray<ServerEvent>, last: LogPosition | null): ReadonlyArray<ServerEvent> => {
  let after = last
  return come.filter((event) => {
    const place = readPlace(event)
    if (after !== null && compareLogPositions(place, after) <= 0) return false
    after = place
    return true
  })
}

/** Measures how long a subscription has failed, in milliseconds, and the pause before the next try. */
const outage = () => {
  let since: number | null = null
  let pauseMs = shortestMs
  return {
    begins: (): void => {
      since ??= performance.now()
    },
    ends: (): void => {
      since = null
    },
    lastedMs: (): number => (since === null ? 0 : Math.round(performance.now() - since)),
    nextPauseMs: (): number => {
      const ms = jitter(pauseMs)
      pauseMs = Math.min(pauseMs * 2, longestMs)
      return ms
    },
    isForgotten: (): void => {
      pauseMs = shortestMs
    },
  }
}

type Outage = ReturnType<typeof outage>

/** A log's server, and how long to wait for it. */
interface Source {
  readonly server: Server
  readonly patienceMs: number
}

/** A reader: its checkpoint, and how to end its wait. */
interface Reader {
  readonly handler: Handler
  last: LogPosition | null
  interrupt: () => void
  stopped: boolean
}

const take = async ({ server, patienceMs }: Source, reader: Reader, come: ReadonlyArray<Resolved>) => {
  const stored = come.map(({ event }) => event ?? null)
  const events = fresh(await filterOurs(server, stored, deadline(patienceMs)), reader.last)
  if (events.length === 0 || reader.stopped) return null
  const failure = await handlePage(reader.handler, events.map(readRecorded))
  if (failure === null) reader.last = readPlace(events.at(-1))
  return failure
}

/** Reads on from the reader's checkpoint, until its handler fails or it is stopped. Throws when the server or the line ends it. */
const readSubscription = async (source: Source, reader: Reader, out: Outage): Promise<StoreError | null> => {
  const subscription = followStream(source.server.follow(reader.last))
  reader.interrupt = subscription.interrupt
  out.begins()
  try {
    await withinPatience(deadline(source.patienceMs), subscription.begun)
    for (;;) {
      // A subscription that fails while it waits was alive until then, so the outage begins only with the failure.
      const come = await subscription.next().catch((why: unknown) => {
        out.ends()
        throw why
      })
      const failure = await take(source, reader, come)
      if (failure !== null || reader.stopped) return failure
      out.ends()
      out.isForgotten()
    }
  } finally {
    subscription.leave()
  }
}

/** Reads until it is stopped, and subscribes again after failures. Returns why it ended, or null where it was stopped. */
const follow = async (source: Source, reader: Reader, stopping: Promise<void>): Promise<StoreError | null> => {
  const out = outage()
  while (!reader.stopped) {
    try {
      const failure = await readSubscription(source, reader, out)
      if (failure !== null) return failure
    } catch (why) {
      const error = classifyLasting(why)
      if (error !== null) return error
      out.begins()
      const waitedMs = out.lastedMs()
      if (waitedMs >= source.patienceMs) return { type: 'StoreBusy', waitedMs, cause: describeCause(why) }
      await Promise.race([pause(out.nextPauseMs()), stopping])
    }
  }
  return null
}

/** A reader that can be ended from outside. */
export interface Subscriber extends Subscription {
  readonly endWith: (why: StoreError) => void
}

interface Wish {
  readonly after: GlobalPosition | null
  readonly handler: Handler
  readonly onEnd: (why: StoreError) => void
}

/** Follows the log through subscriptions at the server, each from the last event that was handled. */
export const subscribeToServer = (source: Source, { after, handler, onEnd }: Wish): Subscriber => {
  const reader: Reader = { handler, last: null, interrupt: () => {}, stopped: false }
  let reason: StoreError | null = null
  let wakeUp = (): void => {}
  const stopping = new Promise<void>((resolve) => (wakeUp = resolve))
  const beginReading = async (): Promise<StoreError | null> => {
    const looking = retryPatiently(source.patienceMs, (until) => refuseStrange(source.server, after, until))
    const begin = await Promise.race([looking, stopping.then(() => null)])
    if (begin === null) return null
    if (E.isLeft(begin)) return begin.left
    reader.last = begin.right
    return follow(source, reader, stopping)
  }
  const stop = (why: StoreError | null): void => {
    if (!reader.stopped) reason = why
    reader.stopped = true
    reader.interrupt()
    wakeUp()
  }
  const ended = Promise.resolve()
    .then(beginReading)
    .then((why) => {
      const told = reader.stopped ? reason : why
      if (told !== null) onEnd(told)
    })
  return {
    close: () => {
      stop(null)
      return ended
    },
    endWith: stop,
  }
}
