import type { Either } from 'fp-ts/lib/Either.js'
import type { Moment } from '../envelope/moment.ts'
import { joinStates, type Load, type Reads, type States } from './reads.ts'

type Decided<E, R> = Either<R, ReadonlyArray<E>>
type NoReads = Record<never, never>

/** The next step towards a decision: read these streams and go on, or the decision itself. The types of the reads stay inside. */
export type Plan<E, R> =
  | { readonly type: 'read'; readonly reads: Reads; readonly next: (load: Load) => Plan<E, R> }
  | { readonly type: 'decided'; readonly decision: Decided<E, R> }

/** Who may send a command, as data for a page of roles. The handler checks the same rule. */
export interface Allowed {
  readonly roles: ReadonlyArray<string>
  /** The unit at which the actor must hold the role, in English, such as `the handler or above`. */
  readonly at: string
  /** Who else may send it, in English; null for no one. */
  readonly also: string | null
}

/** How one command is decided, as the runtime calls it. */
export interface CommandHandler<C, S, E, R> {
  readonly plan: (command: C, state: S, moment: Moment) => Plan<E, R>
  readonly allowed: Allowed | null
}

/** How one command is decided, as a slice writes it: what it reads of other streams, and what it decides from them. */
export interface HandlerRule<C, S, E, R, A extends Reads = NoReads, B extends Reads = NoReads> {
  readonly reads?: (command: C, state: S, moment: Moment) => A
  /** The second and last round of reads: it may depend on what the first round found. */
  readonly thenReads?: (found: States<A>, command: C, state: S, moment: Moment) => B
  readonly decide: (command: C, found: States<A> & States<B>, moment: Moment) => (state: S) => Decided<E, R>
  readonly allowed?: Allowed
}

/**
 * Makes a handler. A slice names its state, event and rejection once, and then each command; the types of the reads are inferred.
 *
 * @example
 * const on = defineHandler<OrderState, OrderEvent, OrderRejection>()
 * const takeSeat = on<TakeSeat>()({
 *   reads: (_command, state) => ({ team: state.type === 'Accepted' ? teamRead(state.team.teamId) : null }),
 *   decide: (command, { team }) => (state) => …,
 * })
 */
export const defineHandler =
  <S, E, R>() =>
  <C>() =>
  <A extends Reads = NoReads, B extends Reads = NoReads>(
    rule: HandlerRule<C, S, E, R, A, B>,
  ): CommandHandler<C, S, E, R> => ({
    allowed: rule.allowed ?? null,
    plan: (command, state, moment) => {
      const decide = (found: object): Plan<E, R> => ({
        type: 'decided',
        decision: rule.decide(command, found as States<A> & States<B>, moment)(state),
      })
      const thenRead = (found: States<A>): Plan<E, R> => {
        if (rule.thenReads === undefined) return decide(found)
        const second = rule.thenReads(found, command, state, moment)
        return { type: 'read', reads: second, next: (load) => decide(joinStates(found, second, load)) }
      }
      if (rule.reads === undefined) return thenRead({} as States<A>)
      const first = rule.reads(command, state, moment)
      return { type: 'read', reads: first, next: (load) => thenRead(joinStates({}, first, load)) }
    },
  })
