/** Seats, and the service itself. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal, nullable } from '@zhiyuan/kernel'
import { BodyId, PersonId, PolicyVersion, TeamId, UnitId } from '../../../vocabulary/ids.ts'
import { Interval, Reason, TeamSpecialty } from '../../../vocabulary/values.ts'
import { escalationFields, openedFields, seated, keyFields } from './event.fields.ts'
import { HandedBackBy, SeatFreedReason, Seats } from './order.values.ts'

/** A volunteer's own acceptance (A1, A10): opens an assignment. */
export const SeatTaken = closed({
  type: literal('SeatTaken'),
  ...keyFields,
  volunteer: PersonId,
  teamId: TeamId,
  bodyId: BodyId,
  owner: UnitId,
  specialty: TeamSpecialty,
  planned: nullable(Interval),
  /** What the volunteer said; where risks are known, without it no seat is taken (N3). */
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
/** More or fewer volunteers are asked for from now on, never fewer than have a seat (O11). */
export const SeatsChanged = closed({ type: literal('SeatsChanged'), ...openedFields, seats: Seats })
export interface SeatsChanged extends t.TypeOf<typeof SeatsChanged> {}
/** A time and one cleared seat: service can begin. `missedAt`: nobody in by then, and it is missed. */
export const OrderScheduled = closed({
  type: literal('OrderScheduled'),
  ...keyFields,
  planned: Interval,
  missedAt: Instant,
  policyVersion: PolicyVersion,
})
export interface OrderScheduled extends t.TypeOf<typeof OrderScheduled> {}
/** The bound team is let go, and the order is back in the queue of its handler. Who had a seat is released (A11). */
export const OrderHandedBack = closed({
  type: literal('OrderHandedBack'),
  ...keyFields,
  teamId: TeamId,
  by: HandedBackBy,
  reason: Reason,
  seated,
  ...escalationFields,
})
export interface OrderHandedBack extends t.TypeOf<typeof OrderHandedBack> {}
/** The due date passed before the service was reported, once a round (O22); the timer was set for `setFor`, before a calendar moved the date. */
export const ServiceOverdue = closed({ type: literal('ServiceOverdue'), ...keyFields, dueAt: Instant, setFor: Instant })
export interface ServiceOverdue extends t.TypeOf<typeof ServiceOverdue> {}
/** The first volunteer checked in at `at`; others still may. */
export const ServiceStarted = closed({ type: literal('ServiceStarted'), ...keyFields, at: Instant })
export interface ServiceStarted extends t.TypeOf<typeof ServiceStarted> {}
/** Nobody had checked in by `missedAt`: back in the queue of its handler. Who had a seat is released (A11). */
export const OrderMissed = closed({
  type: literal('OrderMissed'),
  ...keyFields,
  teamId: TeamId,
  seated,
  missedAt: Instant,
  ...escalationFields,
})
export interface OrderMissed extends t.TypeOf<typeof OrderMissed> {}
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
