import type { Either } from 'fp-ts/lib/Either.js'
import type { Jurisdiction, Moment, StreamName } from '../envelope/moment.ts'
import type { CommandHandler, Plan } from './handler.ts'
import type { Fold, Load } from './reads.ts'

/** A value of a union whose members differ by `type`. */
export interface Typed {
  readonly type: string
}

/** An aggregate: the stream of a command, its fold, and one handler for each type of command. */
export interface Decider<C extends Typed, S, E, R> {
  readonly stream: (command: C, jurisdiction: Jurisdiction) => StreamName
  readonly fold: Fold<S, E>
  readonly handlers: { readonly [K in C['type']]: CommandHandler<Extract<C, { readonly type: K }>, S, E, R> }
}

/** Begins to decide a command from the state of its own stream: says what has to be read first. */
export const planCommand = <C extends Typed, S, E, R>(
  decider: Decider<C, S, E, R>,
  command: C,
  state: S,
  moment: Moment,
): Plan<E, R> => {
  const handler = decider.handlers[command.type as C['type']] as unknown as CommandHandler<C, S, E, R>
  return handler.plan(command, state, moment)
}

/** Decides a command when every state that it reads is at hand. Pure: given/when tests and replays use it. */
export const decideCommand =
  <C extends Typed, S, E, R>(decider: Decider<C, S, E, R>, load: Load) =>
  (state: S, command: C, moment: Moment): Either<R, ReadonlyArray<E>> => {
    let plan = planCommand(decider, command, state, moment)
    while (plan.type === 'read') plan = plan.next(load)
    return plan.decision
  }
