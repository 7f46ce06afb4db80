/** What a row of the golden story is. */
import type { Who } from './people.ts'

/** What is expected of one command: the types of its own events, silence, or a refusal. */
export type Expected = ReadonlyArray<string> | 'silent' | { readonly refused: Readonly<Record<string, unknown>> }

export type Deed =
  | {
      readonly at: string
      readonly who: Who
      readonly command: Readonly<Record<string, unknown>>
      readonly expect: Expected
    }
  /** Deadlines that have come by then. `expect` lists what timers and processes wrote. */
  | { readonly at: string; readonly who: 'timer'; readonly expect: ReadonlyArray<string> }
  /** Sent together; the outcomes may come in any order. */
  | {
      readonly at: string
      readonly who: Who
      readonly together: ReadonlyArray<Readonly<Record<string, unknown>>>
      readonly expect: ReadonlyArray<Expected>
    }

export interface Row {
  readonly row: number
  /** What the row shows, for the readable document. */
  readonly says: string
  readonly deeds: ReadonlyArray<Deed>
}
