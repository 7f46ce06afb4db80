import { plusMillis, sendLater } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** N2: an answer at its due instant itself is on time, so its clock rings just after. N7: information lapses at its end. */
export const answerClock = defineProcess('answer-clock', {
  NeedSubmitted: ({ needId, answerDueAt: dueAt }) => [
    sendLater(plusMillis(dueAt, 1), { type: 'NoteAnswerOverdue', needId, dueAt }),
  ],
  InformationRequested: ({ needId, lapsesAt }) => [sendLater(lapsesAt, { type: 'LapseInformation', needId, lapsesAt })],
})
