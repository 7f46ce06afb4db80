/** What makes a run fail, a sentence each in Chinese and English. */
import { isHarmed } from './honest/honest.ts'
import type { Line } from './run.ts'
import type { Table } from './table.ts'

/**
 * The attacks of the cases that may be seen only afterwards: of a visit that both sides invent the log has two words that agree, and no third
 * person was there. Two humans invent it, or one under two registrations that were never merged (G2).
 */
const inventedByBoth: ReadonlySet<string> = new Set(['invented-visits', 'second-registration-reviews'])
const isTooLate = ({ id, ending, source }: Line): boolean =>
  ending === 'afterwards' && !source.startsWith('own') && !inventedByBoth.has(id)

/** What is wrong with the table itself, also where it was so before. */
export const listOpen = ({ lines, honest }: Table): ReadonlyArray<string> => [
  ...lines
    .filter(({ ending }) => ending === 'unseen')
    .map(({ id }) => `${id}：计入而无人可见 · counts, and nothing sees it`),
  ...lines
    .filter(isTooLate)
    .map(({ id }) => `${id}：案例中的攻击不应事后才见 · an attack of the cases is seen only afterwards`),
  ...honest.filter(isHarmed).map(({ id }) => `${id}：诚实者受损 · honest people are harmed`),
]
