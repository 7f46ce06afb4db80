/** What a row of the golden story is. */
import type { StoryCommand } from './command.ts'
import type { Who } from './people.ts'

type Facts = Readonly<Record<string, unknown>>

/** An event with the fields that it must have; it may have more. */
export type Said = Facts & { readonly type: string }

/** The outcome that a command must have: its own events, a no-op, or a rejection with the fields that it must have. */
export type Expected = ReadonlyArray<Said> | 'silent' | { readonly refused: Said }

export type Deed = {
  readonly at: string
  /** All events that processes write before they come to rest. */
  readonly follows: ReadonlyArray<Said>
} & (
  | { readonly who: Who; readonly command: StoryCommand; readonly expect: Expected }
  /** Timers that are due by then; `expect` lists all events that they wrote. */
  | { readonly who: 'timer'; readonly expect: ReadonlyArray<Said> }
  /** Sent together. */
  | { readonly who: Who; readonly together: ReadonlyArray<StoryCommand>; readonly expects: ReadonlyArray<Expected> }
)

export interface Row {
  readonly row: number
  /** Ids of the rules that it shows. */
  readonly rules: ReadonlyArray<string>
  /** The sentence of the row, in Chinese and in English. */
  readonly zh: string
  readonly says: string
  readonly deeds: ReadonlyArray<Deed>
}
