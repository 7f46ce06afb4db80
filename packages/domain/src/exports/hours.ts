/** `@zhiyuan/domain/hours`: service records, from submission to verification, correction and voiding. */
export * from '../slices/hours/record/index.ts'
