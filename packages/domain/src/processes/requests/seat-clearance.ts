import { send, type Reaction } from '@zhiyuan/kernel'
import type { AssignmentRef } from '../../slices/attendance/assignment/assignment.codec.ts'
import type { LedgerCommand } from '../../ledger.ts'
import type { SeatFreedReason } from '../../slices/requests/order/order.codec.ts'
import { defineProcess } from '../define-process.ts'

const sendFreeSeat =
  (reason: SeatFreedReason) =>
  ({ occasion, volunteer }: AssignmentRef): ReadonlyArray<Reaction<LedgerCommand>> => {
    if (occasion.type !== 'order') return []
    const { orderId, round } = occasion
    return [send({ type: 'FreeSeat', orderId, round, volunteer, reason })]
  }

/**
 * The order's seat follows the assignment. Who is not cleared is released first, and the seat freed by that (A11): so a
 * clearing that comes at the same moment either wins or is refused, and no cleared volunteer is without a seat.
 */
export const seatClearance = defineProcess('seat-clearance', {
  AssignmentCleared: ({ occasion, volunteer }) => {
    if (occasion.type !== 'order') return []
    const { orderId, round } = occasion
    return [send({ type: 'ClearSeat', orderId, round, volunteer })]
  },
  AssignmentNotCleared: ({ occasion, volunteer }) => [
    send({ type: 'ReleaseAssignment', occasion, volunteer, reason: 'not-cleared' }),
  ],
  /** An order that ended, or went back to its queue, has done with its seats itself: one taken by then is a new one. */
  AssignmentReleased: (event) => (event.reason === 'not-cleared' ? sendFreeSeat('not-cleared')(event) : []),
  AssignmentWithdrawn: sendFreeSeat('withdrawn'),
  AssignmentSubstituted: sendFreeSeat('substituted'),
  AbsenceExcused: sendFreeSeat('released'),
  AbsenceStood: sendFreeSeat('absent'),
})
