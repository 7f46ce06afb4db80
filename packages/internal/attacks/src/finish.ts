/** What a run comes to: its faults, and what it writes. */
import { listOpen } from './faults.ts'
import { keepLines, listLower, type Kept } from './kept.ts'
import { makePage } from './page.ts'
import type { Table } from './table.ts'

/** The kept table and the page as they stand in the repository. */
export interface Standing {
  readonly kept: Kept
  readonly page: string
}
export interface Finished {
  readonly faults: ReadonlyArray<string>
  /** Null: nothing is written. */
  readonly writes: Standing | null
}

/** With `isCheck` nothing is written, and a page that differs is a fault; nor is it where a line ends lower. */
export const finishRun = (table: Table, standing: Standing, isCheck: boolean): Finished => {
  const page = makePage(table)
  const fallen = listLower(standing.kept, table.lines)
  const isStale = isCheck && page !== standing.page
  const stale = isStale ? ['docs/reference/attacks.md：已过期 · is stale: npm run attacks'] : []
  return {
    faults: [...fallen, ...stale, ...listOpen(table)],
    writes: isCheck || fallen.length > 0 ? null : { page, kept: keepLines(table.lines) },
  }
}
