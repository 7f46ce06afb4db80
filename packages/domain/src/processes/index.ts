/**
 * The processes (process managers): they send commands after events. Their order is part of the behaviour of a log: the runtime asks them
 * one after the other, so the order decides which of two commands comes first. A new process is added at the end of its list.
 */
import { absenceClocks } from './attendance/absence-clocks.ts'
import { attendanceClocks } from './attendance/attendance-clocks.ts'
import { bulkConfirmations } from './attendance/bulk-confirmations.ts'
import { captures } from './attendance/captures.ts'
import { diaries } from './attendance/diaries.ts'
import { doubledServices } from './attendance/doubled-services.ts'
import { openAssignment } from './attendance/open-assignment.ts'
import { releaseAssignments } from './attendance/release-assignments.ts'
import { rollCalls } from './attendance/roll-calls.ts'
import { attendanceHolds } from './hours/attendance-holds.ts'
import { attendanceRecords } from './hours/attendance-records.ts'
import { burstHold } from './hours/burst-hold.ts'
import { burstRecords } from './hours/burst-records.ts'
import { contradictionHolds } from './hours/contradiction-holds.ts'
import { rulingPace } from './hours/ruling-pace.ts'
import { objectionClock } from './hours/objection-clock.ts'
import { notePerformers } from './hours/note-performers.ts'
import { liftHolds } from './hours/lift-holds.ts'
import { presenceProofs } from './hours/presence-proofs.ts'
import { recheckOverlaps } from './hours/recheck-overlaps.ts'
import { sessionSeats } from './hours/session-seats.ts'
import { sheetLines } from './hours/sheet-lines.ts'
import { vouchings } from './hours/vouchings.ts'
import { closeEmptyUnits } from './organisation/close-empty-units.ts'
import { transferFromClosing } from './organisation/transfer-from-closing.ts'
import { oneNumber } from './people/one-number.ts'
import { creditPoints } from './recognition/credit-points.ts'
import { noteReview } from './recognition/note-review.ts'
import { reexamineStar } from './recognition/reexamine-star.ts'
import { reversePoints } from './recognition/reverse-points.ts'
import { answerClock } from './requests/answer-clock.ts'
import { duplicates } from './requests/duplicates.ts'
import { escalationClock } from './requests/escalation-clock.ts'
import { missedClock } from './requests/missed-clock.ts'
import { needOrders } from './requests/need-orders.ts'
import { offerClocks } from './requests/offer-clocks.ts'
import { reviewClock } from './requests/review-clock.ts'
import { seatClearance } from './requests/seat-clearance.ts'
import { serviceDueClock } from './requests/service-due-clock.ts'
import { extensionClock } from './requests/extension-clock.ts'
import { refillClock } from './requests/refill-clock.ts'
import { serviceStart } from './requests/service-start.ts'
import { supervisionClock } from './requests/supervision-clock.ts'
import { twinOrders } from './requests/twin-orders.ts'
import { passNeedsOn } from './organisation/pass-needs-on.ts'
import { dailyNeeds } from './requests/daily-needs.ts'
import { likelyTwins } from './requests/likely-twins.ts'
import { needStandings } from './requests/need-standings.ts'
import { orderDueClock } from './requests/order-due-clock.ts'
import { ownerMoves } from './requests/owner-moves.ts'
import { askReviewClock } from './requests/ask-review-clock.ts'
import { rulingsOfTwo } from './organisation/rulings-of-two.ts'
import { unservedSurvivors } from './requests/unserved-survivors.ts'

/** From a need to a reviewed order. */
export const servingProcesses = [
  closeEmptyUnits,
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
  transferFromClosing,
  rollCalls,
  supervisionClock,
  refillClock,
  extensionClock,
  twinOrders,
  captures,
  doubledServices,
  diaries,
  bulkConfirmations,
  oneNumber,
  needStandings,
  orderDueClock,
  unservedSurvivors,
  ownerMoves,
  passNeedsOn,
  dailyNeeds,
  likelyTwins,
  askReviewClock,
] as const

/** From attendance to records, points and stars. */
export const rewardProcesses = [
  attendanceRecords,
  burstHold,
  recheckOverlaps,
  creditPoints,
  reversePoints,
  noteReview,
  reexamineStar,
  sheetLines,
  notePerformers,
  liftHolds,
  attendanceHolds,
  burstRecords,
  contradictionHolds,
  rulingPace,
  rulingsOfTwo,
  objectionClock,
  sessionSeats,
  presenceProofs,
  vouchings,
] as const

/** All processes, in the order in which they run. */
export const processes = [...servingProcesses, ...rewardProcesses] as const
