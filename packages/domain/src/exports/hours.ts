/** `@zhiyuan/domain/hours`: service records, from submission to verification, correction and voiding. */
export * from '../slices/hours/record/index.ts'
export * from '../slices/hours/sheet/index.ts'
export * from '../slices/hours/burst/index.ts'
export type { AttendedRow } from '../processes/hours/attendance-records.ts'
export type { ProofsRow } from '../processes/hours/presence-proofs.ts'
export type { MergedRow } from '../processes/hours/recheck-overlaps.ts'
export type { SheetLinesRow } from '../processes/hours/sheet-lines.ts'
export * from '../slices/hours/watch/index.ts'
export type { PaceRow } from '../processes/hours/ruling-pace.ts'
export type { VouchingsRow } from '../processes/hours/vouchings.ts'
export type { EnteredRow } from '../processes/hours/contradiction-holds.ts'
export type { PerformerRow } from '../processes/hours/note-performers.ts'
export type { SessionRow } from '../processes/hours/session-seats.ts'
export type { BurstRow } from '../processes/hours/burst-row.ts'
export type { BurstRecordsRow } from '../processes/hours/burst-records.ts'
export { ownRecords } from '../views/own-records/project.ts'
export {
  compareEntering,
  listOwnRecords,
  type Acting,
  type LookCause,
  type OwnRecordItem,
} from '../views/own-records/query.ts'
export { ownRecordKey, ownRecordsPrefix } from '../views/own-records/row.ts'
export type { OwnHold, OwnRecord, OwnRecordRow, OwnStatus } from '../views/own-records/row.ts'
export { secondLooks } from '../views/second-looks/project.ts'
export { personLooksPrefix, placeLooksPrefix, teamLooksPrefix, type SecondLookRow } from '../views/second-looks/row.ts'
