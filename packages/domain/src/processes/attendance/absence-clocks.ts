import { sendLater } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** A8: an alleged absence stands unless it is excused before the term ends. */
export const absenceClocks = defineProcess('absence-clocks', {
  AbsenceAlleged: ({ occasion, volunteer, excuseBy }) => [
    sendLater(excuseBy, { type: 'LetAbsenceStand', occasion, volunteer, excuseBy }),
  ],
})
