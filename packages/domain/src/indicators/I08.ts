import { isCompleted } from '../views/assessment/orders/known-order.ts'
import { reachesPercent, type Ratio } from '../views/figures/ratio.ts'
import { countOne, buildShare, type IndicatorOf } from './indicator.ts'

/** What stands beside I08. */
export interface I08Beside {
  readonly coverage: Ratio
  readonly thin: boolean
  readonly followUpAgreement: Ratio
}

/** Satisfaction. Coverage says how many were asked (the orders of I07) and answered; `thin` is below the policy's share. */
export const I08: IndicatorOf<'I07' | 'I08' | 'I08.follow-up', I08Beside> = {
  words: {
    zh: { name: '满意率', n: '末轮评单为四分及以上（满分五分）的订单数', d: '末轮有评单的已完成订单数' },
    en: { name: 'satisfaction', n: 'orders rated 4 or 5 in the last round', d: 'completed orders with a review then' },
  },
  exact: {
    each: 'each completed order of P with an `OrderReviewed` of the last round, whose last one there is not `ownTeam` (O9)',
    n: '1 where the `rating` of that review, the last one of the round, is 4 or 5',
    d: '1',
    place: 'the owner of the order',
    target: null,
    beside: {
      coverage: 'd, of d of I07: how many of the completed orders were reviewed in the last round',
      thin: 'whether there are completed orders and coverage is below `targets.thinCoverage` percent',
      followUpAgreement:
        'of the completed orders with both an `OrderReviewed` and an `OrderFollowedUp` of the last round, those where both have the same `verdict`',
    },
    events: [
      'OrderPlaced',
      'OrderClosed',
      'OrderReopened',
      'ServiceReported',
      'OrderReviewed',
      'OrderFollowedUp',
      'OrderMisrouted',
    ],
  },
  ofOrder: (_frame, order, give) => {
    if (!isCompleted(order)) return
    const { rating, verdict, followUp, ownTeam } = order
    if (rating !== null && !ownTeam) give('I08', countOne(rating >= 4), 1)
    if (verdict !== null && followUp !== null) give('I08.follow-up', countOne(verdict === followUp), 1)
  },
  figure: ({ ratio, targets }) => {
    const asked = ratio('I07').d
    const coverage = { n: ratio('I08').d, d: asked }
    return buildShare(ratio('I08'), {
      coverage,
      thin: asked > 0 && !reachesPercent(coverage, targets.thinCoverage),
      followUpAgreement: ratio('I08.follow-up'),
    })
  },
}
