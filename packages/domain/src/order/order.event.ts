/** What happened to an order: stream `order-<id>`. Event codecs are the storage contract: add a type, never edit a released one. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, list, literal, nullable, variants } from '@zhiyuan/kernel'
import { BodyId, NeedId, OfferId, OrderId, PersonId, PolicyVersion, TeamId, UnitId } from '../ids.ts'
import { Interval, Rating, Reason, Risks, Round, ServiceClass, TeamSpecialty, TextRef } from '../words.ts'
import { CancelledBy, HandedBackBy, Outcome, ReviewerKind, SeatFreedReason, Seats, Verdict } from './order.values.ts'
import { Ranking } from './ranking.codec.ts'

const order = { orderId: OrderId }
/** Every step says in which round and at which handler it was made: to-do lists are kept by handler. */
const step = { orderId: OrderId, round: Round, handler: UnitId }
/** A new handler takes over the order with its due date. */
const move = { orderId: OrderId, round: Round, from: UnitId, to: UnitId, reason: Reason, serviceDueAt: Instant }
/** 48 h after it opened at this handler it escalates by itself (O4, O16); null at the top, which does not escalate (O5). */
const clock = { escalatesAt: nullable(Instant) }
const seated = list(PersonId, 0, 500)

/** An order was opened at its owner, who is its first handler. */
export const OrderPlaced = closed({
  type: literal('OrderPlaced'),
  ...order,
  needId: NeedId,
  owner: UnitId,
  requester: PersonId,
  contact: nullable(PersonId),
  proxy: nullable(PersonId),
  specialty: TeamSpecialty,
  serviceClass: ServiceClass,
  risks: Risks,
  seats: Seats,
  planned: nullable(Interval),
  recordedAt: Instant,
  /** O22: the due date counts from the approval; from the reopening in a later round. */
  serviceDueFrom: Instant,
  /** O22: handed back when it passes unscheduled; I06 measures against it. */
  serviceDueAt: Instant,
  assumed: boolean,
  policyVersion: PolicyVersion,
  ...clock,
})
/** Offered to a team: dispatch alone binds nobody (A1). */
export const OrderOffered = closed({
  type: literal('OrderOffered'),
  ...step,
  offerId: OfferId,
  teamId: TeamId,
  /** The time asked for: a refusal counts for this slot only (O23). */
  planned: nullable(Interval),
  ranking: Ranking,
  /** Why the chosen team is not the first of the ranking. */
  override: nullable(Reason),
  expiresAt: Instant,
})
/** A search found no candidate; the order waits on in the queue of its handler (O23). */
export const NoTeamFound = closed({
  type: literal('NoTeamFound'),
  ...step,
  offerId: OfferId,
  ranking: Ranking,
})
/** Put on the open list for any fitting team to claim. */
export const ClaimOpened = closed({
  type: literal('ClaimOpened'),
  ...step,
  offerId: OfferId,
  lapsesAt: Instant,
})
/** A team bound itself, by an offer or from the open list; no volunteer is bound by it (A10). */
export const OrderAccepted = closed({
  type: literal('OrderAccepted'),
  ...step,
  offerId: OfferId,
  teamId: TeamId,
  bodyId: BodyId,
  claimed: boolean,
  planned: nullable(Interval),
})
/** The team's leader declined: no penalty, and back in the queue (A2). */
export const OfferDeclined = closed({
  type: literal('OfferDeclined'),
  ...step,
  offerId: OfferId,
  teamId: TeamId,
  reason: Reason,
  ...clock,
})
/** Nobody answered before `expiresAt`: no penalty, and back in the queue (A2). */
export const OfferExpired = closed({
  type: literal('OfferExpired'),
  ...step,
  offerId: OfferId,
  teamId: TeamId,
  ...clock,
})
/** The handler took the offer back, or the order moved on to another handler (O16). */
export const OfferRecalled = closed({
  type: literal('OfferRecalled'),
  ...step,
  offerId: OfferId,
  teamId: TeamId,
  reason: Reason,
  ...clock,
})
/** No team claimed it before `lapsesAt`: back in the queue. */
export const ClaimLapsed = closed({
  type: literal('ClaimLapsed'),
  ...step,
  offerId: OfferId,
  ...clock,
})
/** The handler took it off the open list, or the order moved on to another handler (O16). */
export const ClaimRecalled = closed({
  type: literal('ClaimRecalled'),
  ...step,
  offerId: OfferId,
  reason: Reason,
  ...clock,
})

