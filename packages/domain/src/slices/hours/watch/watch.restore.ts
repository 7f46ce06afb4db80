import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import { NoteHurry, NoteVouching, SeeHurry, SeeVouching, type WatchCommand, type WatchEvent } from './watch.codec.ts'

export const restoreWatch = restoreByFirst<WatchCommand, WatchEvent>({
  RulingsHurried: copyFields(NoteHurry),
  HurrySeen: copyFields(SeeHurry),
  OfficeVouched: copyFields(NoteVouching),
  VouchingSeen: copyFields(SeeVouching),
})
