/** Events while a team is sought and asked. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal, nullable } from '@zhiyuan/kernel'
import { BodyId, OfferId, PolicyVersion, TeamId } from '../../../vocabulary/ids.ts'
import { Interval, Reason } from '../../../vocabulary/values.ts'
import { escalationFields, keyFields } from './event.fields.ts'
import { ServiceDay } from './order.values.ts'
import { Ranking } from './ranking.codec.ts'

/** The order was offered to a team; an offer alone binds no one (A1). */
export const OrderOffered = closed({
  type: literal('OrderOffered'),
  ...keyFields,
  offerId: OfferId,
  teamId: TeamId,
  /** The time asked for: a refusal counts for this slot only (O23). */
  planned: nullable(Interval),
  ranking: Ranking,
  /** Why the chosen team is not the first of the ranking. */
  override: nullable(Reason),
  expiresAt: Instant,
  policyVersion: PolicyVersion,
})
export interface OrderOffered extends t.TypeOf<typeof OrderOffered> {}
/** A search found no candidate; the order waits on in the queue of its handler (O23). */
export const NoTeamFound = closed({
  type: literal('NoTeamFound'),
  ...keyFields,
  searchId: OfferId,
  ranking: Ranking,
})
export interface NoTeamFound extends t.TypeOf<typeof NoTeamFound> {}
/** The order was put on the open list for any fitting team to claim. */
export const ClaimOpened = closed({
  type: literal('ClaimOpened'),
  ...keyFields,
  offerId: OfferId,
  lapsesAt: Instant,
  policyVersion: PolicyVersion,
})
export interface ClaimOpened extends t.TypeOf<typeof ClaimOpened> {}
/** A team bound itself, by an offer or from the open list; no volunteer is bound by it (A10). */
export const OrderAccepted = closed({
  type: literal('OrderAccepted'),
  ...keyFields,
  offerId: OfferId,
  teamId: TeamId,
  bodyId: BodyId,
  claimed: boolean,
  planned: nullable(Interval),
  /** The day of service, and whose word it is; null while there is no time (O22). */
  day: nullable(ServiceDay),
  acceptedAt: Instant,
  /** True if the leader named the time; else it is the one asked for, if there is one. */
  timeStated: boolean,
  /** Whether the leader had seen the risks; known ones must be seen before an acceptance (N3). */
  risksSeen: boolean,
})
export interface OrderAccepted extends t.TypeOf<typeof OrderAccepted> {}
/** The team's leader declined: no penalty, and the order is back in the queue (A2). */
export const OfferDeclined = closed({
  type: literal('OfferDeclined'),
  ...keyFields,
  offerId: OfferId,
  teamId: TeamId,
  reason: Reason,
  ...escalationFields,
})
export interface OfferDeclined extends t.TypeOf<typeof OfferDeclined> {}
/** No one answered before `expiresAt`: no penalty, and the order is back in the queue (A2). */
export const OfferExpired = closed({
  type: literal('OfferExpired'),
  ...keyFields,
  offerId: OfferId,
  teamId: TeamId,
  ...escalationFields,
})
export interface OfferExpired extends t.TypeOf<typeof OfferExpired> {}
/** The handler took the offer back, or the order moved on to another handler (O16). */
export const OfferRecalled = closed({
  type: literal('OfferRecalled'),
  ...keyFields,
  offerId: OfferId,
  teamId: TeamId,
  reason: Reason,
  ...escalationFields,
})
export interface OfferRecalled extends t.TypeOf<typeof OfferRecalled> {}
/** No team claimed the order before `lapsesAt`: it is back in the queue. */
export const ClaimLapsed = closed({
  type: literal('ClaimLapsed'),
  ...keyFields,
  offerId: OfferId,
  ...escalationFields,
})
export interface ClaimLapsed extends t.TypeOf<typeof ClaimLapsed> {}
/** The handler took the order off the open list, or the order moved on to another handler (O16). */
export const ClaimRecalled = closed({
  type: literal('ClaimRecalled'),
  ...keyFields,
  offerId: OfferId,
  reason: Reason,
  ...escalationFields,
})
export interface ClaimRecalled extends t.TypeOf<typeof ClaimRecalled> {}
