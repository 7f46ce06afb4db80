import { askTimers, send, sendLater } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** A8: an alleged absence stands unless it is excused before the term ends, or a ruling that the service took place ends it (H2a). */
export const absenceClocks = defineProcess('absence-clocks', {
  AbsenceAlleged: ({ occasion, volunteer, excuseBy }) => [
    sendLater(excuseBy, { type: 'LetAbsenceStand', occasion, volunteer, excuseBy }),
  ],
  TookPlaceRuled: ({ source: occasion, registrations, by, reason }) =>
    registrations.map((volunteer) => send({ type: 'EndAbsence', occasion, volunteer, by, reason })),
  CalendarYearAdopted: () => [askTimers],
})
