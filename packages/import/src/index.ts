/** Any CSV and a mapping that is data → commands: preview, then commit; every refused row by number, field and reason. */
export * from './commit.ts'
export { readCsv } from './csv.ts'
export * from './keyed.ts'
export * from './mapping.codec.ts'
export * from './preview.ts'
export { parseInstant } from './instant-cell.ts'
export type { RefusedRow } from './row.ts'
