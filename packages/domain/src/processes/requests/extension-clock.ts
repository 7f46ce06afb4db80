import { askTimers, sendLater } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** O27: a request for a later due date that no one answers is refused. */
export const extensionClock = defineProcess('extension-clock', {
  ExtensionAsked: ({ orderId, round, answerBy }) => [
    sendLater(answerBy, { type: 'LapseExtension', orderId, round, answerBy }),
  ],
  CalendarYearAdopted: () => [askTimers],
})
