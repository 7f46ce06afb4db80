import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Fact, Instant, StreamVersion } from '@zhiyuan/kernel'
import type { EventStore, Fault, Runtime } from '@zhiyuan/runtime'
import type { ReadEvent } from './feed.ts'

/** The state of a stream: as it is now, or as it was known at an instant (events recorded by then). */
export type ReadFact = <A>(fact: Fact<A>, knownAt?: Instant) => TE.TaskEither<Fault, A>

const page = 500

/** The present comes from the runtime, which keeps it; the past is read from the stream, a page at a time. */
export const readingFacts = (
  { fact: present }: Pick<Runtime<never, never>, 'fact'>,
  store: Pick<EventStore, 'readStream'>,
  read: ReadEvent,
): ReadFact => {
  const resume = <A>(
    fact: Fact<A>,
    knownAt: Instant,
    at: { readonly state: A; readonly from: number },
  ): TE.TaskEither<Fault, A> =>
    TE.flatMap(store.readStream(fact.stream, at.from as StreamVersion, page), ({ events, end }) => {
      const decoded = E.traverseArray(read)(events)
      if (E.isLeft(decoded)) return TE.left(decoded.left)
      const known = decoded.right.filter(({ recordedAt }) => recordedAt <= knownAt)
      const state = fact.resume(
        at.state,
        known.map(({ data }) => data),
      )
      return end ? TE.right(state) : resume(fact, knownAt, { state, from: at.from + events.length })
    })
  return (fact, knownAt) =>
    knownAt === undefined ? present(fact) : resume(fact, knownAt, { state: fact.initial, from: 0 })
}
