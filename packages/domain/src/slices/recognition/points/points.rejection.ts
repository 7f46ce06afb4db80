import type {
  InOwnFavour,
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
  /** The own points that rest on counting records, or those of all registrations of the human together if that is less (G2, H5). */
  readonly balance: number
}

export type PointsRejection =
  | InOwnFavour
  | InsufficientPoints
  | NotAuthorised
  | NotThere
  | OnlyAProcess
  | OutsideJurisdiction
  | PolicyMissing
  | SameIdOtherContent
