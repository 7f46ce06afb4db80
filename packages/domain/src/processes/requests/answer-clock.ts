import { plusMillis, sendAt } from '@zhiyuan/kernel'
import { reacting } from '../reacting.ts'

/** N2: an answer at its due instant itself is on time, so its clock rings just after. N7: information lapses at its end. */
export const answerClock = reacting('answer-clock', {
  NeedSubmitted: ({ needId, answerDueAt: dueAt }) => [
    sendAt(plusMillis(dueAt, 1), { type: 'NoteAnswerOverdue', needId, dueAt }),
  ],
  InformationRequested: ({ needId, lapsesAt }) => [sendAt(lapsesAt, { type: 'LapseInformation', needId, lapsesAt })],
})
