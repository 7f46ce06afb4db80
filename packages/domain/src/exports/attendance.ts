/** `@zhiyuan/domain/attendance`: one volunteer in one round of an order, from the taken seat to presence, release or absence. */
export * from '../slices/attendance/assignment/index.ts'
export * from '../slices/attendance/session/index.ts'
export * from '../slices/attendance/head-count/index.ts'
export * from '../slices/attendance/roll-call/index.ts'
export * from '../slices/attendance/diary/index.ts'
export type { AttendanceRow } from '../processes/hours/attendance-holds.ts'
export type { BulkRow } from '../processes/attendance/bulk-confirmations.ts'
export type { DoubledRow } from '../processes/attendance/doubled-services.ts'
