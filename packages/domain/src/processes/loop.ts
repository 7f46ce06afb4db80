/** The processes of the loop: from a need to a reviewed order. */
import { absenceClocks } from './attendance/absence-clocks.ts'
import { answerClock } from './requests/answer-clock.ts'
import { attendanceClocks } from './attendance/attendance-clocks.ts'
import { closingUnits } from './organisation/closing-units.ts'
import { duplicates } from './requests/duplicates.ts'
import { escalationClock } from './requests/escalation-clock.ts'
import { missedClock } from './requests/missed-clock.ts'
import { needOrders } from './requests/need-orders.ts'
import { offerClocks } from './requests/offer-clocks.ts'
import { openAssignment } from './attendance/open-assignment.ts'
import { releaseAssignments } from './attendance/release-assignments.ts'
import { reviewClock } from './requests/review-clock.ts'
import { seatClearance } from './requests/seat-clearance.ts'
import { serviceDueClock } from './requests/service-due-clock.ts'
import { serviceStart } from './requests/service-start.ts'

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
