import { sendLater } from '@zhiyuan/kernel'
import type { Round } from '../../vocabulary/values.ts'
import { defineProcess } from '../define-process.ts'

/** O22: in every round there is an event when the service due date passes. */
export const serviceDueClock = defineProcess('service-due-clock', {
  OrderPlaced: ({ orderId, serviceDueAt: dueAt }) => [
    sendLater(dueAt, { type: 'NoteServiceDue', orderId, round: 1 as Round, dueAt }),
  ],
  OrderReopened: ({ orderId, round, serviceDueAt: dueAt }) => [
    sendLater(dueAt, { type: 'NoteServiceDue', orderId, round, dueAt }),
  ],
})
