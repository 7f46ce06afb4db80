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
 * The order's seat follows the assignment. A volunteer who is not cleared is released first, and the release frees the seat (A11).
 * So a clearance at the same moment either wins or is refused, and no cleared volunteer is without a seat.
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
  /** After other releases the order has ended or is back in its queue, and has freed its seats itself: a seat there now is a new one. */
  AssignmentReleased: (event) => (event.reason === 'not-cleared' ? sendFreeSeat('not-cleared')(event) : []),
  AssignmentWithdrawn: sendFreeSeat('withdrawn'),
  AssignmentSubstituted: sendFreeSeat('substituted'),
  AbsenceExcused: sendFreeSeat('released'),
  AbsenceStood: sendFreeSeat('absent'),
  /** After the freeing, which this process has sent before: the volunteer has the seat again (A8). */
  ExcuseAnswered: ({ occasion, volunteer, at }) => {
    if (occasion.type !== 'order') return []
    const { orderId, round } = occasion
    return [send({ type: 'StartService', orderId, round, volunteer, at, late: true })]
  },
})
