import type { UnitId } from '@zhiyuan/kernel'
import { unitOf } from '../../../slices/organisation/units/units.read.ts'
import { knownAt } from '../../known.ts'
import type { Measure, Sink } from '../contribution.ts'
import { within, type Frame } from '../frame.ts'
import { orderAt, type KnownOrder } from './order-at.ts'
import type { AssessmentOrder } from './row.ts'

type Give = (measure: Measure, n: number, d: number) => void

const one = (yes: boolean): number => (yes ? 1 : 0)

/** I07, I08 and I10 speak of completed orders whose requester was asked: so far all are (`not-asked` waits for O21). */
const ofCompleted = (order: KnownOrder, give: Give): void => {
  const { outcome, firstOutcome, rating, verdict, followUp } = order
  give('I07', one(outcome === 'solved'), 1)
  if (outcome === 'partly') give('I07.partly', 1, 0)
  give('I07.first-round', one(firstOutcome === 'solved'), 1)
  if (rating !== null) give('I08', one(rating >= 4), 1)
  if (verdict !== null && followUp !== null) give('I08.follow-up', one(verdict === followUp), 1)
  give('I10', one(outcome === 'unreviewed'), 1)
}

const ofOrder = (frame: Frame, order: KnownOrder, give: Give): void => {
  const { state, takenBack, fulfilledAt, escalations, automaticEscalations, closings, reopenings } = order
  const completed = state === 'closed' && fulfilledAt !== null
  give('I09', one(escalations > 0), 1)
  if (escalations > 0) give('I09.steps', escalations, 0)
  if (automaticEscalations > 0) give('I09.automatic', automaticEscalations, 0)
  give('I11', one(state === 'unmet'), 1)
  if (closings > 0) give('I12', one(reopenings > 0), 1)
  if (takenBack) return
  give('I05', one(completed), 1)
  if (state !== 'closed') give(`I05.${state}`, 1, 0)
  if (!completed) return
  const level = unitOf(frame.input.tree, fulfilledAt)?.level
  if (level !== undefined) give(`I09.fulfilled.${level}`, 1, 0)
  ofCompleted(order, give)
}

/** I13: offers and claim windows that ended in the period, by who handled the order then. */
const ofOffers = (frame: Frame, row: AssessmentOrder, give: (unit: UnitId) => Give): void => {
  for (const { recordedAt, handler, end } of knownAt(row.offers, frame.knownAt)) {
    if (within(frame, recordedAt)) give(handler)('I13', one(end === 'expired' || end === 'lapsed'), 1)
  }
}

/** I05 and I07 to I12: orders first opened in the period, by owner; I13. */
export const orderContributions = (frame: Frame, into: Sink): void => {
  for (const row of frame.input.orders) {
    const give =
      (unit: UnitId): Give =>
      (measure, n, d) => {
        into({ measure, unit, view: 'assessment-orders', row: row.orderId, n, d })
      }
    const order = orderAt(row, frame.knownAt)
    if (order !== null && within(frame, order.openedAt)) ofOrder(frame, order, give(order.owner))
    ofOffers(frame, row, give)
  }
}
