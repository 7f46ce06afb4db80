import { sendLater, stateless, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import { isOpening, locateOrder } from '../organisation/handler-queue.ts'

/**
 * O4, O16: the hours run from an order's opening at its handler and never restart there. When an order comes back to the
 * queue, the timer is set again for the same instant, since the order may have been accepted when it fired. The city has none (O5).
 */
export const escalationClock: Process<null, LedgerEvent, LedgerCommand> = stateless(
  'escalation-clock',
  ({ data: event }) => {
    if (!isOpening(event) || event.escalatesAt === null) return []
    const { orderId, round, handler: from } = locateOrder(event)
    return [sendLater(event.escalatesAt, { type: 'EscalateOverdue', orderId, round, from })]
  },
)
