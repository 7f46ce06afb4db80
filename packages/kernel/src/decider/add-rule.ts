import * as E from 'fp-ts/lib/Either.js'
import type { Moment } from '../envelope/moment.ts'
import type { Decider, Typed } from './decider.ts'
import type { CommandHandler, Plan } from './handler.ts'
import type { Slice } from './slice.ts'

/** A rule beside those of a slice: judges what the slice has decided. Null where it has nothing against it. */
export type AddedRule<C extends Typed, S, Event extends Typed, Q extends Typed> = (
  events: ReadonlyArray<Event>,
  state: S,
  command: C,
  moment: Moment,
) => Q | null

type Judge<Event, Q> = (events: ReadonlyArray<Event>) => Q | null

const judgePlan = <Event, R, Q>(plan: Plan<Event, R>, judge: Judge<Event, Q>): Plan<Event, R | Q> => {
  if (plan.type === 'read') return { ...plan, next: (load) => judgePlan(plan.next(load), judge) }
  const decision = E.chainW((events: ReadonlyArray<Event>) => {
    const rejection = events.length === 0 ? null : judge(events)
    return rejection === null ? E.right(events) : E.left(rejection)
  })(plan.decision)
  return { type: 'decided', decision }
}

/**
 * The same slice with one more rule, which may refuse what the slice would accept, by any of its commands. It is not asked about what the
 * slice refuses, nor about a repeat, which emits nothing: so what once was accepted stays a no-op.
 *
 * @example
 * const ownUnits = addRule(organisation, (events, tree) => (countVillages(events.reduce(evolve, tree)) > 20 ? { type: 'TownshipFull' } : null))
 */
export const addRule = <C extends Typed, S, Event extends Typed, R extends Typed, Name extends string, Q extends Typed>(
  slice: Slice<C, S, Event, R, Name>,
  rule: AddedRule<C, S, Event, Q>,
): Slice<C, S, Event, R | Q, Name> => {
  const handlers = Object.entries<CommandHandler<C, S, Event, R>>(slice.decider.handlers as never)
  const judged = handlers.map(([type, handler]): [string, CommandHandler<C, S, Event, R | Q>] => [
    type,
    {
      ...handler,
      plan: (command, state, moment) =>
        judgePlan(handler.plan(command, state, moment), (events) => rule(events, state, command, moment)),
    },
  ])
  // The same keys as before, which `Object.entries` forgets.
  const judging = Object.fromEntries(judged) as unknown as Decider<C, S, Event, R | Q>['handlers']
  return { ...slice, decider: { ...slice.decider, handlers: judging } }
}
