import type { StreamVersion } from '@zhiyuan/kernel'
import type { OrderId } from '../../ids.ts'
import type { Rating, Round } from '../../words.ts'
import type { Recorded } from '../known.ts'
import { unmerged, type MergeFacts } from '../people/survivors.ts'
import type { RecordHistory } from '../records/record-history.ts'

/** A final review of a round in which the volunteer had a seat; of two of one round, the later in the order's stream holds (W11). */
export interface NotedReview extends Recorded {
  readonly orderId: OrderId
  readonly round: Round
  readonly rating: Rating
  readonly orderVersion: StreamVersion
}

/** What was decided about the star, or found about what it rests on (W4). */
export type StarFact = Recorded &
  (
    | { readonly type: 'granted' | 'lowered'; readonly level: number }
    | { readonly type: 'put-under-examination' | 'upheld' | 'revoked' }
  )

/** Everything that one volunteer's star can rest on, and what became of it. */
export interface StarRow extends MergeFacts {
  readonly records: ReadonlyArray<RecordHistory>
  readonly reviews: ReadonlyArray<NotedReview>
  readonly stars: ReadonlyArray<StarFact>
}

export const noStar = (key: string): StarRow => ({ ...unmerged(key), records: [], reviews: [], stars: [] })
