import type { Instant, PersonId, UnitId } from '@zhiyuan/kernel'
import type { BodyId, OfferId, TeamId } from '../../../vocabulary/ids.ts'
import type { RunningTerm } from '../../organisation/policy/policy.read.ts'
import type { Interval, Reason, Round } from '../../../vocabulary/values.ts'
import type {
  ClaimOpened,
  NoTeamFound,
  OrderEscalated,
  OrderFollowedUp,
  OrderOffered,
  OrderPlaced,
  OrderReturned,
  OrderReviewed,
  Outcome,
  Seats,
} from './order.codec.ts'

type Facts<A> = Omit<A, 'type'>

/** An offer that was ever made, with its answer: none is forgotten (O6). */
export interface Offer {
  readonly offered: Facts<OrderOffered> | Facts<ClaimOpened>
  readonly teamId: TeamId | null
  readonly answer: 'open' | 'accepted' | 'declined' | 'expired' | 'recalled' | 'lapsed'
  readonly planned: Interval | null
}

export interface Team {
  readonly teamId: TeamId
  readonly bodyId: BodyId
}

/** Facts of an order in every state. */
export interface OrderFacts {
  readonly placed: Facts<OrderPlaced>
  readonly owner: UnitId
  readonly handler: UnitId
  readonly round: Round
  readonly seats: Seats
  readonly offers: ReadonlyArray<Offer>
  /** Searches that found no team. */
  readonly searches: ReadonlyArray<Pick<NoTeamFound, 'searchId'>>
  /** Null until a team is bound in this round. */
  readonly team: Team | null
  readonly everAccepted: boolean
  readonly planned: Interval | null
  /** Volunteers with a seat in this round, and whether they are cleared. */
  readonly seated: ReadonlyMap<PersonId, boolean>
  /** Volunteers who gave up a seat in this round. */
  readonly gone: ReadonlySet<PersonId>
  readonly escalatesAt: Instant | null
  readonly serviceDue: RunningTerm
  readonly overdueNoted: boolean
  readonly escalations: ReadonlyArray<Pick<OrderEscalated, 'round' | 'from'>>
  /** The unit that escalated the order to its present handler; it can be returned to this one alone. */
  readonly soughtBy: UnitId | null
  /** The return, of which there is only one (O19). */
  readonly returned: Pick<OrderReturned, 'round' | 'from'> | null
  readonly reviews: ReadonlyArray<Facts<OrderReviewed>>
  readonly followUps: ReadonlyArray<Facts<OrderFollowedUp>>
  readonly reopened: ReadonlyArray<{ readonly round: Round; readonly reason: Reason }>
  /** Volunteers who had a seat when an earlier round was closed. */
  readonly servedBefore: ReadonlySet<PersonId>
}

export type OrderState =
  | { readonly type: 'None' }
  | (OrderFacts & { readonly type: 'Open' | 'InProgress' | 'Cancelled' | 'Aborted' | 'Unmet' })
  | (OrderFacts & {
      readonly type: 'Offered'
      readonly offerId: OfferId
      readonly teamId: TeamId
      readonly expiresAt: Instant
    })
  | (OrderFacts & { readonly type: 'Claimable'; readonly offerId: OfferId; readonly lapsesAt: Instant })
  | (OrderFacts & { readonly type: 'Accepted'; readonly team: Team })
  | (OrderFacts & {
      readonly type: 'Scheduled'
      readonly team: Team
      readonly planned: Interval
      readonly missedAt: Instant
    })
  | (OrderFacts & { readonly type: 'AwaitingReview'; readonly lapsesAt: Instant })
  | (OrderFacts & { readonly type: 'Closed'; readonly outcome: Outcome; readonly reopenableUntil: Instant })

export type Existing = Exclude<OrderState, { readonly type: 'None' }>
