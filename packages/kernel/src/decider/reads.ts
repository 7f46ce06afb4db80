import type { Actor, StreamName } from '../envelope/moment.ts'

/** How a stream's state is rebuilt. Total: every event leads from every state to a state. */
export interface Fold<S, in E> {
  readonly initial: S
  readonly evolve: (state: S, event: E) => S
  /** Takes in who caused the event that was just folded, for the few rules that ask who had a hand in something. */
  readonly noteActor?: (state: S, actor: Actor) => S
}

/** Folds events onto the initial state. */
export const replay = <S, E>(fold: Fold<S, E>, events: ReadonlyArray<E>): S => events.reduce(fold.evolve, fold.initial)

/** A stream of another aggregate and how to fold it. It holds `resume` and not the fold itself, so that it is covariant. */
export interface StreamRead<out A> {
  readonly stream: StreamName
  /** Identifies the fold, so that a folded state can be cached by fold, stream and version. */
  readonly fold: object
  readonly initial: A
  /** `actors` stand beside the events, one for each; a test that does not care leaves them out. */
  readonly resume: (state: unknown, events: ReadonlyArray<unknown>, actors?: ReadonlyArray<Actor>) => A
}

/** A read that a slice publishes, so that other slices may read its stream. */
export const streamRead = <S, E>(stream: StreamName, fold: Fold<S, E>): StreamRead<S> => ({
  stream,
  fold,
  initial: fold.initial,
  resume: (state, events, actors = []) =>
    (events as ReadonlyArray<E>).reduce((folded, event, index) => {
      const next = fold.evolve(folded, event)
      const actor = actors[index]
      return actor === undefined || fold.noteActor === undefined ? next : fold.noteActor(next, actor)
    }, state as S),
})

/** One stream, none, or many by an id. */
export type Read = StreamRead<unknown> | null | ReadonlyMap<string, StreamRead<unknown>>

/** What a handler reads of other streams, by the names under which the states are handed to it. */
export type Reads = Readonly<Record<string, Read>>

type Found<R> =
  R extends StreamRead<infer A>
    ? A
    : R extends ReadonlyMap<infer Id, StreamRead<infer A>>
      ? ReadonlyMap<Id, A>
      : R extends null
        ? null
        : never

/** The states that were read, by the same names. Where a read may be null, its state may be null. */
export type States<N extends Reads> = { readonly [K in keyof N]: Found<N[K]> }

/** One read for each id. An id that is listed twice is read once. */
export const readMany = <Id extends string, A>(
  ids: Iterable<Id>,
  read: (id: Id) => StreamRead<A>,
): ReadonlyMap<Id, StreamRead<A>> => {
  const many = new Map<Id, StreamRead<A>>()
  for (const id of ids) many.set(id, read(id))
  return many
}

/** Hands over the state of a stream that is read. */
export type Load = <A>(read: StreamRead<A>) => A

const isStream = (read: StreamRead<unknown> | ReadonlyMap<string, StreamRead<unknown>>): read is StreamRead<unknown> =>
  'stream' in read

/** Every stream to be read. A stream that is read under two names is listed twice. */
export const listStreams = (reads: Reads): ReadonlyArray<StreamRead<unknown>> =>
  Object.values(reads).flatMap((read) => (read === null ? [] : isStream(read) ? [read] : [...read.values()]))

const loadState = (read: Read, load: Load): unknown => {
  if (read === null) return null
  if (isStream(read)) return load(read)
  const many = new Map<string, unknown>()
  for (const [id, one] of read) many.set(id, load(one))
  return many
}

/**
 * Adds the states of the reads to those that are there already. Names and states are joined only here, so this is the only cast.
 * A plain loop, because every command passes through it.
 */
export const joinStates = <M extends object, N extends Reads>(beside: M, reads: N, load: Load): M & States<N> => {
  const states = { ...beside } as Record<string, unknown>
  for (const name in reads) states[name] = loadState(reads[name] as Read, load)
  return states as M & States<N>
}
