/** `@zhiyuan/domain/hours`: service records, from submission to verification, correction and voiding. */
export * from '../slices/hours/record/index.ts'
export type { MergedRow } from '../processes/hours/recheck-overlaps.ts'
export type { BurstRow } from '../processes/hours/burst-hold.ts'
