import { plusMillis, sendLater } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** N2: an answer exactly at its due instant is on time, so the timer fires just after it. N7: a request for information lapses at its end. */
export const answerClock = defineProcess('answer-clock', {
  NeedSubmitted: ({ needId, answerDueAt: dueAt }) => [
    sendLater(plusMillis(dueAt, 1), { type: 'NoteAnswerOverdue', needId, dueAt }),
  ],
  InformationRequested: ({ needId, lapsesAt }) => [sendLater(lapsesAt, { type: 'LapseInformation', needId, lapsesAt })],
})
