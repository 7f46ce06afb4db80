/** Events of an order: stream `order-<id>`. Event codecs are the storage contract: add a type, never edit a released one. */
import type * as t from 'io-ts'
import { closed, Instant, literal, nullable, variants, type Codec } from '@zhiyuan/kernel'
import { NeedId, PersonId, UnitId } from '../../../vocabulary/ids.ts'
import { Interval, Reason, Risks, ServiceClass, TeamSpecialty } from '../../../vocabulary/values.ts'
import { orderFields, serviceDueFields, startedEscalationFields } from './event.fields.ts'
import { Seats, ServiceDay } from './order.values.ts'
import {
  OrderOffered,
  NoTeamFound,
  ClaimOpened,
  OrderAccepted,
  OfferDeclined,
  OfferExpired,
  OfferRecalled,
  ClaimLapsed,
  ClaimRecalled,
} from './dispatch.event.ts'
import {
  SeatTaken,
  SeatCleared,
  SeatFreed,
  SeatsChanged,
  OrderScheduled,
  OrderHandedBack,
  ServiceOverdue,
  ServiceStarted,
  OrderMissed,
  ReviewAsked,
  ServiceReported,
  OrderAborted,
} from './service.event.ts'
import {
  OrderReviewed,
  OrderFollowedUp,
  ReviewLapsed,
  OrderClosed,
  OrderReopened,
  OrderCancelled,
  OrderUnmet,
  OutcomeRevised,
  PerformerDropped,
  PerformerNoted,
} from './ending.event.ts'
import {
  OrderEscalated,
  OrderReturned,
  OrderTransferred,
  OrderMisrouted,
  SupervisionBegan,
  SupervisionEnded,
} from './handler.event.ts'
import {
  ExtensionAsked,
  ExtensionGranted,
  ExtensionRefused,
  LastSeatLost,
  ServiceTimeAgreed,
  ServiceTimeSet,
} from './day.event.ts'
import { TwinMeant, TwinsNoted } from './twin.event.ts'
import {
  EscalationUndone,
  FirstServiceCancelled,
  RoundTakenOn,
  SeatReturned,
  ServiceDoubled,
  ServiceProven,
} from './capture.event.ts'
import { AbortAsked, OrderUrged, PartReviewed } from './from-need.event.ts'

export * from './dispatch.event.ts'
export * from './service.event.ts'
export * from './ending.event.ts'
export * from './handler.event.ts'
export * from './day.event.ts'
export * from './twin.event.ts'
export * from './capture.event.ts'
export * from './from-need.event.ts'

/** An order was opened at its owner, who is its first handler. */
export const OrderPlaced = closed({
  type: literal('OrderPlaced'),
  ...orderFields,
  needId: NeedId,
  /** When the need was recorded. */
  needOpened: Instant,
  owner: UnitId,
  requester: PersonId,
  contact: nullable(PersonId),
  proxy: nullable(PersonId),
  specialty: TeamSpecialty,
  serviceClass: ServiceClass,
  risks: Risks,
  seats: Seats,
  planned: nullable(Interval),
  /** The day asked for, and whose word it is (O22). */
  day: nullable(ServiceDay),
  /** Why the need has a second live order like this one (O26). */
  intended: nullable(Reason),
  recordedAt: Instant,
  /** Since when the service is waited for: the placing, or that of the orders before it which the office took back (O16). */
  superviseFrom: Instant,
  /** The order is supervised if it is unserved by then (O16); null: the policy has no such term. */
  superviseAt: nullable(Instant),
  /** The start of the service term: the need's approval. */
  ...serviceDueFields,
  ...startedEscalationFields,
})
export interface OrderPlaced extends t.TypeOf<typeof OrderPlaced> {}

/** All events of an order. */
export const OrderEvent: Codec<OrderEvent> = variants('OrderEvent', [
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
  ReviewAsked,
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
  ServiceTimeSet,
  ServiceTimeAgreed,
  LastSeatLost,
  ExtensionAsked,
  ExtensionGranted,
  ExtensionRefused,
  SupervisionBegan,
  SupervisionEnded,
  TwinsNoted,
  TwinMeant,
  OutcomeRevised,
  PerformerNoted,
  PerformerDropped,
  EscalationUndone,
  RoundTakenOn,
  ServiceDoubled,
  FirstServiceCancelled,
  SeatReturned,
  ServiceProven,
  AbortAsked,
  OrderUrged,
  PartReviewed,
])
export type OrderEvent =
  | OrderPlaced
  | OrderOffered
  | NoTeamFound
  | ClaimOpened
  | OrderAccepted
  | OfferDeclined
  | OfferExpired
  | OfferRecalled
  | ClaimLapsed
  | ClaimRecalled
  | SeatTaken
  | SeatCleared
  | SeatFreed
  | SeatsChanged
  | OrderScheduled
  | OrderHandedBack
  | ServiceOverdue
  | ServiceStarted
  | OrderMissed
  | ReviewAsked
  | ServiceReported
  | OrderAborted
  | OrderReviewed
  | OrderFollowedUp
  | ReviewLapsed
  | OrderClosed
  | OrderReopened
  | OrderEscalated
  | OrderReturned
  | OrderTransferred
  | OrderMisrouted
  | OrderCancelled
  | OrderUnmet
  | ServiceTimeSet
  | ServiceTimeAgreed
  | LastSeatLost
  | ExtensionAsked
  | ExtensionGranted
  | ExtensionRefused
  | SupervisionBegan
  | SupervisionEnded
  | TwinsNoted
  | TwinMeant
  | OutcomeRevised
  | PerformerNoted
  | PerformerDropped
  | EscalationUndone
  | RoundTakenOn
  | ServiceDoubled
  | FirstServiceCancelled
  | SeatReturned
  | ServiceProven
  | AbortAsked
  | OrderUrged
  | PartReviewed
