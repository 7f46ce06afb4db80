import { isCompleted } from '../views/assessment/orders/known-order.ts'
import type { Ratio } from '../views/figures/ratio.ts'
import { countOne, buildShare, type IndicatorOf } from './indicator.ts'

/** What stands beside I07. */
export interface I07Beside {
  readonly partly: Ratio
  readonly solvedInFirstRound: Ratio
  readonly ownTeam: number
}

/** Solved, of the completed orders whose requester was asked: so far all are (`not-asked` waits for O21). */
export const I07: IndicatorOf<'I07' | `I07.${'partly' | 'first-round' | 'own-team'}`, I07Beside> = {
  words: {
    zh: { name: '解决率', n: '最终结果为已解决的订单数', d: '已完成的订单数' },
    en: { name: 'solved', n: 'orders with the final outcome solved', d: 'completed orders' },
  },
  exact: {
    each: 'each completed order of P',
    n: '1 where its `OrderClosed` of the last round has the `outcome` `solved`',
    d: '1',
    place: 'the owner of the order',
    target: null,
    beside: {
      partly: 'those with the `outcome` `partly` in the last round, of d',
      ownTeam: 'those whose last `OrderReviewed` of the last round is `ownTeam`: out of I08 (O9)',
      solvedInFirstRound: 'those whose `OrderClosed` of round 1 has the `outcome` `solved`, of d',
    },
    events: ['OrderPlaced', 'OrderClosed', 'OrderReopened', 'ServiceReported', 'OrderReviewed', 'OrderMisrouted'],
  },
  ofOrder: (_frame, order, give) => {
    if (!isCompleted(order)) return
    give('I07', countOne(order.outcome === 'solved'), 1)
    if (order.outcome === 'partly') give('I07.partly', 1, 0)
    if (order.ownTeam) give('I07.own-team', 1, 0)
    give('I07.first-round', countOne(order.firstOutcome === 'solved'), 1)
  },
  figure: ({ ratio, count }) =>
    buildShare(ratio('I07'), {
      partly: { n: count('I07.partly'), d: ratio('I07').d },
      solvedInFirstRound: ratio('I07.first-round'),
      ownTeam: count('I07.own-team'),
    }),
}
