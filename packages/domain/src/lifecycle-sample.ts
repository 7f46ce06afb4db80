/** What the one test that walks every lifecycle table needs of a slice: a way into each state, and each command at its best. */
import type { Moment, StreamName, Typed } from '@zhiyuan/kernel'

/** One try: events of the own stream, states of other streams by name, the command and its moment. */
export interface Trial<C extends Typed, E extends Typed> {
  readonly history: ReadonlyArray<E>
  readonly facts: Readonly<Record<StreamName, unknown>>
  readonly command: C
  readonly moment: Moment
}

export interface Samples<S extends string, C extends Typed, E extends Typed> {
  /** Every state of the table, and for each state every command of the slice. */
  readonly states: ReadonlyArray<S>
  readonly commands: ReadonlyArray<C['type']>
  readonly trial: (state: S, command: C['type']) => Trial<C, E>
}
