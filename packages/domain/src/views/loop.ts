/** The views of the loop, from a need to its thanks. */
import { passbook } from './passbook/project.ts'
import { teamBoard } from './team-board/project.ts'
import { timeline } from './timeline/project.ts'
import { toDo } from './to-do/project.ts'

export const loopViews = [timeline, toDo, teamBoard, passbook] as const

export { passbook, teamBoard, timeline, toDo }
export { passbookOf, type Passbook, type PassbookEntry } from './passbook/query.ts'
export type { PassbookFact, PassbookRow } from './passbook/row.ts'
export { rank, type RankingWish } from './team-board/rank.ts'
export type { BoardOffer, BoardOrder, Slot, TeamBoardRow } from './team-board/row.ts'
export { timelineOf, type Timeline } from './timeline/query.ts'
export {
  needKey,
  orderKey,
  recordKey,
  type TimelineEvent,
  type TimelineRow,
  type TimelineStep,
} from './timeline/row.ts'
export { deadlinesOf, openItems, placesOf, type Deadline, type PlacedRow, type ToDoItem } from './to-do/query.ts'
export {
  placePrefix,
  type Clock,
  type RunningClock,
  type Place,
  type Subject,
  type ToDoRow,
  type Waits,
} from './to-do/row.ts'
export type { Noted } from './noted.ts'
