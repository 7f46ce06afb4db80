import { sendAt } from '@zhiyuan/kernel'
import { reacting } from '../reacting.ts'

/** A8: an alleged absence stands unless it is excused by then. */
export const absenceClocks = reacting('absence-clocks', {
  AbsenceAlleged: ({ occasion, volunteer, excuseBy }) => [
    sendAt(excuseBy, { type: 'LetAbsenceStand', occasion, volunteer, excuseBy }),
  ],
})
