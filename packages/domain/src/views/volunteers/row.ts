import type { LocalDay, PersonId, StreamVersion, UnitId } from '@zhiyuan/kernel'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { Rating, Round } from '../../vocabulary/values.ts'
import type { Recorded } from '../known.ts'
import type { RecordHistory } from '../records/record-history.ts'

/** A home, from a day on (G2). */
export interface HomeFact extends Recorded {
  readonly from: LocalDay
  readonly home: UnitId
  /** The person lives outside the tree; `home` is the unit that keeps the registration. */
  readonly outside: boolean
}

/** A final review of a round in which the volunteer had a seat. Of two reviews of one round the later one in the order's stream holds (W11). */
export interface NotedReview extends Recorded {
  readonly orderId: OrderId
  readonly round: Round
  /** Null: out of the score (O9). */
  readonly rating: Rating | null
  readonly reviewer: PersonId
  readonly orderVersion: StreamVersion
}

/** A decision about the star, or a finding about the service on which it was granted (W4). */
export type StarFact = Recorded &
  (
    | { readonly type: 'granted' | 'lowered'; readonly level: number }
    | { readonly type: 'put-under-examination' | 'upheld' | 'revoked' }
  )

/** The facts of one volunteer that stars and assessment use. */
export interface VolunteerRow {
  readonly volunteer: PersonId
  /** When the ledger was told of it; the time that a sender gives does not count. */
  readonly registered: Recorded | null
  readonly homes: ReadonlyArray<HomeFact>
  readonly records: ReadonlyArray<RecordHistory>
  readonly reviews: ReadonlyArray<NotedReview>
  readonly stars: ReadonlyArray<StarFact>
}

export const unknownVolunteer = (key: string): VolunteerRow => ({
  volunteer: key as PersonId,
  registered: null,
  homes: [],
  records: [],
  reviews: [],
  stars: [],
})
