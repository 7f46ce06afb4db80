import type { NotAuthorised, OnlyAProcess, PolicyMissing, SameIdOtherContent } from '../../../vocabulary/rejections.ts'

/** What may be spent does not cover the price; below zero it covers nothing (W7, W10, W13). */
export interface InsufficientPoints {
  readonly type: 'InsufficientPoints'
  /** The own balance, or that of all registrations of the human together where it is less (G2). */
  readonly balance: number
}

export type PointsRejection = InsufficientPoints | NotAuthorised | OnlyAProcess | PolicyMissing | SameIdOtherContent
