/** What the one test that walks every lifecycle table needs of a slice: a way into each state, and each command at its best. */
import type { StreamName, Typed } from '@zhiyuan/kernel'

/** One try: what has happened on the own stream and on others (beside the sample world), then the command and its moment. */
export interface Trial {
  readonly past: ReadonlyArray<Typed>
  readonly knowing?: Readonly<Record<StreamName, ReadonlyArray<Typed>>>
  readonly command: Typed & Readonly<Record<string, unknown>>
  readonly now: string
  readonly actor:
    | { readonly type: 'person'; readonly person: string; readonly role: string; readonly unit: string }
    | { readonly type: 'process'; readonly process: string; readonly cause: string }
}

/** For each state of the slice's table and each of its commands: the command as that state would most likely take it. */
export type Samples<S extends string, C extends string> = (state: S, command: C) => Trial
