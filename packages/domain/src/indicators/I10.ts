import { isCompleted } from '../views/assessment/orders/known-order.ts'
import { countOne, buildShare, type IndicatorOf, type NothingBeside } from './indicator.ts'

/** Unreviewed, of the completed orders whose requester was asked, as I07. */
export const I10: IndicatorOf<'I10', NothingBeside> = {
  words: {
    zh: { name: '未评单率', n: '未经评单即关闭的已完成订单数', d: '已完成的订单数' },
    en: { name: 'unreviewed', n: 'completed orders that closed without a review', d: 'completed orders' },
  },
  exact: {
    each: 'each completed order of P',
    n: '1 where its `OrderClosed` of the last round has the `outcome` `unreviewed`',
    d: '1',
    place: 'the owner of the order',
    target: null,
    beside: {},
    events: ['OrderPlaced', 'OrderClosed', 'OrderReopened', 'ServiceReported', 'OrderMisrouted'],
  },
  ofOrder: (_frame, order, give) => {
    if (isCompleted(order)) give('I10', countOne(order.outcome === 'unreviewed'), 1)
  },
  figure: ({ ratio }) => buildShare(ratio('I10'), {}),
}
