import type { NotAuthorised, OnlyAProcess, PolicyMissing, SameIdOtherContent } from '../rejections.ts'

/** The balance does not cover the price; below zero it covers nothing (W7, W10, W13). */
export interface InsufficientPoints {
  readonly type: 'InsufficientPoints'
  readonly balance: number
}

export type PointsRejection = InsufficientPoints | NotAuthorised | OnlyAProcess | PolicyMissing | SameIdOtherContent
