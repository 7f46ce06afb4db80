import type { Either } from 'fp-ts/lib/Either.js'
import type { Codec } from '../schema/codec.ts'
import type { Jurisdiction, Moment, StreamName } from '../envelope/moment.ts'

/** How a stream's state is rebuilt. Total: every event leads from every state to a state. */
export interface Fold<S, in E> {
  readonly initial: S
  readonly evolve: (state: S, event: E) => S
}

/** A stream of another aggregate and how to read it. The runtime loads it and notes {stream, version} on the envelope. */
export interface Fact<out A> {
  readonly stream: StreamName
  /** Tells folds apart, so that a folded state can be kept by (fold, stream, version). */
  readonly fold: object
  readonly initial: A
  readonly resume: (state: unknown, events: ReadonlyArray<unknown>) => A
}

/** What a slice publishes of a stream for others to read. */
export const fact = <S, E>(stream: StreamName, fold: Fold<S, E>): Fact<S> => ({
  stream,
  fold,
  initial: fold.initial,
  resume: (state, events) => (events as ReadonlyArray<E>).reduce(fold.evolve, state as S),
})

/** The facts that a step reads, by the names under which they are handed to it. */
export type Needs = Readonly<Record<string, Fact<unknown>>>
/** The states of the facts that a step asked for. */
export type Facts<N extends Needs> = { readonly [K in keyof N]: N[K] extends Fact<infer A> ? A : never }

/** One command's rule: which facts of other streams it reads, and what it decides from them. */
export interface Step<C, S, E, R, N extends Needs> {
  readonly needs: (command: C, state: S, moment: Moment) => N
  readonly decide: (command: C, facts: Facts<N>, moment: Moment) => (state: S) => Either<R, ReadonlyArray<E>>
}

/** Makes a step: the types of command, state, event and rejection first, its needs are inferred. */
export const step =
  <C, S, E, R>() =>
  <N extends Needs>(
    needs: Step<C, S, E, R, N>['needs'],
    decide: Step<C, S, E, R, N>['decide'],
  ): Step<C, S, E, R, N> => ({ needs, decide })

/** A step that reads no other stream. */
export const none = (): Record<never, never> => ({})

/** Whatever is told apart by `type`. */
export interface Typed {
  readonly type: string
}

type Steps<C extends Typed, S, E, R> = {
  // Each step has needs of its own; only `run` pairs them, with facts it loaded for that very step.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly [K in C['type']]: Step<Extract<C, { readonly type: K }>, S, E, R, any>
}

/** An aggregate: its stream, its fold and one step a command, exhaustive by type. */
export interface Decider<C extends Typed, S, E, R> {
  readonly stream: (command: C, jurisdiction: Jurisdiction) => StreamName
  readonly fold: Fold<S, E>
  readonly steps: Steps<C, S, E, R>
}

/** A decider with the words it speaks: all that the runtime needs to serve it. */
export interface Slice<C extends Typed, S, E extends Typed, R extends Typed> {
  /** Also the category of its streams. */
  readonly name: string
  readonly command: Codec<C>
  readonly event: Codec<E>
  readonly decider: Decider<C, S, E, R>
}

/** The facts that a command's step asks for, given the state of its own stream. */
export const needsOf = <C extends Typed, S, E, R>(
  decider: Decider<C, S, E, R>,
  command: C,
  state: S,
  moment: Moment,
): Needs => {
  const own = decider.steps[command.type as C['type']] as Step<C, S, E, R, Needs>
  return own.needs(command, state, moment)
}

/** Decides a command; `load` hands in the state of each fact. Pure: the runtime, given/when and replays all use it. */
export const run =
  <C extends Typed, S, E, R>(decider: Decider<C, S, E, R>, load: (fact: Fact<unknown>) => unknown) =>
  (state: S, command: C, moment: Moment): Either<R, ReadonlyArray<E>> => {
    const own = decider.steps[command.type as C['type']] as Step<C, S, E, R, Needs>
    const facts: Record<string, unknown> = {}
    for (const [name, wanted] of Object.entries(own.needs(command, state, moment))) facts[name] = load(wanted)
    return own.decide(command, facts, moment)(state)
  }

/** Folds events onto the initial state. */
export const replay = <S, E>(fold: Fold<S, E>, events: ReadonlyArray<E>): S => events.reduce(fold.evolve, fold.initial)
