import { sendAt } from '@zhiyuan/kernel'
import { reacting } from '../reacting.ts'

/** A9: a check-out is missing some time after the planned end; unconfirmed, it lapses. */
export const attendanceClocks = reacting('attendance-clocks', {
  CheckedIn: ({ occasion, volunteer, missingAt }) => [
    sendAt(missingAt, { type: 'NoteCheckOutMissing', occasion, volunteer, missingAt }),
  ],
  CheckOutMissing: ({ occasion, volunteer, confirmBy }) => [
    sendAt(confirmBy, { type: 'LapseConfirmation', occasion, volunteer, confirmBy }),
  ],
})
