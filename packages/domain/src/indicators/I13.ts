import { countOne, buildShare, type IndicatorOf, type NothingBeside } from './indicator.ts'

/** Unanswered offers and claim windows, by handler. */
export const I13: IndicatorOf<'I13', NothingBeside> = {
  words: {
    zh: { name: '派单无应答率', n: '逾期未答的派单与无人认领的认领期数', d: '期内结束的派单与认领期数' },
    en: {
      name: 'unanswered offers',
      n: 'offers that expired and claim windows that lapsed',
      d: 'offers and claim windows that ended in the period',
    },
  },
  exact: {
    each: 'each end of an offer or of a claim window that was recorded in P, whenever its order was placed: `OrderAccepted`, `OfferDeclined`, `OfferExpired`, `OfferRecalled`, `ClaimLapsed` or `ClaimRecalled`',
    n: '1 where it is `OfferExpired` or `ClaimLapsed`',
    d: '1',
    place: 'the `handler` that the event names',
    target: null,
    beside: {},
    events: ['OrderAccepted', 'OfferDeclined', 'OfferExpired', 'OfferRecalled', 'ClaimLapsed', 'ClaimRecalled'],
  },
  ofOffer: (end, give) => give('I13', countOne(end === 'expired' || end === 'lapsed'), 1),
  figure: ({ ratio }) => buildShare(ratio('I13'), {}),
}
