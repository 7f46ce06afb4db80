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

/** The spendable points do not cover the price; below zero they cover nothing (W7, W10, W13). */
export interface InsufficientPoints {
  readonly type: 'InsufficientPoints'
  /** What can be spent, as `ledger.passbook` says in `spendable`: the points of all registrations of the human together that rest on counting records (G2, H5). */
  readonly balance: number
}

export type PointsRejection =
  | InOwnFavour
  | InsufficientPoints
  | MergedInto
  | NotAuthorised
  | NotThere
  | OnlyAProcess
  | OutsideJurisdiction
  | PolicyMissing
  | SameIdOtherContent
