import { askTimers, sendLater } from '@zhiyuan/kernel'
import { objectionHoldId } from '../../slices/hours/record/record.read.ts'
import { defineProcess } from '../define-process.ts'

/** H22: what no one answered in its term passes to the unit above. */
export const objectionClock = defineProcess('objection-clock', {
  RecordObjected: ({ volunteer, recordId, by, answerBy }) => {
    const question = { holdId: objectionHoldId(by), correctionId: null }
    return [sendLater(answerBy, { type: 'NoteObjectionOverdue', volunteer, recordId, ...question, answerBy })]
  },
  CorrectionRequested: ({ volunteer, recordId, correctionId, answerBy }) => [
    sendLater(answerBy, {
      type: 'NoteObjectionOverdue',
      ...{ volunteer, recordId, holdId: null, correctionId, answerBy },
    }),
  ],
  CalendarYearAdopted: () => [askTimers],
})
