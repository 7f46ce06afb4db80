import type { Either } from 'fp-ts/lib/Either.js'
import type { Jurisdiction, Moment, StreamName } from '../envelope/moment.ts'
import type { CommandHandler, Plan } from './handler.ts'
import type { Fold, Load } from './reads.ts'

/** Whatever is told apart by `type`. */
export interface Typed {
  readonly type: string
}

/** An aggregate: its stream, its fold and one handler a command, exhaustive by type. */
export interface Decider<C extends Typed, S, E, R> {
  readonly stream: (command: C, jurisdiction: Jurisdiction) => StreamName
  readonly fold: Fold<S, E>
  readonly handlers: { readonly [K in C['type']]: CommandHandler<Extract<C, { readonly type: K }>, S, E, R> }
}

/** Begins to decide a command: what has to be read first, given the state of its own stream. */
export const planCommand = <C extends Typed, S, E, R>(
  decider: Decider<C, S, E, R>,
  command: C,
  state: S,
  moment: Moment,
): Plan<E, R> => {
  const handler = decider.handlers[command.type as C['type']] as unknown as CommandHandler<C, S, E, R>
  return handler.plan(command, state, moment)
}

/** Decides a command where every state is at hand. Pure: given/when and replays use it. */
export const decideCommand =
  <C extends Typed, S, E, R>(decider: Decider<C, S, E, R>, load: Load) =>
  (state: S, command: C, moment: Moment): Either<R, ReadonlyArray<E>> => {
    let plan = planCommand(decider, command, state, moment)
    while (plan.type === 'read') plan = plan.next(load)
    return plan.decision
  }
