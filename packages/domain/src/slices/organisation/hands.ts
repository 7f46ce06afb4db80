/** Who had a hand in something: the persons who sent a command on its stream. */
import { streamRead, type Fold, type PersonId, type StreamName, type StreamRead } from '@zhiyuan/kernel'

const handsFold: Fold<ReadonlySet<PersonId>, unknown> = {
  initial: new Set(),
  evolve: (hands) => hands,
  noteActor: (hands, actor) =>
    actor.type !== 'person' || hands.has(actor.person) ? hands : new Set(hands).add(actor.person),
}

/** A second fold of a stream that a handler may read anyway, so that no event has to repeat who sent it. */
export const handsRead = (stream: StreamName): StreamRead<ReadonlySet<PersonId>> => streamRead(stream, handsFold)

interface Senders {
  readonly people: ReadonlySet<PersonId>
  /** Whether the event that was folded last is one of those asked for. */
  readonly isAskedFor: boolean
}

/** Who sent the commands that led to events of these types. */
export const sendersRead = (stream: StreamName, types: ReadonlyArray<string>): StreamRead<Senders> =>
  streamRead<Senders, { readonly type: string }>(stream, {
    initial: { people: new Set(), isAskedFor: false },
    evolve: ({ people }, { type }) => ({ people, isAskedFor: types.includes(type) }),
    noteActor: ({ people, isAskedFor }, actor) =>
      isAskedFor && actor.type === 'person'
        ? { people: new Set(people).add(actor.person), isAskedFor }
        : { people, isAskedFor },
  })
