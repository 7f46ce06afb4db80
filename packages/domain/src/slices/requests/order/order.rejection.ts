import type { CommandNotAllowed, Instant, PersonId, UnitId } from '@zhiyuan/kernel'
import type { NeedId, OfferId, TeamId } from '../../../vocabulary/ids.ts'
import type {
  NotAVolunteer,
  NotAuthorised,
  NotYetDue,
  OnlyAProcess,
  OutsideJurisdiction,
  PolicyMissing,
  SameIdOtherContent,
} from '../../../vocabulary/rejections.ts'
import type { Minutes } from '../../../vocabulary/values.ts'
import type { LeftOutReason } from '../../organisation/team/team.codec.ts'
import type { Seats } from './order.codec.ts'

/** O1: an order traces to an approved need. */
export interface NeedNotApproved {
  readonly type: 'NeedNotApproved'
  readonly needId: NeedId
}
/** A need's withdrawal names its orders: there are no more of them than it holds. */
export interface TooManyOrders {
  readonly type: 'TooManyOrders'
  readonly needId: NeedId
  readonly most: number
}
/** A closing or closed unit takes no new orders (G1). */
export interface UnitNotOpen {
  readonly type: 'UnitNotOpen'
  readonly unit: UnitId
}
export interface TimeNotAhead {
  readonly type: 'TimeNotAhead'
}
/** H6, A9: longer than the policy of that day plans; `most` in minutes. What takes longer is served in several orders. */
export interface PlannedTooLong {
  readonly type: 'PlannedTooLong'
  readonly most: Minutes
}
export interface TeamNotCandidate {
  readonly type: 'TeamNotCandidate'
  readonly teamId: TeamId
  readonly reason: LeftOutReason
}
/** The offered team is not among the ranked candidates that the decision keeps (O10). */
export interface TeamNotRanked {
  readonly type: 'TeamNotRanked'
  readonly teamId: TeamId
}
/** O23: another than the best needs a reason. */
export interface OverrideNeedsReason {
  readonly type: 'OverrideNeedsReason'
  readonly best: TeamId
}
/** Nobody was found only where the ranking is empty (O23). */
export interface CandidatesFound {
  readonly type: 'CandidatesFound'
  readonly count: number
}
/** A1: only the offered team's leader accepts or declines. */
export interface NotTheOfferee {
  readonly type: 'NotTheOfferee'
  readonly teamId: TeamId
}
export interface OfferNoLongerOpen {
  readonly type: 'OfferNoLongerOpen'
  readonly offerId: OfferId
}
export interface RisksNotSeen {
  readonly type: 'RisksNotSeen'
}
/** The order has another time; a new one needs everybody's agreement (O18, later). */
export interface TimeAlreadySet {
  readonly type: 'TimeAlreadySet'
}
/** O22: past its due date an order is accepted only with a time. */
export interface TimeNeeded {
  readonly type: 'TimeNeeded'
}
export interface OrderFull {
  readonly type: 'OrderFull'
  readonly seats: Seats
}
export interface SeatsTaken {
  readonly type: 'SeatsTaken'
  readonly taken: number
}
export interface NotATeamMember {
  readonly type: 'NotATeamMember'
  readonly person: PersonId
  readonly teamId: TeamId
}
/** A6: until guardianship is built. */
export interface UnderAge {
  readonly type: 'UnderAge'
  readonly person: PersonId
}
export interface SeatGivenUp {
  readonly type: 'SeatGivenUp'
  readonly person: PersonId
}
/** O9: who served does not review. */
export interface ReviewerIsPerformer {
  readonly type: 'ReviewerIsPerformer'
  readonly person: PersonId
}
export interface NotAReviewer {
  readonly type: 'NotAReviewer'
  readonly person: PersonId
}
export interface ReviewLapsedAlready {
  readonly type: 'ReviewLapsedAlready'
  readonly lapsedAt: Instant
}
export interface ReopenWindowClosed {
  readonly type: 'ReopenWindowClosed'
  readonly until: Instant
}
export interface TopLevelCannotEscalate {
  readonly type: 'TopLevelCannotEscalate'
  readonly unit: UnitId
}
export interface NotAtTheTop {
  readonly type: 'NotAtTheTop'
  readonly handler: UnitId
}
/** O19: once, and only to the unit it came from. */
export interface CannotReturn {
  readonly type: 'CannotReturn'
  readonly because: 'returned-before' | 'never-escalated'
}
export interface TargetUnfit {
  readonly type: 'TargetUnfit'
  readonly unit: UnitId
}

export type OrderRejection =
  | CandidatesFound
  | CannotReturn
  | CommandNotAllowed
  | NeedNotApproved
  | NotAReviewer
  | NotATeamMember
  | NotAVolunteer
  | NotAtTheTop
  | NotAuthorised
  | NotTheOfferee
  | NotYetDue
  | OfferNoLongerOpen
  | OnlyAProcess
  | OrderFull
  | OutsideJurisdiction
  | OverrideNeedsReason
  | PlannedTooLong
  | PolicyMissing
  | ReopenWindowClosed
  | ReviewLapsedAlready
  | ReviewerIsPerformer
  | RisksNotSeen
  | SameIdOtherContent
  | SeatGivenUp
  | SeatsTaken
  | TargetUnfit
  | TeamNotCandidate
  | TeamNotRanked
  | TimeAlreadySet
  | TimeNeeded
  | TimeNotAhead
  | TopLevelCannotEscalate
  | UnderAge
  | TooManyOrders
  | UnitNotOpen
