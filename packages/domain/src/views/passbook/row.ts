import type { LocalDay } from '@zhiyuan/kernel'
import type { RecordId, RedemptionId } from '../../vocabulary/ids.ts'
import type { Points, ReversalCause } from '../../slices/recognition/points/points.codec.ts'
import type { Code, Minutes, Reason } from '../../vocabulary/values.ts'
import type { Noted } from '../noted.ts'

/** A change of a balance: points for a record, the same points taken back in full, or points spent on goods and courtesies, or given back where nothing was delivered. */
export type PassbookFact = Noted &
  (
    | {
        readonly type: 'credit'
        readonly points: Points
        readonly recordId: RecordId
        readonly day: LocalDay
        readonly minutes: Minutes
      }
    | {
        readonly type: 'reversal'
        readonly points: Points
        readonly recordId: RecordId
        readonly because: ReversalCause
      }
    | {
        readonly type: 'redemption'
        readonly points: number
        readonly redemptionId: RedemptionId
        readonly item: Code
      }
    | {
        readonly type: 'cancelled-redemption'
        readonly points: number
        readonly redemptionId: RedemptionId
        readonly reason: Reason
      }
  )

/** One volunteer's points, entry by entry, in the order of the log. */
export interface PassbookRow {
  readonly entries: ReadonlyArray<PassbookFact>
}
