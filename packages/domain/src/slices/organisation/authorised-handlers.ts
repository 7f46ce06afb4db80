/** Commands of people in a role, at a unit that the state names or above it (G4). */
import * as E from 'fp-ts/lib/Either.js'
import {
  defineHandler,
  type CommandHandler,
  type Moment,
  type Plan,
  type Reads,
  type States,
  type StreamRead,
  type Typed,
  type UnitId,
} from '@zhiyuan/kernel'
import type { Including, NotAuthorised, OutsideJurisdiction } from '../../vocabulary/rejections.ts'
import { refuseAuthority, type RoleName } from './authority.ts'
import type { StateNaming } from './state-naming.ts'
import { unitsRead, type UnitTree } from './units/units.read.ts'

type NoReads = Record<never, never>
type Decided<Ev, R> = E.Either<R, ReadonlyArray<Ev>>
type Tag<S> = S extends { readonly type: infer T extends string } ? T : never
/** The states with these names. A state that goes by several names is narrowed to the ones asked for. */
type In<S, T> = S extends { readonly type: infer U }
  ? U extends T
    ? S
    : [U & T] extends [never]
      ? never
      : S & { readonly type: T }
  : never
type Refused = NotAuthorised | OutsideJurisdiction

/** What the reads of a handler found, with the unit tree, which the check of authority reads anyway. */
export type WithTree<A extends Reads> = States<A> & { readonly tree: UnitTree }

/** What a rule of authority is asked about. */
export interface AuthorityInput<C, S, A extends Reads> {
  readonly command: C
  readonly state: S
  readonly found: WithTree<A>
  readonly moment: Moment
}

/** Who may send a command: a person in one of the roles, at the unit or above it, or one whom `also` names, in any role. */
export interface Authority<C, S, A extends Reads> {
  readonly roles: ReadonlyArray<RoleName>
  /** `called` is the name on the page of roles. Null: there is no such unit, so no role helps. */
  readonly unit: { readonly called: string; readonly of: (asked: AuthorityInput<C, S, A>) => UnitId | null }
  readonly also?: { readonly called: string; readonly is: (asked: AuthorityInput<C, S, A>) => boolean }
}

/** The rule of such a command. The checks run in the order of the fields; the state is narrowed to the listed ones. */
export interface AuthorisedRule<C, S, N, Ev, R, A extends Reads, B extends Reads> extends Authority<C, N, A> {
  /** An answer in any state and to any actor: the command is a repeat, or its id names something else. */
  readonly before?: (command: C, state: S, moment: Moment) => Decided<Ev, R> | null
  readonly states: ReadonlyArray<string>
  /** A further condition on the state, such as the round that the command names; otherwise the command is not allowed. */
  readonly fits?: (command: C, state: N) => boolean
  /** The state is as the command wants it already: a no-op. */
  readonly done?: (command: C, state: N) => boolean
  readonly reads?: (command: C, state: N, moment: Moment) => A
  readonly thenReads?: (found: WithTree<A>, command: C, state: N, moment: Moment) => B
  readonly decide: (command: C, found: WithTree<A> & States<B>, moment: Moment) => (state: N) => Decided<Ev, R>
}

const refuseUnauthorised = <C extends Typed, S, A extends Reads>(
  { roles, unit, also }: Authority<C, S, A>,
  asked: AuthorityInput<C, S, A>,
): Refused | null => {
  if (also?.is(asked) === true) return null
  const { command, found, moment } = asked
  const at = unit.of(asked)
  if (at === null) return { type: 'NotAuthorised', command: command.type }
  return refuseAuthority(found.tree, moment.actor, { command: command.type, unit: at, roles })
}

/** Authority is checked with what the first round of reads found, so that it costs no round of its own. */
const handlerWithin = <C extends Typed, S, N, Ev, R, A extends Reads, B extends Reads>(
  rule: AuthorisedRule<C, S, N, Ev, R, A, B>,
): CommandHandler<C, N, Ev, R | Refused> => {
  const { reads, thenReads } = rule
  return defineHandler<N, Ev, R | Refused>()<C>()<A & { readonly tree: StreamRead<UnitTree> }, B>({
    reads: (command, state, moment) => ({
      ...(reads?.(command, state, moment) ?? ({} as A)),
      tree: unitsRead(moment.jurisdiction),
    }),
    ...(thenReads === undefined
      ? {}
      : { thenReads: (found, command, state, moment) => thenReads(found, command, state, moment) }),
    decide: (command, states, moment) => (state) => {
      const found = states as WithTree<A> & States<B>
      const refusal = refuseUnauthorised(rule, { command, state, found, moment })
      return refusal === null ? rule.decide(command, found, moment)(state) : E.left(refusal)
    },
  })
}

/** The maker of handlers for people with authority, of one slice. */
export type DefineAuthorised<Any, S, Ev, R> = <C extends Any>() => <
  const T extends Tag<S>,
  A extends Reads = NoReads,
  B extends Reads = NoReads,
>(
  rule: AuthorisedRule<C, S, In<S, T>, Ev, R, A, B> & { readonly states: ReadonlyArray<T> },
) => CommandHandler<C, S, Ev, Including<R, Refused>>

/** Makes handlers for people with authority. The handler keeps who may as data, for the page of roles. */
export const defineAuthorisedHandler =
  <Any extends Typed, S, Ev, R>({ notAllowed }: StateNaming<Any, S, R>): DefineAuthorised<Any, S, Ev, R> =>
  <C extends Any>() =>
  <const T extends Tag<S>, A extends Reads = NoReads, B extends Reads = NoReads>(
    rule: AuthorisedRule<C, S, In<S, T>, Ev, R, A, B> & { readonly states: ReadonlyArray<T> },
  ) => {
    const { roles, unit, also, states, before, fits, done } = rule
    const isListed = (state: S): state is S & In<S, T> =>
      (states as ReadonlyArray<string>).includes((state as { readonly type: string }).type)
    const decided = (decision: Decided<Ev, R>): Plan<Ev, R> => ({ type: 'decided', decision })
    const within = handlerWithin(rule)
    const handler: CommandHandler<C, S, Ev, R | Refused> = {
      allowed: { roles, at: `${unit.called} or above`, also: also?.called ?? null },
      plan: (command, state, moment) => {
        const answer = before?.(command, state, moment) ?? null
        if (answer !== null) return decided(answer)
        if (!isListed(state) || fits?.(command, state) === false) return decided(E.left(notAllowed(state, command)))
        return done?.(command, state) === true ? decided(E.right([])) : within.plan(command, state, moment)
      },
    }
    return handler as CommandHandler<C, S, Ev, Including<R, Refused>>
  }
