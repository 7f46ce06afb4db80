import type { CommandNotAllowed, Instant } from '@zhiyuan/kernel'
import type {
  NotAuthorised,
  OutsideJurisdiction,
  PolicyMissing,
  NotThere,
  SameIdOtherContent,
  UnknownSpecialty,
  UnknownUnit,
} from '../../../vocabulary/rejections.ts'

/** O12: a session is published before it begins, and ends after it begins. */
export interface SessionNotAhead {
  readonly type: 'SessionNotAhead'
}
/** A session is at most as many minutes long as the policy lets a plan be (H13). */
export interface SessionTooLong {
  readonly type: 'SessionTooLong'
  readonly most: number
}
/** A session that has begun is not called off. */
export interface SessionHasBegun {
  readonly type: 'SessionHasBegun'
  readonly plannedStart: Instant
}

export type SessionRejection =
  | CommandNotAllowed
  | NotAuthorised
  | OutsideJurisdiction
  | PolicyMissing
  | NotThere
  | SameIdOtherContent
  | SessionHasBegun
  | SessionNotAhead
  | SessionTooLong
  | UnknownSpecialty
  | UnknownUnit
