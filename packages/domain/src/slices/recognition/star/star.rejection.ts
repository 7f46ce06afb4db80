import type { CommandNotAllowed, Instant } from '@zhiyuan/kernel'
import type {
  InOwnFavour,
  MergedInto,
  NotAuthorised,
  NotThere,
  OnlyAProcess,
  OutsideJurisdiction,
  PolicyMissing,
  SameIdOtherContent,
} from '../../../vocabulary/rejections.ts'
import type { Count, StarLevel } from '../../../vocabulary/values.ts'

/** Counted minutes or reviews do not carry that level (W1, W11): where `short` and `shortOther` are 0, only the gate bars it. */
export interface NotEligible {
  readonly type: 'NotEligible'
  readonly level: StarLevel
  readonly eligible: Count
  /** Minutes of any grade short of the level applied for. */
  readonly short: Count
  /** Minutes of other grades than `manual` short of it, since only a share of a star may be `manual` (W1). */
  readonly shortOther: Count
  readonly gateOpen: boolean
}
/** The policy has fewer levels. */
export interface NoSuchLevel {
  readonly type: 'NoSuchLevel'
  readonly level: StarLevel
}
/** The star held is at least as high. */
export interface LevelHeld {
  readonly type: 'LevelHeld'
  readonly level: StarLevel
}
/** A star is lowered to a lower level only. */
export interface NotLower {
  readonly type: 'NotLower'
  readonly level: StarLevel
}
/** W2: the grant waits until the notice has ended. */
export interface NoticeStillOpen {
  readonly type: 'NoticeStillOpen'
  readonly endsAt: Instant
}
/** Objections are heard until the notice ends. */
export interface NoticeEnded {
  readonly type: 'NoticeEnded'
  readonly endedAt: Instant
}
/** The examiner has heard fewer or more objections than there are. */
export interface ObjectionsDiffer {
  readonly type: 'ObjectionsDiffer'
  readonly objections: number
}

export type StarRejection =
  | CommandNotAllowed
  | LevelHeld
  | MergedInto
  | NoSuchLevel
  | InOwnFavour
  | NotAuthorised
  | NotEligible
  | NotLower
  | NotThere
  | NoticeEnded
  | NoticeStillOpen
  | ObjectionsDiffer
  | OnlyAProcess
  | OutsideJurisdiction
  | PolicyMissing
  | SameIdOtherContent
