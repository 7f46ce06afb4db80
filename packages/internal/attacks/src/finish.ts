/** What a run comes to: its faults, and what it writes. */
import { listOpen } from './faults.ts'
import { keepLines, listDiffering, listLower, type Kept } from './kept.ts'
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
  /** The lines that the kept table said otherwise, or not at all. */
  readonly changed: ReadonlyArray<string>
}

/** With `isCheck` nothing is written, and a page or a kept line that differs is a fault; nothing is written where a line ends lower. */
export const finishRun = (table: Table, standing: Standing, isCheck: boolean): Finished => {
  const page = makePage(table)
  const fallen = listLower(standing.kept, table.lines)
  const changed = listDiffering(standing.kept, table.lines)
  const stale = [
    ...(page === standing.page ? [] : ['docs/reference/attacks.md：已过期 · is stale: npm run attacks']),
    ...changed.map((id) => `${id}：存表已过期 · is stale in the kept table: npm run attacks`),
  ]
  return {
    faults: [...fallen, ...(isCheck ? stale : []), ...listOpen(table)],
    writes: isCheck || fallen.length > 0 ? null : { page, kept: keepLines(table.lines) },
    changed,
  }
}
