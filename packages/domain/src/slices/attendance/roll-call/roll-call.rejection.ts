import type { CommandNotAllowed, Instant, PersonId } from '@zhiyuan/kernel'
import type {
  InOwnFavour,
  NotAuthorised,
  NotThere,
  OutsideJurisdiction,
  PolicyMissing,
  SameIdOtherContent,
  UnknownUnit,
} from '../../../vocabulary/rejections.ts'
import type { NoSeat, NotUnderWay } from '../happening.ts'

/** A person stands on a list once, under any registration (G2). */
export interface ListedTwice {
  readonly type: 'ListedTwice'
  readonly person: PersonId
}
/** A12: there are more names on the list than heads were counted. */
export interface MoreThanCounted {
  readonly type: 'MoreThanCounted'
  readonly names: number
  readonly count: number
}
/** A12: a clerk types for another person, who leads the team, answers for the session or has a seat. */
export interface NotACaller {
  readonly type: 'NotACaller'
  readonly caller: PersonId
}
/** A roll is called around the planned time; the end is half-open. */
export interface NotTheTime {
  readonly type: 'NotTheTime'
  readonly from: Instant
  readonly until: Instant
}
/** A14: a roll reaches the log within the term of a capture; what a list says later is a paper sheet (H14). Half-open. */
export interface RollTooLate {
  readonly type: 'RollTooLate'
  readonly until: Instant
}

export type RollCallRejection =
  | CommandNotAllowed
  | InOwnFavour
  | ListedTwice
  | MoreThanCounted
  | NoSeat
  | NotACaller
  | NotAuthorised
  | NotThere
  | NotTheTime
  | NotUnderWay
  | OutsideJurisdiction
  | PolicyMissing
  | RollTooLate
  | SameIdOtherContent
  | UnknownUnit
