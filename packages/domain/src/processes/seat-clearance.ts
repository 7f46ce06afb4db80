import { send, type Reaction } from '@zhiyuan/kernel'
import type { AssignmentRef, ReleaseReason } from '../assignment/assignment.codec.ts'
import type { LedgerCommand } from '../ledger.ts'
import type { SeatFreedReason } from '../order/order.codec.ts'
import { reacting } from './reacting.ts'

const freeing =
  (reason: SeatFreedReason) =>
  ({ orderId, round, volunteer }: AssignmentRef): ReadonlyArray<Reaction<LedgerCommand>> => [
    send({ type: 'FreeSeat', orderId, round, volunteer, reason }),
  ]

/** An order that went back to its queue let all seats go itself: one that is taken by then is a new one. */
const freed: Readonly<Record<ReleaseReason, SeatFreedReason | null>> = {
  'not-cleared': 'not-cleared',
  'order-cancelled': 'released',
  'order-aborted': 'released',
  'order-closed': 'released',
  'order-handed-back': null,
  'order-missed': null,
}

/**
 * The order's seat follows the assignment. Who is not cleared is released first, and the seat freed by that (A11): so a
 * clearing that comes at the same moment either wins or is refused, and no cleared volunteer is without a seat.
 */
export const seatClearance = reacting('seat-clearance', {
  AssignmentCleared: ({ orderId, round, volunteer }) => [send({ type: 'ClearSeat', orderId, round, volunteer })],
  AssignmentNotCleared: ({ orderId, round, volunteer }) => [
    send({ type: 'ReleaseAssignment', orderId, round, volunteer, reason: 'not-cleared' }),
  ],
  AssignmentReleased: (event) => {
    const reason = freed[event.reason]
    return reason === null ? [] : freeing(reason)(event)
  },
  AssignmentWithdrawn: freeing('withdrawn'),
  AssignmentSubstituted: freeing('substituted'),
  AbsenceExcused: freeing('released'),
  AbsenceStood: freeing('absent'),
})
