import { askTimers, sendLater, type Instant, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand } from '../../ledger.ts'
import type { NeedId } from '../../vocabulary/ids.ts'
import { defineProcess } from '../define-process.ts'

interface Awaiting {
  readonly needId: NeedId
  readonly orderDueAt: Instant | null
}

const noteLater = ({ needId, orderDueAt: dueAt }: Awaiting): ReadonlyArray<Reaction<LedgerCommand>> =>
  dueAt === null ? [] : [sendLater(dueAt, { type: 'NoteOrderOverdue', needId, dueAt })]

/** N12: an approved need without a live order is told to the unit above at the end of its term. */
export const orderDueClock = defineProcess('order-due-clock', {
  NeedApproved: noteLater,
  OrderAwaited: noteLater,
  CalendarYearAdopted: () => [askTimers],
})
