import { askTimers, sendLater, type Instant, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand } from '../../ledger.ts'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { Round } from '../../vocabulary/values.ts'
import type { ServiceDay } from '../../slices/requests/order/order.codec.ts'
import { defineProcess } from '../define-process.ts'

interface InRound {
  readonly orderId: OrderId
  readonly round: Round
}

const noteLater = ({ orderId, round }: InRound, dueAt: Instant): ReadonlyArray<Reaction<LedgerCommand>> => [
  sendLater(dueAt, { type: 'NoteServiceDue', orderId, round, dueAt }),
]
/** A day may come before the due date that held until then. */
const noteDay = (event: InRound & { readonly day: ServiceDay | null }) =>
  event.day === null ? [] : noteLater(event, event.day.endsAt)

/**
 * O22: in every round there is an event when the service due date passes. A timer that was set for an earlier date waits on; a day that a
 * team set goes with the team, and then the earlier date may have passed already.
 */
export const serviceDueClock = defineProcess('service-due-clock', {
  OrderPlaced: ({ orderId, serviceDueAt, day }) => {
    const placed = { orderId, round: 1 as Round, day }
    return [...noteLater(placed, serviceDueAt), ...noteDay(placed)]
  },
  OrderReopened: (event) => noteLater(event, event.serviceDueAt),
  OrderAccepted: noteDay,
  ServiceTimeSet: noteDay,
  ServiceTimeAgreed: noteDay,
  OrderHandedBack: (event) => noteLater(event, event.serviceDueAt),
  OrderMissed: (event) => noteLater(event, event.serviceDueAt),
  CalendarYearAdopted: () => [askTimers],
})
