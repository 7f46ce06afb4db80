import type { UnitId } from '@zhiyuan/kernel'
import { counters, type IndicatorMeasure } from '../../../indicators/index.ts'
import type { Give } from '../../../indicators/indicator.ts'
import { listKnown } from '../../known.ts'
import type { Sink } from '../contribution.ts'
import { isWithinPeriod, type Frame } from '../frame.ts'
import { findKnownOrder } from './known-order.ts'

/** Orders that were placed in the period, by owner; offers and claim windows that ended in it, by the handler at that time. */
export const orderContributions = (frame: Frame, into: Sink): void => {
  for (const row of frame.input.orders) {
    const give =
      (unit: UnitId): Give<IndicatorMeasure> =>
      (measure, n, d) => {
        into({ measure, unit, view: 'assessment-orders', row: row.orderId, n, d })
      }
    const order = findKnownOrder(row, frame.knownAt)
    if (order !== null && isWithinPeriod(frame, order.openedAt))
      for (const count of counters.ofOrder) count(frame, order, give(order.owner))
    for (const { recordedAt, handler, end } of listKnown(row.offers, frame.knownAt))
      if (isWithinPeriod(frame, recordedAt)) for (const count of counters.ofOffer) count(end, give(handler))
  }
}
