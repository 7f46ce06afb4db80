import * as E from 'fp-ts/lib/Either.js'
import { decideWith, decode, replay, type Actor, type Instant, type Jurisdiction, type Moment } from '@zhiyuan/kernel'
import type { Plain, Slice, Typed } from '@zhiyuan/kernel'
import { loadFrom, type Histories, type PlainActor, type Scene } from './given.ts'
import { testLog } from './test-log.ts'

/** One command as somebody sends it; what is not said is the scene's. */
export interface Attempt<C extends Typed> {
  readonly command: Plain<C>
  readonly now?: string
  readonly occurredAt?: string
  readonly actor?: PlainActor
}

/** Where attempts are made: other streams, the moment unless they say another, and what has happened on the own stream. */
export interface Setting {
  readonly world: Histories
  readonly scene: Scene
  readonly past?: ReadonlyArray<Typed>
}

const momentOf = (
  { scene }: Setting,
  { now = scene.now, occurredAt, actor = scene.actor }: Omit<Attempt<Typed>, 'command'>,
): Moment => ({
  log: testLog,
  jurisdiction: scene.jurisdiction as Jurisdiction,
  now: now as Instant,
  occurredAt: (occurredAt ?? now) as Instant,
  actor: actor as Actor,
})

/** Decides one attempt in a state. Throws where its words are not a command of the slice: then the test is wrong. */
export const attemptIn =
  <C extends Typed, S, E extends Typed, R extends Typed>(slice: Slice<C, S, E, R>, setting: Setting) =>
  (state: S, attempt: Attempt<C>): E.Either<R, ReadonlyArray<E>> => {
    const command = decode(slice.command)(attempt.command)
    if (E.isLeft(command)) throw new Error(`not a command: ${JSON.stringify(command.left)}`)
    return decideWith(slice.decider, loadFrom(setting.world))(state, command.right, momentOf(setting, attempt))
  }

/** The state that a setting's past leads to. */
export const stateAt = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  { past = [] }: Setting,
): S => replay(slice.decider.fold, past as ReadonlyArray<E>)
