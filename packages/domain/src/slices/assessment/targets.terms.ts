import type * as t from 'io-ts'
import { integer } from '@zhiyuan/kernel'
import { Minutes } from '../../vocabulary/values.ts'
import { section } from '../organisation/policy/terms.ts'

export interface PercentBrand {
  readonly Percent: unique symbol
}
/** A share in whole percent. */
export type Percent = t.Branded<number, PercentBrand>
export const Percent = integer<PercentBrand>('Percent', 0, 100)

/** Targets of the assessment. A policy without this section sets none: 0 asks for nothing. */
export const targetTerms = section(
  'targets',
  {
    /** I01: percent of heads. */
    inServiceParticipation: Percent,
    /** I02: minutes per head and year. */
    inServiceMinutesPerYear: Minutes,
    /** I03: percent of the resident population. */
    massParticipation: Percent,
    /** I08: satisfaction with less than this coverage (percent) is shown as thin. */
    thinCoverage: Percent,
  },
  { inServiceParticipation: 0, inServiceMinutesPerYear: 0, massParticipation: 0, thinCoverage: 0 },
)
