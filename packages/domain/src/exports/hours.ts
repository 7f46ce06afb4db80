/** `@zhiyuan/domain/hours`: service records, from submission to verification, correction and voiding. */
export * from '../slices/hours/record/index.ts'
export * from '../slices/hours/sheet/index.ts'
export * from '../slices/hours/burst/index.ts'
export type { MergedRow } from '../processes/hours/recheck-overlaps.ts'
export type { SheetLinesRow } from '../processes/hours/sheet-lines.ts'
export type { EnteredRow } from '../processes/hours/contradiction-holds.ts'
export type { BurstRow } from '../processes/hours/burst-row.ts'
export type { BurstRecordsRow } from '../processes/hours/burst-records.ts'
