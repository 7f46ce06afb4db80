import type { SliceUpcasts } from '../envelope/past.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { Codec } from '../schema/codec.ts'
import type { Decider, Typed } from './decider.ts'
import type { RestoreCommand } from './restore.ts'

/** The lifecycle table of a slice, and the name that a state has in it. */
export interface TabledLifecycle<S, C extends string> {
  readonly table: Lifecycle<string, C>
  /** Names the state of the thing with this id. A stream of many units or records needs the id; a stream of one thing ignores it. */
  readonly nameState: (state: S, id: string) => string
}

/** Why a slice has no lifecycle. */
export interface NoLifecycle {
  readonly table: null
  readonly reason: string
}

/** A slice's lifecycle, or why it has none. */
export type SliceLifecycle<S, C extends string> = TabledLifecycle<S, C> | NoLifecycle

/** Joins a table with the function that names states; the compiler checks that each name is in the table. */
export const tableLifecycle = <S, N extends string, C extends string>(
  table: Lifecycle<N, C>,
  nameState: (state: S, id: string) => N,
): TabledLifecycle<S, C> => ({ table, nameState })

/** A decider with the codecs of its commands and events: all that the runtime needs of an aggregate. */
export interface Slice<C extends Typed, S, E extends Typed, R extends Typed, Name extends string = string> {
  /** The name of the slice; its streams have it as their category. */
  readonly name: Name
  readonly command: Codec<C>
  readonly event: Codec<E>
  readonly decider: Decider<C, S, E, R>
  readonly lifecycle: SliceLifecycle<S, C['type']>
  /**
   * Restores the command of a decision from all its events, in their order. Its canonical digest equals the one on their envelopes, so an
   * auditor can repeat every decision of a log. Null only where there are no events, or not those of one decision.
   */
  readonly restoreCommand: RestoreCommand<C, E>
  /** How events of past schemas are upcast. A type without an entry is in its first schema. */
  readonly upcasts?: SliceUpcasts<E['type']>
}
