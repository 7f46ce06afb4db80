import { sendLater } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** A9: a check-out is missing some time after the planned end. If no second person confirms the attendance, it stays unconfirmed. */
export const attendanceClocks = defineProcess('attendance-clocks', {
  CheckedIn: ({ occasion, volunteer, missingAt }) => [
    sendLater(missingAt, { type: 'NoteCheckOutMissing', occasion, volunteer, missingAt }),
  ],
  CheckOutMissing: ({ occasion, volunteer, confirmBy }) => [
    sendLater(confirmBy, { type: 'LapseConfirmation', occasion, volunteer, confirmBy }),
  ],
})
