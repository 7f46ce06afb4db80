import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import { NoteHurry, SeeHurry, type WatchCommand, type WatchEvent } from './watch.codec.ts'

export const restoreWatch = restoreByFirst<WatchCommand, WatchEvent>({
  RulingsHurried: copyFields(NoteHurry),
  HurrySeen: copyFields(SeeHurry),
})
