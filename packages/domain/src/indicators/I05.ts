import { isCompleted } from '../views/assessment/orders/known-order.ts'
import { countOne, buildShare, type IndicatorOf } from './indicator.ts'

/** What stands beside I05. */
export interface I05Beside {
  readonly open: number
  readonly unmet: number
  readonly aborted: number
  readonly cancelled: number
}

/** Completion. What the requester's side took back before any acceptance is not counted as an order. */
export const I05: IndicatorOf<'I05' | `I05.${'open' | 'cancelled' | 'aborted' | 'unmet'}`, I05Beside> = {
  words: {
    zh: { name: '办结率', n: '已办结且末轮报告了服务的订单数', d: '期内首次开出的订单数，不含接单前由提出方取消的' },
    en: {
      name: 'completion',
      n: 'orders closed, with service reported in the last round',
      d: 'orders first opened in the period, without those taken back before any acceptance',
    },
  },
  exact: {
    each: 'each order of P, unless the side of the requester took it back before any acceptance (`OrderCancelled` with `beforeAcceptance`)',
    n: '1 where the order is completed',
    d: '1',
    place: 'the owner of the order',
    target: null,
    beside: {
      open: 'those in d that are open at K',
      unmet: 'those in d that ended unmet',
      aborted: 'those in d that were aborted',
      cancelled: 'those in d that were cancelled',
    },
    events: [
      'OrderPlaced',
      'OrderClosed',
      'OrderReopened',
      'ServiceReported',
      'OrderCancelled',
      'OrderAborted',
      'OrderUnmet',
      'OrderMisrouted',
    ],
  },
  ofOrder: (_frame, order, give) => {
    if (order.takenBack) return
    give('I05', countOne(isCompleted(order)), 1)
    if (order.state !== 'closed') give(`I05.${order.state}`, 1, 0)
  },
  figure: ({ ratio, count }) =>
    buildShare(ratio('I05'), {
      open: count('I05.open'),
      unmet: count('I05.unmet'),
      aborted: count('I05.aborted'),
      cancelled: count('I05.cancelled'),
    }),
}
