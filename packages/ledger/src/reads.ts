import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Instant, StreamRead, StreamVersion } from '@zhiyuan/kernel'
import type { EventStore, Fault, Runtime } from '@zhiyuan/runtime'
import type { ReadEvent } from './feed.ts'

/** The state of a stream: as it is now, or as it was known at an instant (events recorded by then). */
export type ReadState = <A>(read: StreamRead<A>, knownAt?: Instant) => TE.TaskEither<Fault, A>

const page = 500

/** The present comes from the runtime, which keeps it; the past is read from the stream, a page at a time. */
export const stateReader = (
  { read: present }: Pick<Runtime<never, never>, 'read'>,
  store: Pick<EventStore, 'readStream'>,
  readEvent: ReadEvent,
): ReadState => {
  const resume = <A>(
    read: StreamRead<A>,
    knownAt: Instant,
    at: { readonly state: A; readonly from: number },
  ): TE.TaskEither<Fault, A> =>
    TE.flatMap(store.readStream(read.stream, at.from as StreamVersion, page), ({ events, end }) => {
      const decoded = E.traverseArray(readEvent)(events)
      if (E.isLeft(decoded)) return TE.left(decoded.left)
      const known = decoded.right.filter(({ recordedAt }) => recordedAt <= knownAt)
      const state = read.resume(
        at.state,
        known.map(({ data }) => data),
        known.map(({ actor }) => actor),
      )
      return end ? TE.right(state) : resume(read, knownAt, { state, from: at.from + events.length })
    })
  return (read, knownAt) =>
    knownAt === undefined ? present(read) : resume(read, knownAt, { state: read.initial, from: 0 })
}
