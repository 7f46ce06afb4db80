/** The words of a watch over the officers of one unit: the pace of rulings (H12), and for what they vouched (H20, A9). Stream `watch-<unit>`. */
import { variants, type Codec } from '@zhiyuan/kernel'
import { HurrySeen, NoteHurry, RulingsHurried, SeeHurry } from './watch.hurry.ts'
import { NoteVouching, OfficeVouched, SeeVouching, VouchingSeen } from './watch.vouching.ts'

export * from './watch.hurry.ts'
export * from './watch.vouching.ts'

/** All events of a watch. */
export const WatchEvent: Codec<WatchEvent> = variants('WatchEvent', [
  RulingsHurried,
  HurrySeen,
  OfficeVouched,
  VouchingSeen,
])
export type WatchEvent = RulingsHurried | HurrySeen | OfficeVouched | VouchingSeen

/** All commands of a watch. */
export const WatchCommand: Codec<WatchCommand> = variants('WatchCommand', [
  NoteHurry,
  SeeHurry,
  NoteVouching,
  SeeVouching,
])
export type WatchCommand = NoteHurry | SeeHurry | NoteVouching | SeeVouching
