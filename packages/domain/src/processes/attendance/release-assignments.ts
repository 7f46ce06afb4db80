import { send, type PersonId, type Reaction } from '@zhiyuan/kernel'
import type { ReleaseReason } from '../../slices/attendance/assignment/assignment.codec.ts'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { LedgerCommand } from '../../ledger.ts'
import type { Round } from '../../vocabulary/values.ts'
import { defineProcess } from '../define-process.ts'

interface Ended {
  readonly orderId: OrderId
  readonly round: Round
  readonly seated: ReadonlyArray<PersonId>
}

const sendReleases =
  (reason: ReleaseReason) =>
  ({ orderId, round, seated }: Ended): ReadonlyArray<Reaction<LedgerCommand>> =>
    seated.map((volunteer) =>
      send({ type: 'ReleaseAssignment', occasion: { type: 'order', orderId, round }, volunteer, reason }),
    )

/** A11: volunteers who had a seat and have not begun are released. Those who have begun go on to their own check-out. */
export const releaseAssignments = defineProcess('release-assignments', {
  OrderCancelled: sendReleases('cancelled'),
  OrderHandedBack: sendReleases('handed-back'),
  OrderMissed: sendReleases('missed'),
  OrderAborted: sendReleases('aborted'),
  OrderClosed: sendReleases('closed'),
})
