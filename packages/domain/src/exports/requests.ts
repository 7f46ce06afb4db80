/** `@zhiyuan/domain/requests`: needs and orders, their timeline and what is to be done about them, and the ranking of teams. */
export * from '../slices/requests/need/index.ts'
export * from '../slices/requests/order/index.ts'
export type { IntakeRow } from '../processes/requests/daily-needs.ts'
export type { AlikeRow } from '../processes/requests/likely-twins.ts'
export type { UnwantedOrderRow } from '../processes/requests/need-orders.ts'
export type { OrderOfNeedRow } from '../processes/requests/need-standings.ts'
export type { StartRow } from '../processes/requests/service-start.ts'
export type { SurvivorRow } from '../processes/requests/unserved-survivors.ts'
export { teamBoard } from '../views/team-board/project.ts'
export { auditRankings, type RankingFault } from '../views/team-board/audit.ts'
export { rank, type RankingWish } from '../views/team-board/rank.ts'
export { boardKey, type BoardOffer, type BoardOrder, type Slot, type TeamBoardRow } from '../views/team-board/row.ts'
export { timeline } from '../views/timeline/project.ts'
export { buildTimeline, type Timeline } from '../views/timeline/query.ts'
export {
  needKey,
  orderKey,
  recordKey,
  type TimelineEvent,
  type TimelineRow,
  type TimelineStep,
} from '../views/timeline/row.ts'
export { toDo } from '../views/to-do/project.ts'
export { keepListed, placeExtension } from '../views/to-do/listed.ts'
export {
  listDeadlines,
  openItems,
  listPlaces,
  type Deadline,
  type PlacedRow,
  type ToDoItem,
} from '../views/to-do/query.ts'
export {
  dropEnded,
  hasMovingClock,
  runAttendanceClocks,
  runNeedClocks,
  runNoticeClock,
  runOrderClocks,
  runRecordClocks,
} from '../views/to-do/running.ts'
export type { Details } from '../views/to-do/named.ts'
export type { NamedCommand } from '../views/to-do/rulings.ts'
export {
  placePrefix,
  type Marks,
  type TimerName,
  type RunningTimer,
  type Place,
  type Subject,
  type ToDoRow,
  type Waits,
} from '../views/to-do/row.ts'
