import type { CommandNotAllowed, Instant, PersonId, UnitId } from '@zhiyuan/kernel'
import type { NeedId, OfferId, OrderId, TeamId } from '../../../vocabulary/ids.ts'
import type {
  InOwnFavour,
  NotAVolunteer,
  NotAuthorised,
  NotYetDue,
  OnlyAProcess,
  OutsideJurisdiction,
  PlannedEndPassed,
  NotThere,
  PolicyMissing,
  SameIdOtherContent,
  StartNotReached,
  UnknownSpecialty,
  UrgedToday,
} from '../../../vocabulary/rejections.ts'
import type { Minutes } from '../../../vocabulary/values.ts'
import type { LeftOutReason } from '../../organisation/team/team.codec.ts'
import type { NotTheUnitAbove } from '../../organisation/two-at-the-top.ts'
import type { ReviewerKind, Seats } from './order.codec.ts'

/** O1: an order belongs to an approved need. */
export interface NeedNotApproved {
  readonly type: 'NeedNotApproved'
  readonly needId: NeedId
}
/** A withdrawal of the need names its orders, so their number is limited. */
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
/** O22, H2a: the planned time ends before it starts, its start is not ahead of the command that plans it, or it has passed when it is agreed to. */
export interface TimeNotAhead {
  readonly type: 'TimeNotAhead'
}
/** H6, A9: longer than the policy of that day allows; `most` in minutes. A longer service takes several orders. */
export interface PlannedTooLong {
  readonly type: 'PlannedTooLong'
  readonly most: Minutes
}
/** O10: the team may not serve this order, and why: its level, its specialties or its area. */
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
/** O23: offering to another than the best team needs a reason. */
export interface OverrideNeedsReason {
  readonly type: 'OverrideNeedsReason'
  readonly best: TeamId
}
/** A search ends without a team only where the ranking is empty (O23). */
export interface CandidatesFound {
  readonly type: 'CandidatesFound'
  readonly count: number
}
/** A1: only the offered team's leader accepts or declines. */
export interface NotTheOfferee {
  readonly type: 'NotTheOfferee'
  readonly teamId: TeamId
}
/** A2: the offer or the entry of the open list has ended, or there never was one of that id. */
export interface OfferNoLongerOpen {
  readonly type: 'OfferNoLongerOpen'
  readonly offerId: OfferId
}
/** N3: the need has known risks, and the actor does not say to have seen them. */
export interface RisksNotSeen {
  readonly type: 'RisksNotSeen'
}
/** The order has another time; a new one needs the consent of all sides (O18, later). */
export interface TimeAlreadySet {
  readonly type: 'TimeAlreadySet'
}
/** O22: once the due date has passed, an order is accepted only with a time. */
export interface TimeNeeded {
  readonly type: 'TimeNeeded'
}
/** O11: every seat of the order is taken; `seats` is how many there are. */
export interface OrderFull {
  readonly type: 'OrderFull'
  readonly seats: Seats
}
/** O11: fewer seats than volunteers who have one already; `taken` is how many. */
export interface SeatsTaken {
  readonly type: 'SeatsTaken'
  readonly taken: number
}
/** A1: only members of the bound team take its seats. */
export interface NotATeamMember {
  readonly type: 'NotATeamMember'
  readonly person: PersonId
  readonly teamId: TeamId
}
/** A6: minors are refused until guardianship is built. */
export interface UnderAge {
  readonly type: 'UnderAge'
  readonly person: PersonId
}
/** A1: the person had a seat in this round and gave it up. */
export interface SeatGivenUp {
  readonly type: 'SeatGivenUp'
  readonly person: PersonId
}
/** O9: a person who served does not review. */
export interface ReviewerIsPerformer {
  readonly type: 'ReviewerIsPerformer'
  readonly person: PersonId
}
/** N10: the person is neither requester nor contact nor proxy of the order. */
export interface NotAReviewer {
  readonly type: 'NotAReviewer'
  readonly person: PersonId
}
/** O7: the term for a review or follow-up ended at `lapsedAt`. */
export interface ReviewLapsedAlready {
  readonly type: 'ReviewLapsedAlready'
  readonly lapsedAt: Instant
}
/** O8: a closed order could be reopened before `until`, and that instant has come. */
export interface ReopenWindowClosed {
  readonly type: 'ReopenWindowClosed'
  readonly until: Instant
}
/** O5: no unit stands above; the order is served or ended there. */
export interface TopLevelCannotEscalate {
  readonly type: 'TopLevelCannotEscalate'
  readonly unit: UnitId
}
/** O5: the handler has a unit above it, to which it escalates instead. */
export interface NotAtTheTop {
  readonly type: 'NotAtTheTop'
  readonly handler: UnitId
}
/** O19: an order is returned once, and only to the unit that escalated it. */
export interface CannotReturn {
  readonly type: 'CannotReturn'
  readonly because: 'returned-before' | 'never-escalated'
}
/** O4, O19: the order cannot go to that unit: it is not open, or lies above the handler or outside the actor's area. */
export interface TargetUnfit {
  readonly type: 'TargetUnfit'
  readonly unit: UnitId
}

