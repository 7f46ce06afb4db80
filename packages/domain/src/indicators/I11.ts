import { countOne, buildShare, type IndicatorOf } from './indicator.ts'

/** What stands beside I11. */
export interface I11Beside {
  readonly referred: number
  readonly rejected: Readonly<Record<string, number>>
}

const rejected = 'I11.rejected.'

/** Unmet; needs that never became an order stand beside it, refusals by reason. */
export const I11: IndicatorOf<'I11' | 'I11.referred' | `I11.rejected.${string}`, I11Beside> = {
  words: {
    zh: { name: '未满足率', n: '最终未能满足的订单数', d: '期内首次开出的订单数' },
    en: { name: 'unmet', n: 'orders that ended unmet', d: 'orders first opened in the period' },
  },
  exact: {
    each: 'each order of P',
    n: '1 where it has an `OrderUnmet`',
    d: '1',
    place: 'the owner of the order',
    target: null,
    beside: {
      referred: 'needs of P whose decision is `NeedReferred`, by the owner of the need',
      rejected: 'needs of P whose decision is `NeedRejected`, by the code of its reason, by the owner of the need',
    },
    events: [
      'OrderPlaced',
      'OrderUnmet',
      'OrderMisrouted',
      'NeedSubmitted',
      'NeedApproved',
      'NeedReferred',
      'NeedMerged',
      'NeedRejected',
    ],
  },
  ofNeed: (_frame, { decision }, give) => {
    if (decision?.type === 'referred') give('I11.referred', 1, 0)
    if (decision?.type === 'rejected') give(`${rejected}${decision.reason}`, 1, 0)
  },
  ofOrder: (_frame, { state }, give) => give('I11', countOne(state === 'unmet'), 1),
  figure: ({ ratio, count, endings }) =>
    buildShare(ratio('I11'), {
      referred: count('I11.referred'),
      rejected: Object.fromEntries(endings(rejected).map((reason) => [reason, count(`${rejected}${reason}`)])),
    }),
}
