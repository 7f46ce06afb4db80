import type { CommandNotAllowed, Instant } from '@zhiyuan/kernel'
import type {
  MergedInto,
  NotAuthorised,
  NotThere,
  OnlyAProcess,
  OutsideJurisdiction,
  PolicyMissing,
  SameIdOtherContent,
} from '../../../vocabulary/rejections.ts'
import type { Count, StarLevel } from '../../../vocabulary/values.ts'

/** Counted minutes or reviews do not carry that level (W1, W11): `short` 0 means that the gate is in the way. */
export interface NotEligible {
  readonly type: 'NotEligible'
  readonly level: StarLevel
  readonly eligible: Count
  /** Minutes short of the level asked for. */
  readonly short: Count
  readonly gateOpen: boolean
}
/** The policy has fewer levels. */
export interface NoSuchLevel {
  readonly type: 'NoSuchLevel'
  readonly level: StarLevel
}
/** The star held is as high already. */
export interface LevelHeld {
  readonly type: 'LevelHeld'
  readonly level: StarLevel
}
/** One lowers to a lower level only. */
export interface NotLower {
  readonly type: 'NotLower'
  readonly level: StarLevel
}
/** W2: granted after the notice. */
export interface NoticeStillOpen {
  readonly type: 'NoticeStillOpen'
  readonly endsAt: Instant
}
/** Objections are heard until the notice ends. */
export interface NoticeEnded {
  readonly type: 'NoticeEnded'
  readonly endedAt: Instant
}
/** There are more objections, or fewer, than the examiner has heard. */
export interface ObjectionsDiffer {
  readonly type: 'ObjectionsDiffer'
  readonly objections: number
}

export type StarRejection =
  | CommandNotAllowed
  | LevelHeld
  | MergedInto
  | NoSuchLevel
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
