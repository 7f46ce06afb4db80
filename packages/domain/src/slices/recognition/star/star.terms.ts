import type * as t from 'io-ts'
import { closed, integer, list, type Decoded } from '@zhiyuan/kernel'
import { Count, Minutes } from '../../../vocabulary/values.ts'
import { Limit, Term } from '../../organisation/policy/term.codec.ts'
import { section, type TermFault } from '../../organisation/policy/terms.ts'

export interface HundredthsBrand {
  readonly Hundredths: unique symbol
}
/** Hundredths of a rating point: 350 is 3.50. */
export type Hundredths = t.Branded<number, HundredthsBrand>
export const Hundredths = integer<HundredthsBrand>('Hundredths', 100, 500)

const fields = {
  /** W1: minutes for level 1, 2, …, rising. */
  thresholds: list(Minutes, 1, 10),
  /** W11: the mean final review must reach this. */
  gate: Hundredths,
  /** W2: how long a star is on public notice. */
  notice: Term,
  /** W1: at most p/q of a star's minutes are `manual`. It guards truth: see `findGuardPolicy` (G5). */
  manualShare: closed({ p: Count, q: Limit }),
}

/** W1: a share is at most the whole. */
const refuseShare = ({ manualShare }: Decoded<typeof fields>): TermFault<'manualShare'> | null =>
  (manualShare.p as number) <= manualShare.q ? null : { term: 'manualShare', expected: 'a share p/q of at most 1' }

/** W1: each level needs more than the one before it, and the first needs some. */
const refuseUnrisen = ({ thresholds }: Decoded<typeof fields>): TermFault<'thresholds'> | null =>
  thresholds.every((minutes, index) => minutes > (thresholds[index - 1] ?? 0))
    ? null
    : { term: 'thresholds', expected: 'thresholds that rise from star to star' }

/** Policy terms of stars, beside the grades that count. */
export const starTerms = section(
  'stars',
  fields,
  {
    thresholds: [6_000, 18_000, 36_000, 60_000, 90_000],
    gate: 350,
    notice: { workingDays: 5 },
    manualShare: { p: 1, q: 1 },
  },
  (terms) => refuseUnrisen(terms) ?? refuseShare(terms),
)

/** What a county is advised to adopt; a policy that guards less is named where it matters (G5). */
export const starDefaults = {
  thresholds: [6_000, 18_000, 36_000, 60_000, 90_000],
  gate: 350,
  notice: { workingDays: 5 },
  manualShare: { p: 1, q: 3 },
} as const
