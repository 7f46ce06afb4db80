import { findUnit } from '../slices/organisation/units/units.read.ts'
import { isCompleted } from '../views/assessment/orders/known-order.ts'
import type { UnitLevel } from '../vocabulary/values.ts'
import { countOne, buildShare, type IndicatorOf } from './indicator.ts'

/** What stands beside I09. */
export interface I09Beside {
  readonly steps: number
  readonly automatic: number
  readonly undone: number
  readonly fulfilledBy: Readonly<Record<UnitLevel, number>>
}

/** Escalation. Beside it the level that fulfilled what was completed (C27). */
export const I09: IndicatorOf<
  'I09' | `I09.${'steps' | 'automatic' | 'undone'}` | `I09.fulfilled.${UnitLevel}`,
  I09Beside
> = {
  words: {
    zh: { name: '上报率', n: '至少上报过一次的订单数', d: '期内首次开出的订单数' },
    en: { name: 'escalation', n: 'orders escalated at least once', d: 'orders first opened in the period' },
  },
  exact: {
    each: 'each order of P',
    n: '1 where it has an `OrderEscalated` that is not undone, in any round',
    d: '1',
    place: 'the owner of the order',
    target: null,
    beside: {
      steps: 'all `OrderEscalated` of these orders that are not undone',
      automatic: 'those among them that are `automatic`',
      undone:
        'those that an `EscalationUndone` of the same round undid: the last one `from` the unit to which it leads back, and all after it; A15',
      fulfilledBy:
        'completed orders by the level of the unit that was the `handler` of `ServiceReported` in the last round; C27',
    },
    events: [
      'OrderPlaced',
      'OrderEscalated',
      'EscalationUndone',
      'OrderClosed',
      'OrderReopened',
      'ServiceReported',
      'OrderMisrouted',
      'UnitOpened',
    ],
  },
  ofOrder: (frame, order, give) => {
    const { escalations, automaticEscalations, undoneEscalations, fulfilledAt } = order
    give('I09', countOne(escalations > 0), 1)
    if (escalations > 0) give('I09.steps', escalations, 0)
    if (automaticEscalations > 0) give('I09.automatic', automaticEscalations, 0)
    if (undoneEscalations > 0) give('I09.undone', undoneEscalations, 0)
    if (!isCompleted(order) || fulfilledAt === null) return
    const level = findUnit(frame.input.tree, fulfilledAt)?.level
    if (level !== undefined) give(`I09.fulfilled.${level}`, 1, 0)
  },
  figure: ({ ratio, count }) =>
    buildShare(ratio('I09'), {
      steps: count('I09.steps'),
      automatic: count('I09.automatic'),
      undone: count('I09.undone'),
      fulfilledBy: {
        village: count('I09.fulfilled.village'),
        township: count('I09.fulfilled.township'),
        city: count('I09.fulfilled.city'),
      },
    }),
}
