import type { Either } from 'fp-ts/lib/Either.js'
import { decideCommand, replay, type Plain, type Slice, type Typed } from '@zhiyuan/kernel'
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

/** Decides one attempt in a state. Throws where the attempt or the setting is malformed: then the test is wrong. */
export const attemptDecider = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  { world, scene }: Setting,
): ((state: S, attempt: Attempt<C>) => Either<R, ReadonlyArray<E>>) => {
  const decide = decideCommand(slice.decider, historyLoader(readHistories(scene.slices, world)))
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
