import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import {
  CancelRedemption,
  CreditPoints,
  RedeemPoints,
  ReversePoints,
  type PointsCommand,
  type PointsEvent,
} from './points.codec.ts'

const credit = copyFields(CreditPoints)
const reversal = copyFields(ReversePoints)

export const restorePoints = restoreByFirst<PointsCommand, PointsEvent>({
  PointsCredited: credit,
  CreditKept: credit,
  // The credit of a corrected record first takes back the one before it.
  PointsReversed: (event, [credited]) => {
    if (event.because === 'voided') return reversal(event)
    return credited?.type === 'PointsCredited' ? credit(credited) : null
  },
  CreditForestalled: reversal,
  PointsSpent: copyFields(RedeemPoints),
  RedemptionCancelled: copyFields(CancelRedemption),
})
