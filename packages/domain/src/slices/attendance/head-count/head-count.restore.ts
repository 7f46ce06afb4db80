import { copyFields, restoreByFirst, type RestoreTable } from '@zhiyuan/kernel'
import {
  DropList,
  NoteHeadCount,
  NoteList,
  TellHeadCount,
  type HeadCountCommand,
  type HeadCountEvent,
} from './head-count.codec.ts'

const told = copyFields(TellHeadCount)
const noted = copyFields(NoteHeadCount)

/** A count that a roll call told was noted by a process. */
const restoreHeadCount: RestoreTable<HeadCountCommand, HeadCountEvent>['HeadCountTold'] = (event) => {
  const { rollCallId } = event
  return rollCallId === null ? told(event) : noted({ ...event, rollCallId })
}

export const restoreHeadCounts = restoreByFirst<HeadCountCommand, HeadCountEvent>({
  HeadCountTold: restoreHeadCount,
  ListNoted: copyFields(NoteList),
  ListDropped: copyFields(DropList),
})
