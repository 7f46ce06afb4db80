/** The views of the loop, from a need to its thanks. */
import { passbook } from './passbook/project.ts'
import { teamBoard } from './team-board/project.ts'
import { timeline } from './timeline/project.ts'

export const loopViews = [timeline, teamBoard, passbook] as const

export { passbook, teamBoard, timeline }
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
export type { Noted } from './noted.ts'
