import { countOne, buildShare, type IndicatorOf, type NothingBeside } from './indicator.ts'

/** Reopened, of the orders that were ever closed. */
export const I12: IndicatorOf<'I12', NothingBeside> = {
  words: {
    zh: { name: '重开率', n: '至少重开过一次的订单数', d: '期内首次开出且曾经关闭的订单数' },
    en: {
      name: 'reopened',
      n: 'orders reopened at least once',
      d: 'orders first opened in the period and ever closed',
    },
  },
  exact: {
    each: 'each order of P with an `OrderClosed` in any round',
    n: '1 where it has an `OrderReopened`',
    d: '1',
    place: 'the owner of the order',
    target: null,
    beside: {},
    events: ['OrderPlaced', 'OrderClosed', 'OrderReopened', 'OrderMisrouted'],
  },
  ofOrder: (_frame, { closings, reopenings }, give) => {
    if (closings > 0) give('I12', countOne(reopenings > 0), 1)
  },
  figure: ({ ratio }) => buildShare(ratio('I12'), {}),
}
