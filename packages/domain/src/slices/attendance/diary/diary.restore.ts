import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import {
  CompareDiary,
  DropSeat,
  NoteBulkConfirmation,
  NotePresence,
  NoteSeat,
  type DiaryCommand,
  type DiaryEvent,
} from './diary.codec.ts'

const comparison = copyFields(CompareDiary)

/** Alone a finding comes of a comparison; after a note it is part of it. */
export const restoreDiary = restoreByFirst<DiaryCommand, DiaryEvent>({
  SeatNoted: copyFields(NoteSeat),
  SeatDropped: copyFields(DropSeat),
  SeatsOverlap: comparison,
  PresenceNoted: copyFields(NotePresence),
  PresenceElsewhere: comparison,
  PresencesCrossed: comparison,
  ConfirmedInBulk: copyFields(NoteBulkConfirmation),
  OverlapEnded: null,
})
