import * as E from 'fp-ts/lib/Either.js'
import type { EventStore, StoreError } from '@zhiyuan/runtime'
import { appender, encodeAppend } from './append.ts'
import { describeCause } from './failure.ts'
import { knownStreams } from './known-streams.ts'
import { comparePositions } from './position.ts'
import { logReader } from './read.ts'
import type { Server } from './server.ts'
import { subscribeToServer, type Subscriber } from './subscription.ts'

const closedError: E.Either<StoreError, never> = E.left({ type: 'StoreClosed' })

/** Makes calls until it is closed; earlier calls still finish. */
const whileOpen = () => {
  const underWay = new Set<Promise<unknown>>()
  let open = true
  return {
    call: async <Err, A>(
      work: () => Promise<E.Either<Err | StoreError, A>>,
    ): Promise<E.Either<Err | StoreError, A>> => {
      if (!open) return closedError
      const answer = work()
      underWay.add(answer)
      return answer.finally(() => underWay.delete(answer))
    },
    isOpen: () => open,
    close: async () => {
      open = false
      await Promise.allSettled(underWay)
    },
  }
}

/** Events of one log at a server. */
export const eventStore = (server: Server, patienceMs: number): EventStore => {
  const streams = knownStreams(server)
  const { last, readStream, readAll } = logReader(server, streams, patienceMs)
  const append = appender(server, streams)
  const { call, isOpen, close } = whileOpen()
  const subscribers = new Set<Subscriber>()
  return {
    append: (stream, expected, events) => () =>
      call(async () => {
        const written = E.tryCatch(
          () => encodeAppend({ stream, expected, events }),
          (why): StoreError => ({ type: 'StoreFault', cause: describeCause(why) }),
        )
        return E.isLeft(written) ? written : append(written.right, patienceMs)
      }),
    last: () => () => call(last()),
    readStream: (stream, from, limit) => () => call(readStream(stream, from, limit)),
    readAll: (after, limit) => () => call(readAll(after, limit)),
    subscribe: (after, handler, onEnd) => {
      const subscriber = subscribeToServer(
        { server, patienceMs },
        {
          after,
          handler,
          onEnd: (why) => {
            subscribers.delete(subscriber)
            onEnd(why)
          },
        },
      )
      if (isOpen()) subscribers.add(subscriber)
      else subscriber.endWith({ type: 'StoreClosed' })
      return {
        close: () => {
          subscribers.delete(subscriber)
          return subscriber.close()
        },
      }
    },
    compare: comparePositions,
    capabilities: { dense: false, idsUniqueIn: 'stream', inOrder: false },
    close: async () => {
      for (const subscriber of subscribers) subscriber.endWith({ type: 'StoreClosed' })
      await close()
    },
  }
}
