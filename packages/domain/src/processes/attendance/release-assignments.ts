import { send, type PersonId, type Reaction } from '@zhiyuan/kernel'
import type { ReleaseReason } from '../../slices/attendance/assignment/assignment.codec.ts'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { LedgerCommand } from '../../ledger.ts'
import type { Round } from '../../vocabulary/words.ts'
import { reacting } from '../reacting.ts'

interface Ended {
  readonly orderId: OrderId
  readonly round: Round
  readonly seated: ReadonlyArray<PersonId>
}

const releasing =
  (reason: ReleaseReason) =>
  ({ orderId, round, seated }: Ended): ReadonlyArray<Reaction<LedgerCommand>> =>
    seated.map((volunteer) =>
      send({ type: 'ReleaseAssignment', occasion: { type: 'order', orderId, round }, volunteer, reason }),
    )

/** A11: who had a seat and has not begun is released; whoever has begun goes on to a check-out of their own. */
export const releaseAssignments = reacting('release-assignments', {
  OrderCancelled: releasing('cancelled'),
  OrderHandedBack: releasing('handed-back'),
  OrderMissed: releasing('missed'),
  OrderAborted: releasing('aborted'),
  OrderClosed: releasing('closed'),
})
