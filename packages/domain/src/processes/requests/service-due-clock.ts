import { sendAt } from '@zhiyuan/kernel'
import type { Round } from '../../vocabulary/words.ts'
import { reacting } from '../reacting.ts'

/** O22: passing the due date is an event, in every round. */
export const serviceDueClock = reacting('service-due-clock', {
  OrderPlaced: ({ orderId, serviceDueAt: dueAt }) => [
    sendAt(dueAt, { type: 'NoteServiceDue', orderId, round: 1 as Round, dueAt }),
  ],
  OrderReopened: ({ orderId, round, serviceDueAt: dueAt }) => [
    sendAt(dueAt, { type: 'NoteServiceDue', orderId, round, dueAt }),
  ],
})
