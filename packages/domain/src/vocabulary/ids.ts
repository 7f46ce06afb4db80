/** Every branded id. Ids are opaque: none is a name, and a mobile number or ID-card number is refused (P1, P6). */
import type * as t from 'io-ts'
import { opaqueId, text } from '@zhiyuan/kernel'

export { PersonId, UnitId, Jurisdiction } from '@zhiyuan/kernel'

const id = /^[A-Za-z0-9_-]{1,64}$/

export interface BodyIdBrand {
  readonly BodyId: unique symbol
}
/** A body that organises and records (记录单位). Every unit is a body of the same id; others are registered. */
export type BodyId = t.Branded<string, BodyIdBrand>
export const BodyId = opaqueId<BodyIdBrand>('BodyId', id, 64)

export interface TeamIdBrand {
  readonly TeamId: unique symbol
}
/** A team of volunteers. */
export type TeamId = t.Branded<string, TeamIdBrand>
export const TeamId = opaqueId<TeamIdBrand>('TeamId', id, 64)

export interface VolunteerNoBrand {
  readonly VolunteerNo: unique symbol
}
/** The number on a volunteer's badge: one person, one number for ever. */
export type VolunteerNo = t.Branded<string, VolunteerNoBrand>
export const VolunteerNo = opaqueId<VolunteerNoBrand>('VolunteerNo', id, 64)

export interface NeedIdBrand {
  readonly NeedId: unique symbol
}
/** The id of a need, chosen by the submitter. */
export type NeedId = t.Branded<string, NeedIdBrand>
export const NeedId = opaqueId<NeedIdBrand>('NeedId', id, 64)

export interface OrderIdBrand {
  readonly OrderId: unique symbol
}
/** The id of an order in all its rounds, chosen by the unit that places it. */
export type OrderId = t.Branded<string, OrderIdBrand>
export const OrderId = opaqueId<OrderIdBrand>('OrderId', id, 64)

export interface SessionIdBrand {
  readonly SessionId: unique symbol
}
/** A dated session of an activity. */
export type SessionId = t.Branded<string, SessionIdBrand>
export const SessionId = opaqueId<SessionIdBrand>('SessionId', id, 64)

export interface OfferIdBrand {
  readonly OfferId: unique symbol
}
/** One step in the search for a team: an offer, an entry of the open list, or a search that found no team (O6). */
export type OfferId = t.Branded<string, OfferIdBrand>
export const OfferId = opaqueId<OfferIdBrand>('OfferId', id, 64)

export interface RecordIdBrand {
  readonly RecordId: unique symbol
}
/** A service record, unique within its volunteer's stream. */
export type RecordId = t.Branded<string, RecordIdBrand>
export const RecordId = opaqueId<RecordIdBrand>('RecordId', /^[A-Za-z0-9_.-]{1,128}$/, 128)

export interface CorrectionIdBrand {
  readonly CorrectionId: unique symbol
}
/** One request to correct a record, and its answer (H9). */
export type CorrectionId = t.Branded<string, CorrectionIdBrand>
export const CorrectionId = opaqueId<CorrectionIdBrand>('CorrectionId', id, 64)

export interface HoldIdBrand {
  readonly HoldId: unique symbol
}
/** One hold on a record. The id derives from the reason of the hold, so that the hold is set once. */
export type HoldId = t.Branded<string, HoldIdBrand>
export const HoldId = text<HoldIdBrand>('HoldId', /^[A-Za-z0-9_.:-]{1,256}$/, 256)

export interface CreditIdBrand {
  readonly CreditId: unique symbol
}
/** One credit of points: the record and the revision of its minutes. */
export type CreditId = t.Branded<string, CreditIdBrand>
export const CreditId = text<CreditIdBrand>('CreditId', /^[A-Za-z0-9_.~-]{1,256}$/, 256)

export interface RedemptionIdBrand {
  readonly RedemptionId: unique symbol
}
/** One redemption of points, with an id chosen by the volunteer's side: a repeated command spends once (W10). */
export type RedemptionId = t.Branded<string, RedemptionIdBrand>
export const RedemptionId = opaqueId<RedemptionIdBrand>('RedemptionId', id, 64)

export interface ApplicationIdBrand {
  readonly ApplicationId: unique symbol
}
/** One application for a star. */
export type ApplicationId = t.Branded<string, ApplicationIdBrand>
export const ApplicationId = opaqueId<ApplicationIdBrand>('ApplicationId', id, 64)

export interface PolicyVersionBrand {
  readonly PolicyVersion: unique symbol
}
/** The name of one edition of the policy, such as `BAZHOU-2020`. */
export type PolicyVersion = t.Branded<string, PolicyVersionBrand>
export const PolicyVersion = opaqueId<PolicyVersionBrand>('PolicyVersion', id, 64)

export interface RosterIdBrand {
  readonly RosterId: unique symbol
}
/** One edition of a body's in-service list. */
export type RosterId = t.Branded<string, RosterIdBrand>
export const RosterId = opaqueId<RosterIdBrand>('RosterId', id, 64)

export interface RollCallIdBrand {
  readonly RollCallId: unique symbol
}
/** One call of a roll, with an id chosen by the caller's side. */
export type RollCallId = t.Branded<string, RollCallIdBrand>
export const RollCallId = opaqueId<RollCallIdBrand>('RollCallId', id, 64)

export interface SheetIdBrand {
  readonly SheetId: unique symbol
}
/** One paper sheet of names and times. */
export type SheetId = t.Branded<string, SheetIdBrand>
export const SheetId = opaqueId<SheetIdBrand>('SheetId', id, 64)

export interface BurstIdBrand {
  readonly BurstId: unique symbol
}
/** Many people in one order round or session, or with records of one unit's bodies on one day (H12). The id derives from it. */
export type BurstId = t.Branded<string, BurstIdBrand>
export const BurstId = text<BurstIdBrand>('BurstId', /^[A-Za-z0-9_.-]{1,160}$/, 160)
