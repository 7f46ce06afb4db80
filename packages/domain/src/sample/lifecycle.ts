/** What the one test that walks every lifecycle table needs of a slice: a way into each state, and each command at its best. */
import type { Plain, PlainByType, StreamName, Typed } from '@zhiyuan/kernel'

/** One try: what has happened on the own stream and on others (beside the sample world), then the command and its moment. */
export interface Trial<C extends Typed> {
  readonly past: ReadonlyArray<Typed>
  readonly knowing?: Readonly<Record<StreamName, ReadonlyArray<Typed>>>
  readonly command: Plain<C>
  readonly now: string
  readonly actor:
    | { readonly type: 'person'; readonly person: string; readonly role: string; readonly unit: string }
    | { readonly type: 'process'; readonly process: string; readonly cause: string }
}

/** What each command says beside its type, and beside the keys that all of them share. */
export type Says<C extends Typed, Shared extends string = never> = {
  readonly [T in C['type']]: Omit<PlainByType<C>[T], 'type' | Shared>
}

/** For each state of the slice's table and each of its commands: the command as that state would most likely take it. */
export type Samples<S extends string, C extends Typed> = (state: S, command: C['type']) => Trial<C>

/** The command of that type. The table pairs each type with its own words, which an index by a union cannot say. */
export const pickCommand = <C extends Typed>(says: { readonly [T in C['type']]: object }, type: C['type']): Plain<C> =>
  ({ ...says[type], type }) as unknown as Plain<C>
