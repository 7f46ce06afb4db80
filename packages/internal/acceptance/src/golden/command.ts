/** The commands of the story, by type, as the story writes them. */
import type { LedgerCommand } from '@zhiyuan/domain'
import type { PlainByType } from '@zhiyuan/kernel'

type Primitive = string | number | boolean | null
/** The story may write a text where a reference to it belongs: the runner puts the text into the vault first. */
type Told<T> = T extends { readonly id: string; readonly commitment: string }
  ? T | { readonly $text: string }
  : T extends Primitive
    ? T
    : T extends ReadonlyArray<infer Item>
      ? ReadonlyArray<Told<Item>>
      : { readonly [K in keyof T]: Told<T[K]> }

/** The ledger ranks by itself (O10), and the runner puts in what only the running ledger knows: the id of the hold on a record. */
type LeftOut<C> = C extends { readonly ranking: unknown }
  ? Omit<C, 'ranking'>
  : C extends { readonly type: 'ClearHold' }
    ? Omit<C, 'holdId'> & { readonly $hold: 'burst' | 'overlap' }
    : C

type ByType = PlainByType<LedgerCommand>
/** By type. An interface, so that messages name it instead of spelling it out. */
export interface StoryCommands extends Readonly<{ [T in keyof ByType]: LeftOut<Told<ByType[T]>> }> {}
export type StoryCommand = StoryCommands[keyof StoryCommands]

type Rest<T extends keyof StoryCommands, Named extends string> = Omit<StoryCommands[T], 'type' | Named>
/** The fields of a command of that type beside the keys that are named already; no argument where there are no more. */
export type More<T extends keyof StoryCommands, Named extends string> = keyof Rest<T, Named> extends never
  ? []
  : [more: Rest<T, Named>]
