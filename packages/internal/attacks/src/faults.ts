/** What makes a run fail, a sentence each in Chinese and English. */
import { isHarmed } from './honest/honest.ts'
import { listLower, type Kept } from './kept.ts'
import type { Table } from './table.ts'

/** Lines that end lower than they did: nothing is written then. */
export const listFallen = (kept: Kept, { lines }: Table): ReadonlyArray<string> => listLower(kept, lines)

/** What is wrong with the table itself, also where it was so before. */
export const listOpen = ({ lines, honest }: Table): ReadonlyArray<string> => [
  ...lines
    .filter(({ ending }) => ending === 'unseen')
    .map(({ id }) => `${id}：计入而无人可见 · counts, and nothing sees it`),
  ...honest.filter(isHarmed).map(({ id }) => `${id}：诚实者受损 · honest people are harmed`),
]
