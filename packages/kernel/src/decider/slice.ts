import type { SliceUpcasts } from '../envelope/past.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { Codec } from '../schema/codec.ts'
import type { Decider, Typed } from './decider.ts'
import type { RestoreCommand } from './restore.ts'

/** The table of a slice's states, and what a state is called in it. */
export interface TabledLifecycle<S, C extends string> {
  readonly table: Lifecycle<string, C>
  /** A stream that holds many things (units, records) is asked for the one with this id; where it holds one, the id says nothing. */
  readonly nameState: (state: S, id: string) => string
}

/** A slice whose things have no states says why. */
export interface NoLifecycle {
  readonly table: null
  readonly reason: string
}

/** How a slice's states follow one another, or why it has none. */
export type SliceLifecycle<S, C extends string> = TabledLifecycle<S, C> | NoLifecycle

/** Pairs a table with the naming of its states: each name is a state of the table. */
export const tableLifecycle = <S, N extends string, C extends string>(
  table: Lifecycle<N, C>,
  nameState: (state: S, id: string) => N,
): TabledLifecycle<S, C> => ({ table, nameState })

/** A decider with the words it speaks: all that the runtime needs to serve it. */
export interface Slice<C extends Typed, S, E extends Typed, R extends Typed, Name extends string = string> {
  /** Also the category of its streams. */
  readonly name: Name
  readonly command: Codec<C>
  readonly event: Codec<E>
  readonly decider: Decider<C, S, E, R>
  readonly lifecycle: SliceLifecycle<S, C['type']>
  /**
   * The command of a decision, from all its events in their order: its canonical digest is the one on their envelopes, so that an auditor
   * decides every decision of a log again. Null only where there are no events, or not those of one decision.
   */
  readonly restoreCommand: RestoreCommand<C, E>
  /** How events of past editions are read; a type without an entry is in its first. */
  readonly upcasts?: SliceUpcasts<E['type']>
}