/** O16: that unit has handled the order in this round; it goes to another one, and not up where none above is left. */
export interface HandledBefore {
  readonly type: 'HandledBefore'
  readonly unit: UnitId
}
/** A1, O22: an order without a time has no seats to take; the leader or the handler sets the time first. */
export interface TimeNotSet {
  readonly type: 'TimeNotSet'
}
/** O26: the need has a live order like this one; another is placed only with a reason. */
export interface TwinOrder {
  readonly type: 'TwinOrder'
  readonly orderId: OrderId
}
/** O27: a later due date is asked for once a round; `to` is the one that was. */
export interface ExtensionAskedBefore {
  readonly type: 'ExtensionAskedBefore'
  readonly to: Instant
}
/** O27: the due date has passed, or the day asked for is not later. */
export interface DayNotLater {
  readonly type: 'DayNotLater'
  readonly dueAt: Instant
}
/** O9: the leader and the members of the serving team do not review it; a member may whose own need it is. */
export interface ReviewerInTeam {
  readonly type: 'ReviewerInTeam'
  readonly person: PersonId
  readonly teamId: TeamId
}
/** O9: the round has a review of a person at least as near, or the term in which the own one may be replaced has ended. */
export interface ReviewedAlready {
  readonly type: 'ReviewedAlready'
  readonly as: ReviewerKind
}
/** O7: who sent a command on the order or its need does not check it. */
export interface HadAHand {
  readonly type: 'HadAHand'
  readonly person: PersonId
}

/** G7: who asked for a later due date does not grant it, and who dispatched the order or named its time does not agree to it, under any registration. */
export interface AskedForIt {
  readonly type: 'AskedForIt'
  readonly person: PersonId
}

/** G7: no one in office offers an order to the team that the person leads, under any registration. */
export interface LeadsTheTeam {
  readonly type: 'LeadsTheTeam'
  readonly person: PersonId
  readonly teamId: TeamId
}

export type OrderRejection =
  | AskedForIt
  | CandidatesFound
  | CannotReturn
  | CommandNotAllowed
  | DayNotLater
  | ExtensionAskedBefore
  | HadAHand
  | InOwnFavour
  | LeadsTheTeam
  | HandledBefore
  | NeedNotApproved
  | NotAReviewer
  | NotATeamMember
  | NotAVolunteer
  | NotAtTheTop
  | NotAuthorised
  | NotTheOfferee
  | NotTheUnitAbove
  | NotYetDue
  | OfferNoLongerOpen
  | OnlyAProcess
  | OrderFull
  | OutsideJurisdiction
  | OverrideNeedsReason
  | PlannedTooLong
  | PlannedEndPassed
  | NotThere
  | PolicyMissing
  | ReopenWindowClosed
  | ReviewLapsedAlready
  | ReviewedAlready
  | ReviewerInTeam
  | ReviewerIsPerformer
  | RisksNotSeen
  | SameIdOtherContent
  | SeatGivenUp
  | SeatsTaken
  | StartNotReached
  | TargetUnfit
  | TeamNotCandidate
  | TeamNotRanked
  | TimeAlreadySet
  | TimeNeeded
  | TimeNotAhead
  | TimeNotSet
  | TopLevelCannotEscalate
  | UnderAge
  | TooManyOrders
  | TwinOrder
  | UnitNotOpen
  | UnknownSpecialty
  | UrgedToday
