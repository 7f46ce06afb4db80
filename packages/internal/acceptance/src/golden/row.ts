/** What a row of the golden story is. */
import type { StoryCommand } from './command.ts'
import type { Who } from './people.ts'

type Facts = Readonly<Record<string, unknown>>

/** An event with what must be said in it; it may say more. */
export type Said = Facts & { readonly type: string }

/** What must come of a command: its own events, silence, or a refusal with what must be said in it. */
export type Expected = ReadonlyArray<Said> | 'silent' | { readonly refused: Said }

export type Deed = {
  readonly at: string
  /** All that processes write before they come to rest. */
  readonly follows: ReadonlyArray<Said>
} & (
  | { readonly who: Who; readonly command: StoryCommand; readonly expect: Expected }
  /** Deadlines that have come by then; `expect` lists all that they wrote. */
  | { readonly who: 'timer'; readonly expect: ReadonlyArray<Said> }
  /** Sent together. */
  | { readonly who: Who; readonly together: ReadonlyArray<StoryCommand>; readonly expects: ReadonlyArray<Expected> }
)

export interface Row {
  readonly row: number
  /** Ids of the rules that it shows. */
  readonly rules: ReadonlyArray<string>
  /** What it shows, in Chinese and in English. */
  readonly zh: string
  readonly says: string
  readonly deeds: ReadonlyArray<Deed>
}
