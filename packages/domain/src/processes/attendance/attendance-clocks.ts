import { sendAt } from '@zhiyuan/kernel'
import { reacting } from '../reacting.ts'

/** A9: a check-out is missing some time after the planned end; unconfirmed, it lapses. */
export const attendanceClocks = reacting('attendance-clocks', {
  CheckedIn: ({ orderId, round, volunteer, missingAt }) => [
    sendAt(missingAt, { type: 'NoteCheckOutMissing', orderId, round, volunteer, missingAt }),
  ],
  CheckOutMissing: ({ orderId, round, volunteer, confirmBy }) => [
    sendAt(confirmBy, { type: 'LapseConfirmation', orderId, round, volunteer, confirmBy }),
  ],
})
