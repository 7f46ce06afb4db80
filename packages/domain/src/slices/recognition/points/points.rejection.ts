import type { NotAuthorised, OnlyAProcess, PolicyMissing, SameIdOtherContent } from '../../../vocabulary/rejections.ts'

/** What may be spent does not cover the price; below zero it covers nothing (W7, W10, W13). */
export interface InsufficientPoints {
  readonly type: 'InsufficientPoints'
  /** Of the own balance what rests on records that count, or that of all registrations of the human together where it is less (G2, H5). */
  readonly balance: number
}

export type PointsRejection = InsufficientPoints | NotAuthorised | OnlyAProcess | PolicyMissing | SameIdOtherContent
