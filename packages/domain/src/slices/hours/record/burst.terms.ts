import type * as t from 'io-ts'
import { closed, integer, nullable } from '@zhiyuan/kernel'
import { Minutes } from '../../../vocabulary/values.ts'
import { Limit } from '../../organisation/policy/term.codec.ts'
import { section } from '../../organisation/policy/terms.ts'

/** No policy calls fewer people a burst. */
export const smallestBurst = 2

export interface BurstSizeBrand {
  readonly BurstSize: unique symbol
}
/** How many people make a burst: at least 2 (H12). */
export type BurstSize = t.Branded<number, BurstSizeBrand>
export const BurstSize = integer<BurstSizeBrand>('BurstSize', smallestBurst, 1000)

/** Policy terms of bursts (H12). They guard truth: see `findGuardPolicy` (G5). */
export const burstTerms = section(
  'bursts',
  {
    /** So many people whom records that are not `system` place in one order or session at one instant are a burst. */
    people: BurstSize,
    /** So many people with `manual` records of one unit's bodies on one local day are a burst. Null: a day is not looked at. */
    peopleADay: nullable(BurstSize),
    /** More rulings or approvals than `acts` by one person within `minutes` are told to the unit above. Null: they are not. */
    pace: nullable(closed({ acts: Limit, minutes: Minutes })),
  },
  { people: 20, peopleADay: null, pace: null },
)

/** What a county is advised to adopt; a policy that guards less is named where it matters (G5). */
export const burstDefaults = { people: 20, peopleADay: 60, pace: { acts: 20, minutes: 10 } } as const
