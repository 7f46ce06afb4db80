/** `@zhiyuan/domain/recognition`: points with their passbook, and stars with the table of who has which. */
export * from '../slices/recognition/points/index.ts'
export * from '../slices/recognition/star/index.ts'
export { passbook } from '../views/passbook/project.ts'
export { buildPassbook, type Passbook, type PassbookEntry } from '../views/passbook/query.ts'
export type { PassbookFact, PassbookRow } from '../views/passbook/row.ts'
export { starFigures, starTable, type StarFigures, type StarQuestion } from '../views/star-certification/figures.ts'
export type { StarRow } from '../processes/recognition/reexamine-star.ts'
export type { ReviewedRoundRow } from '../processes/recognition/note-review.ts'
