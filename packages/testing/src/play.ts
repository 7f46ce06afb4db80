import type { Either } from 'fp-ts/lib/Either.js'
import {
  decideCommand,
  replay,
  type Load,
  type Plain,
  type Slice,
  type StreamName,
  type StreamRead,
  type Typed,
} from '@zhiyuan/kernel'
import { historyLoader, type Scene } from './given.ts'
import {
  readEvents,
  readHistories,
  readMoment,
  decodeOrThrow,
  type Histories,
  type PlainActor,
  type SaidEvent,
} from './words.ts'

/** One command as an actor sends it; fields that are left out come from the scene. */
export interface Attempt<C extends Typed> {
  readonly command: Plain<C>
  readonly now?: string
  readonly occurredAt?: string
  readonly actor?: PlainActor
}

/** The setting of attempts: other streams, the default moment, and the past of the own stream. */
export interface Setting {
  readonly world: Histories
  readonly scene: Scene
  readonly past?: ReadonlyArray<SaidEvent>
}

/** Folds each stream once for each fold: the other streams stay as they are, while thousands of attempts read them. */
const rememberStates = (load: Load): Load => {
  const states = new WeakMap<object, Map<StreamName, unknown>>()
  return <A>(read: StreamRead<A>): A => {
    const known = states.get(read.fold) ?? new Map<StreamName, unknown>()
    states.set(read.fold, known)
    if (!known.has(read.stream)) known.set(read.stream, load(read))
    // What was kept under this fold is a state of this fold.
    return known.get(read.stream) as A
  }
}

/** Decides one attempt in a state. Throws where the attempt or the setting is malformed: then the test is wrong. */
export const attemptDecider = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  { world, scene }: Setting,
): ((state: S, attempt: Attempt<C>) => Either<R, ReadonlyArray<E>>) => {
  const decide = decideCommand(slice.decider, rememberStates(historyLoader(readHistories(scene.slices, world))))
  return (state, { command, now = scene.now, occurredAt, actor = scene.actor }) =>
    decide(
      state,
      decodeOrThrow(slice.command, command, { name: 'a command', at: '$' }),
      readMoment({ jurisdiction: scene.jurisdiction, now, occurredAt, actor }),
    )
}

/** The state that a setting's past leads to. */
export const replayPast = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  { past = [] }: Setting,
): S => replay(slice.decider.fold, readEvents(slice, past))
