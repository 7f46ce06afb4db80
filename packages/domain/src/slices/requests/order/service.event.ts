/** Events of seats and of the service itself. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal, nullable } from '@zhiyuan/kernel'
import { BodyId, PersonId, PolicyVersion, TeamId, UnitId } from '../../../vocabulary/ids.ts'
import { Interval, Reason, TeamSpecialty } from '../../../vocabulary/values.ts'
import { escalationFields, openedFields, seated, keyFields } from './event.fields.ts'
import { HandedBackBy, SeatFreedReason, Seats } from './order.values.ts'

/** A volunteer took a seat herself (A1, A10): this opens an assignment. */
export const SeatTaken = closed({
  type: literal('SeatTaken'),
  ...keyFields,
  volunteer: PersonId,
  teamId: TeamId,
  bodyId: BodyId,
  owner: UnitId,
  specialty: TeamSpecialty,
  planned: nullable(Interval),
  /** Whether the volunteer had seen the risks; known ones must be seen before a seat is taken (N3). */
  risksSeen: boolean,
})
export interface SeatTaken extends t.TypeOf<typeof SeatTaken> {}
/** The volunteer was found to fit (A6). The first cleared seat schedules an order that has a time. */
export const SeatCleared = closed({ type: literal('SeatCleared'), ...keyFields, volunteer: PersonId })
export interface SeatCleared extends t.TypeOf<typeof SeatCleared> {}
/** A seat is open again; the reason says whether the volunteer, the handler or absence freed it (A8, A11). */
export const SeatFreed = closed({
  type: literal('SeatFreed'),
  ...keyFields,
  volunteer: PersonId,
  reason: SeatFreedReason,
})
export interface SeatFreed extends t.TypeOf<typeof SeatFreed> {}
/** The order asks for more or fewer volunteers from now on, never for fewer than have a seat (O11). */
export const SeatsChanged = closed({ type: literal('SeatsChanged'), ...openedFields, seats: Seats })
export interface SeatsChanged extends t.TypeOf<typeof SeatsChanged> {}
/** The order has a time and one cleared seat: service can begin. If no one has checked in by `missedAt`, it is missed. */
export const OrderScheduled = closed({
  type: literal('OrderScheduled'),
  ...keyFields,
  planned: Interval,
  missedAt: Instant,
  policyVersion: PolicyVersion,
})
export interface OrderScheduled extends t.TypeOf<typeof OrderScheduled> {}
/** The bound team is let go, and the order is back in the queue of its handler. Volunteers with a seat are released (A11). */
export const OrderHandedBack = closed({
  type: literal('OrderHandedBack'),
  ...keyFields,
  teamId: TeamId,
  by: HandedBackBy,
  reason: Reason,
  seated,
  /** The due date without the day that went with the team (O22). */
  serviceDueAt: Instant,
  /** Until then it waited for volunteers in vain (O25); null where it is handed back for another reason. */
  refillAt: nullable(Instant),
  ...escalationFields,
})
export interface OrderHandedBack extends t.TypeOf<typeof OrderHandedBack> {}
/**
 * The due date passed before the service was reported, once a round (O22); the timer was set for `setFor`, before a calendar moved the
 * date.
 */
export const ServiceOverdue = closed({ type: literal('ServiceOverdue'), ...keyFields, dueAt: Instant, setFor: Instant })
export interface ServiceOverdue extends t.TypeOf<typeof ServiceOverdue> {}
/** `volunteer` was the first to check in, at `at`; others may still come. */
export const ServiceStarted = closed({
  type: literal('ServiceStarted'),
  ...keyFields,
  volunteer: PersonId,
  at: Instant,
  /** Told too late for `system`: the service is not proven by it (A14). */
  late: boolean,
})
export interface ServiceStarted extends t.TypeOf<typeof ServiceStarted> {}
/** No one had checked in by `missedAt`: the order is back in the queue of its handler. Volunteers with a seat are released (A11). */
export const OrderMissed = closed({
  type: literal('OrderMissed'),
  ...keyFields,
  teamId: TeamId,
  seated,
  missedAt: Instant,
  /** The due date without the day that went with the team (O22). */
  serviceDueAt: Instant,
  ...escalationFields,
})
export interface OrderMissed extends t.TypeOf<typeof OrderMissed> {}
/** The time of a service that had begun is long over, and no one had reported it: the ledger asks for its review by itself (H24). */
export const ReviewAsked = closed({ type: literal('ReviewAsked'), ...keyFields, dueAt: Instant })
export interface ReviewAsked extends t.TypeOf<typeof ReviewAsked> {}
/** The service is over. It waits for a review or a follow-up until `lapsesAt` (O7). */
export const ServiceReported = closed({
  type: literal('ServiceReported'),
  ...keyFields,
  teamId: TeamId,
  seated,
  reportedAt: Instant,
  lapsesAt: Instant,
  policyVersion: PolicyVersion,
})
export interface ServiceReported extends t.TypeOf<typeof ServiceReported> {}
/** The handler broke off a service that had begun, for good. Minutes already served stay valid. */
export const OrderAborted = closed({
  type: literal('OrderAborted'),
  ...keyFields,
  teamId: nullable(TeamId),
  seated,
  reason: Reason,
})
export interface OrderAborted extends t.TypeOf<typeof OrderAborted> {}
