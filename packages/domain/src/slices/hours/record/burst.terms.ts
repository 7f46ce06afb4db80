import type * as t from 'io-ts'
import { integer } from '@zhiyuan/kernel'
import { Minutes } from '../../../vocabulary/values.ts'
import { section } from '../../organisation/policy/terms.ts'

export interface BurstSizeBrand {
  readonly BurstSize: unique symbol
}
/** How many identical entries make a burst: at least 2 (H12). */
export type BurstSize = t.Branded<number, BurstSizeBrand>
export const BurstSize = integer<BurstSizeBrand>('BurstSize', 2, 1000)

/** H12: this many identical manual intervals by one recorder within this many minutes are held. */
export const burstTerms = section(
  'bursts',
  {
    /** H12: so many identical manual intervals by one recorder are a burst. */
    records: BurstSize,
    /** H12: entered within so many minutes, up to the last of them. */
    withinMinutes: Minutes,
  },
  { records: 20, withinMinutes: 10 },
)
