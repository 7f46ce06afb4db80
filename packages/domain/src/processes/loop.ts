/** The processes of the loop: from a need to a reviewed order. */
import { absenceClocks } from './absence-clocks.ts'
import { answerClock } from './answer-clock.ts'
import { attendanceClocks } from './attendance-clocks.ts'
import { closingUnits } from './closing-units.ts'
import { duplicates } from './duplicates.ts'
import { escalationClock } from './escalation-clock.ts'
import { missedClock } from './missed-clock.ts'
import { needOrders } from './need-orders.ts'
import { offerClocks } from './offer-clocks.ts'
import { openAssignment } from './open-assignment.ts'
import { releaseAssignments } from './release-assignments.ts'
import { reviewClock } from './review-clock.ts'
import { seatClearance } from './seat-clearance.ts'
import { serviceDueClock } from './service-due-clock.ts'
import { serviceStart } from './service-start.ts'

export const loopProcesses = [
  needOrders,
  duplicates,
  answerClock,
  offerClocks,
  escalationClock,
  serviceDueClock,
  openAssignment,
  seatClearance,
  releaseAssignments,
  missedClock,
  serviceStart,
  attendanceClocks,
  absenceClocks,
  reviewClock,
  closingUnits,
] as const
