import { askTimers, sendLater } from '@zhiyuan/kernel'
import type { CheckOutMissing, PresenceCaptured } from '../../slices/attendance/assignment/assignment.codec.ts'
import { defineProcess } from '../define-process.ts'

const sendLapse = ({ occasion, volunteer, confirmBy }: CheckOutMissing | PresenceCaptured) => [
  sendLater(confirmBy, { type: 'LapseConfirmation' as const, occasion, volunteer, confirmBy }),
]

/** A9: a check-out is missing some time after the planned end. If no second person confirms the attendance or the capture, it stays unconfirmed. */
export const attendanceClocks = defineProcess('attendance-clocks', {
  CheckedIn: ({ occasion, volunteer, missingAt }) => [
    sendLater(missingAt, { type: 'NoteCheckOutMissing', occasion, volunteer, missingAt }),
  ],
  /** A8: the timer may have fired while the volunteer seemed to have left. */
  CheckOutTakenBack: ({ occasion, volunteer, missingAt }) => [
    sendLater(missingAt, { type: 'NoteCheckOutMissing', occasion, volunteer, missingAt }),
  ],
  CheckOutMissing: sendLapse,
  PresenceCaptured: sendLapse,
  CalendarYearAdopted: () => [askTimers],
})