/** A volunteer's own acceptance (A1, A10): opens an assignment. */
export const SeatTaken = closed({
  type: literal('SeatTaken'),
  ...step,
  volunteer: PersonId,
  teamId: TeamId,
  bodyId: BodyId,
  owner: UnitId,
  specialty: TeamSpecialty,
  planned: nullable(Interval),
})
/** The volunteer was found to fit (A6). The first cleared seat schedules an order that has a time. */
export const SeatCleared = closed({ type: literal('SeatCleared'), ...step, volunteer: PersonId })
/** A seat is open again; the reason says whether the volunteer, the handler or absence freed it (A8, A11). */
export const SeatFreed = closed({ type: literal('SeatFreed'), ...step, volunteer: PersonId, reason: SeatFreedReason })
/** More or fewer volunteers are asked for from now on, never fewer than have a seat (O11). */
export const SeatsChanged = closed({ type: literal('SeatsChanged'), ...order, seats: Seats })
/** A time and one cleared seat: service can begin. `missedAt`: nobody in by then, and it is missed. */
export const OrderScheduled = closed({
  type: literal('OrderScheduled'),
  ...step,
  planned: Interval,
  missedAt: Instant,
})
/** The bound team is let go, and the order is back in the queue of its handler. Who had a seat is released (A11). */
export const OrderHandedBack = closed({
  type: literal('OrderHandedBack'),
  ...step,
  teamId: TeamId,
  by: HandedBackBy,
  reason: Reason,
  seated,
  ...clock,
})
/** The due date passed before the service was reported, once a round (O22). */
export const ServiceOverdue = closed({ type: literal('ServiceOverdue'), ...step, dueAt: Instant })
/** The first volunteer checked in at `at`; others still may. */
export const ServiceStarted = closed({ type: literal('ServiceStarted'), ...step, at: Instant })
/** Nobody had checked in by `missedAt`: back in the queue of its handler. Who had a seat is released (A11). */
export const OrderMissed = closed({ type: literal('OrderMissed'), ...step, teamId: TeamId, seated, ...clock })
/** The service is over. It waits for a review or a follow-up until `lapsesAt` (O7). */
export const ServiceReported = closed({
  type: literal('ServiceReported'),
  ...step,
  teamId: TeamId,
  seated,
  reportedAt: Instant,
  lapsesAt: Instant,
})
/** The handler broke off a service that had begun, for good. Minutes already served stay valid. */
export const OrderAborted = closed({
  type: literal('OrderAborted'),
  ...step,
  teamId: nullable(TeamId),
  seated,
  reason: Reason,
})

/** The requester's rating; `seated` are those it speaks of (W11). */
export const OrderReviewed = closed({
  type: literal('OrderReviewed'),
  ...step,
  reviewer: PersonId,
  as: ReviewerKind,
  rating: Rating,
  verdict: Verdict,
  comment: nullable(TextRef),
  seated,
})
/** An independent check; it closes the order like a review (O7). */
export const OrderFollowedUp = closed({
  type: literal('OrderFollowedUp'),
  ...step,
  by: PersonId,
  verdict: Verdict,
  comment: nullable(TextRef),
})
/** Neither review nor follow-up came in time: the order closes as `unreviewed` (O7). */
export const ReviewLapsed = closed({ type: literal('ReviewLapsed'), ...step })
/** Closed is not solved: the outcome says (O7). `reopenableUntil` is half-open (O8). */
export const OrderClosed = closed({
  type: literal('OrderClosed'),
  ...step,
  outcome: Outcome,
  reopenableUntil: Instant,
  seated,
})
/** The next round began, in the queue of its handler (O8). */
export const OrderReopened = closed({
  type: literal('OrderReopened'),
  ...step,
  reason: Reason,
  serviceDueFrom: Instant,
  serviceDueAt: Instant,
  assumed: boolean,
  ...clock,
})

/** The handler could not meet it: one level up, in the queue there; `automatic` where the 48 h ended (O4). */
export const OrderEscalated = closed({
  type: literal('OrderEscalated'),
  ...move,
  automatic: boolean,
  ...clock,
})
/** Sent back, once, to the unit that had escalated it here (O19). */
export const OrderReturned = closed({
  type: literal('OrderReturned'),
  ...move,
  ...clock,
})
/** Another unit handles it: by choice of the handler, or because the unit before is closing (O19, G1). */
export const OrderTransferred = closed({
  type: literal('OrderTransferred'),
  ...move,
  ...clock,
})
/** The only change of owner: the figures of the order and of its need move from the start (O19, S14). */
export const OrderMisrouted = closed({
  type: literal('OrderMisrouted'),
  ...order,
  needId: NeedId,
  from: UnitId,
  to: UnitId,
  reason: Reason,
})
/** Wanted no more, before any service began. Who had a seat is released (A11). */
export const OrderCancelled = closed({
  type: literal('OrderCancelled'),
  ...step,
  /** The team that was bound or had the open offer. */
  teamId: nullable(TeamId),
  by: CancelledBy,
  reason: Reason,
  /** By the requester's side before any team had accepted: not counted as an order (I05). */
  beforeAcceptance: boolean,
  seated,
})
/** The city could not meet it either: neither closed nor solved (O5, O17). */
export const OrderUnmet = closed({ type: literal('OrderUnmet'), ...step, reason: Reason })

/** Whatever can happen to an order. */
export const OrderEvent = variants('OrderEvent', [
  OrderPlaced,
  OrderOffered,
  NoTeamFound,
  ClaimOpened,
  OrderAccepted,
  OfferDeclined,
  OfferExpired,
  OfferRecalled,
  ClaimLapsed,
  ClaimRecalled,
  SeatTaken,
  SeatCleared,
  SeatFreed,
  SeatsChanged,
  OrderScheduled,
  OrderHandedBack,
  ServiceOverdue,
  ServiceStarted,
  OrderMissed,
  ServiceReported,
  OrderAborted,
  OrderReviewed,
  OrderFollowedUp,
  ReviewLapsed,
  OrderClosed,
  OrderReopened,
  OrderEscalated,
  OrderReturned,
  OrderTransferred,
  OrderMisrouted,
  OrderCancelled,
  OrderUnmet,
])
export type OrderEvent = t.TypeOf<typeof OrderEvent>
