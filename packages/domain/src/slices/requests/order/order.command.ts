/** Commands about an order. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal, LocalDay, nullable, variants, type Codec } from '@zhiyuan/kernel'
import { NeedId, OfferId, OrderId, PersonId, RecordId, TeamId, UnitId } from '../../../vocabulary/ids.ts'
import { Interval, Rating, Reason, Round, TeamSpecialty, TextRef } from '../../../vocabulary/values.ts'
import { CancelFirstService, HandBackOrder, MissOrder, StartService } from './capture.command.ts'
import { AskAbort, FollowOwner, UrgeOrder } from './from-need.command.ts'
import { SeatFreedReason, Seats, Verdict } from './order.values.ts'
import { Ranking } from './ranking.codec.ts'

export * from './capture.command.ts'
export * from './from-need.command.ts'

const order = { orderId: OrderId }
const round = { orderId: OrderId, round: Round }
const placing = { ...order, needId: NeedId, specialty: TeamSpecialty, seats: Seats, planned: nullable(Interval) }

/**
 * By the side of the need, or a clerk or station clerk of its unit or above. Refused unless the need is approved (O1), the specialty one that
 * exists (C05), the time ahead, and no longer than the policy plans (H6); and beside a live order of the need with the same specialty and overlapping time (O26).
 */
export const PlaceOrder = closed({ type: literal('PlaceOrder'), ...placing })
export interface PlaceOrder extends t.TypeOf<typeof PlaceOrder> {}
/** By those who may send `PlaceOrder`, beside a live order like it: it is meant, with a reason (O26). */
export const PlaceIntendedOrder = closed({ type: literal('PlaceIntendedOrder'), ...placing, intended: Reason })
export interface PlaceIntendedOrder extends t.TypeOf<typeof PlaceIntendedOrder> {}
/**
 * By a dispatcher of the handler or above; the ranking is the ledger's, and one that a sender hands in is refused (O10). Refused for a team
 * that is no candidate, and for another than the best one without a reason (O23).
 */
export const DispatchOrder = closed({
  type: literal('DispatchOrder'),
  ...order,
  offerId: OfferId,
  teamId: TeamId,
  ranking: Ranking,
  override: nullable(Reason),
})
export interface DispatchOrder extends t.TypeOf<typeof DispatchOrder> {}
/**
 * By a dispatcher of the handler or above; the ranking is the ledger's, and one that a sender hands in is refused (O10). Refused where it has
 * a candidate (O23).
 */
export const ConcludeNoTeam = closed({ type: literal('ConcludeNoTeam'), ...order, searchId: OfferId, ranking: Ranking })
export interface ConcludeNoTeam extends t.TypeOf<typeof ConcludeNoTeam> {}
/** By a dispatcher of the handler or above, while the order is in the queue. */
export const OpenClaim = closed({ type: literal('OpenClaim'), ...order, offerId: OfferId })
export interface OpenClaim extends t.TypeOf<typeof OpenClaim> {}
/**
 * By the leader of a fitting team, while the entry is open. Refused unless known risks were seen (N3), without a time once the due date has
 * passed (O22), for a time that is not ahead (H2a), or for too long a one (H6).
 */
export const ClaimOrder = closed({
  type: literal('ClaimOrder'),
  ...order,
  offerId: OfferId,
  teamId: TeamId,
  planned: nullable(Interval),
  risksSeen: boolean,
})
export interface ClaimOrder extends t.TypeOf<typeof ClaimOrder> {}
/** Sent by a timer at `lapsesAt`. */
export const LapseClaim = closed({ type: literal('LapseClaim'), ...order, offerId: OfferId })
export interface LapseClaim extends t.TypeOf<typeof LapseClaim> {}
/** By the offered team's leader, while the offer is open (A10). Refused unless known risks were seen (N3), or for another time than the order's, one that is not ahead (H2a) or too long a one (H6). */
export const AcceptOffer = closed({
  type: literal('AcceptOffer'),
  ...order,
  offerId: OfferId,
  planned: nullable(Interval),
  risksSeen: boolean,
})
export interface AcceptOffer extends t.TypeOf<typeof AcceptOffer> {}
/** By the offered team's leader, while the offer is open (A2). */
export const DeclineOffer = closed({ type: literal('DeclineOffer'), ...order, offerId: OfferId, reason: Reason })
export interface DeclineOffer extends t.TypeOf<typeof DeclineOffer> {}
/** Sent by a timer at `expiresAt` (A2). */
export const ExpireOffer = closed({ type: literal('ExpireOffer'), ...order, offerId: OfferId })
export interface ExpireOffer extends t.TypeOf<typeof ExpireOffer> {}
/** By a dispatcher of the handler or above: takes back an offer or an entry of the open list. */
export const RecallOffer = closed({ type: literal('RecallOffer'), ...order, offerId: OfferId, reason: Reason })
export interface RecallOffer extends t.TypeOf<typeof RecallOffer> {}
/** By the volunteer alone (A1): an adult (A6) of the bound team, once a round; refused when no seat is free (O11), or without a time (O22). */
export const TakeSeat = closed({ type: literal('TakeSeat'), ...round, risksSeen: boolean })
export interface TakeSeat extends t.TypeOf<typeof TakeSeat> {}
/** Sent by a process when the assignment was cleared. The first one schedules an order that has a time. */
export const ClearSeat = closed({ type: literal('ClearSeat'), ...round, volunteer: PersonId })
export interface ClearSeat extends t.TypeOf<typeof ClearSeat> {}
/** Sent by a process when the assignment has let the seat go. */
export const FreeSeat = closed({ type: literal('FreeSeat'), ...round, volunteer: PersonId, reason: SeatFreedReason })
export interface FreeSeat extends t.TypeOf<typeof FreeSeat> {}
/** By a dispatcher or clerk of the handler or above, before service begins; refused below what is taken (O11). */
export const ChangeSeats = closed({ type: literal('ChangeSeats'), ...order, seats: Seats })
export interface ChangeSeats extends t.TypeOf<typeof ChangeSeats> {}
/** Sent by a timer at the due date; an order accepted without a schedule is handed back (O22). */
export const NoteServiceDue = closed({ type: literal('NoteServiceDue'), ...round, dueAt: Instant })
export interface NoteServiceDue extends t.TypeOf<typeof NoteServiceDue> {}
/** By the team's leader, a performer, or a dispatcher or clerk of the handler or above, once service and its planned time have begun. */
export const ReportService = closed({ type: literal('ReportService'), ...round })
export interface ReportService extends t.TypeOf<typeof ReportService> {}
/** Sent by a timer some working days after the planned end of a service that began; a no-op once it is reported (H24). */
export const AskReview = closed({ type: literal('AskReview'), ...round })
export interface AskReview extends t.TypeOf<typeof AskReview> {}
/** By a dispatcher or clerk of the handler or above, once service has begun and before it is reported. */
export const AbortOrder = closed({ type: literal('AbortOrder'), ...round, reason: Reason })
export interface AbortOrder extends t.TypeOf<typeof AbortOrder> {}
/**
 * By requester, contact or a proxy who is family, labelled so (N10, N15). Refused for a performer, for the leader and members of the serving team (O9), beside a
 * nearer person's review, and once the term has ended (O7).
 */
export const ReviewOrder = closed({
  type: literal('ReviewOrder'),
  ...round,
  rating: Rating,
  verdict: Verdict,
  comment: nullable(TextRef),
})
export interface ReviewOrder extends t.TypeOf<typeof ReviewOrder> {}
/**
 * By a clerk, assessor or dispatcher of the owner or above; above, where the owner's own team served (O24), and at the top by two together (G8). Refused for who served, or sent a
 * command on the order or its need, and once the term has ended (O7).
 */
export const FollowUpOrder = closed({
  type: literal('FollowUpOrder'),
  ...round,
  verdict: Verdict,
  comment: nullable(TextRef),
})
export interface FollowUpOrder extends t.TypeOf<typeof FollowUpOrder> {}
/** Sent by a timer when neither review nor follow-up came in time (O7). */
export const LapseReview = closed({ type: literal('LapseReview'), ...round })
export interface LapseReview extends t.TypeOf<typeof LapseReview> {}
/** By requester, contact, proxy, or a clerk of the owner or above; `round` is the closed one. Refused once the window has ended (O8). */
export const ReopenOrder = closed({ type: literal('ReopenOrder'), ...round, reason: Reason })
export interface ReopenOrder extends t.TypeOf<typeof ReopenOrder> {}
/**
 * By a dispatcher or clerk of the handler `from` or above, out of its queue; refused at the top, which serves the order or ends it (O4,
 * O5), and where every unit above has had it in the round (O16).
 */
export const EscalateOrder = closed({ type: literal('EscalateOrder'), ...round, from: UnitId, reason: Reason })
export interface EscalateOrder extends t.TypeOf<typeof EscalateOrder> {}
/** Sent by a timer when the 48 h have ended; an open offer is recalled in the same decision (O16). */
export const EscalateOverdue = closed({ type: literal('EscalateOverdue'), ...round, from: UnitId })
export interface EscalateOverdue extends t.TypeOf<typeof EscalateOverdue> {}
/** By a dispatcher or clerk of the handler `from` or above; refused a second time, and where no unit had escalated it here (O19). */
export const ReturnOrder = closed({ type: literal('ReturnOrder'), ...round, from: UnitId, reason: Reason })
export interface ReturnOrder extends t.TypeOf<typeof ReturnOrder> {}
/**
 * By a dispatcher or clerk within the own area, never upwards (O4), nor to a unit that handled the order in this round (O16); by a process
 * when the handler `from` closes (G1).
 */
export const TransferOrder = closed({
  type: literal('TransferOrder'),
  ...round,
  from: UnitId,
  to: UnitId,
  reason: Reason,
})
export interface TransferOrder extends t.TypeOf<typeof TransferOrder> {}
/** By requester, contact, proxy (N10) or the handler's side; by a process when the need was withdrawn. Refused once service has begun. */
export const CancelOrder = closed({ type: literal('CancelOrder'), ...order, reason: Reason })
export interface CancelOrder extends t.TypeOf<typeof CancelOrder> {}
/** By a dispatcher or clerk of the top unit, out of its queue; refused at any other level, which escalates (O5). */
export const EndUnmet = closed({ type: literal('EndUnmet'), ...order, reason: Reason })
export interface EndUnmet extends t.TypeOf<typeof EndUnmet> {}
/** By the bound team's leader, or a dispatcher or clerk of the handler or above, for an order that was accepted without a time (O22). Refused unless it is ahead from its start on (H2a). */
export const SetServiceTime = closed({ type: literal('SetServiceTime'), ...round, planned: Interval })
export interface SetServiceTime extends t.TypeOf<typeof SetServiceTime> {}
/** By the requester's side, who agrees to the time that the office or the team set (O22). Refused once it has passed. */
export const AgreeToTime = closed({ type: literal('AgreeToTime'), ...round, planned: Interval })
export interface AgreeToTime extends t.TypeOf<typeof AgreeToTime> {}
/** Sent by a timer when an order that lost its last cleared seat is still without one (O25). */
export const ReopenUnfilled = closed({ type: literal('ReopenUnfilled'), ...round, refillAt: Instant })
export interface ReopenUnfilled extends t.TypeOf<typeof ReopenUnfilled> {}
/** By a dispatcher or clerk of the handler or above, once a round, for a day after the due date; refused once that has passed (O27). */
export const AskExtension = closed({ type: literal('AskExtension'), ...round, day: LocalDay, reason: Reason })
export interface AskExtension extends t.TypeOf<typeof AskExtension> {}
/** By the requester's side, or a dispatcher, clerk or assessor of the unit above; at the top by two together (O27, G8). */
export const AnswerExtension = closed({ type: literal('AnswerExtension'), ...round, grant: boolean })
export interface AnswerExtension extends t.TypeOf<typeof AnswerExtension> {}
/** Sent by a timer when no one answered in time (O27). */
export const LapseExtension = closed({ type: literal('LapseExtension'), ...round, answerBy: Instant })
export interface LapseExtension extends t.TypeOf<typeof LapseExtension> {}
/** Sent by a timer when the order is unserved some time after its round began (O16). */
export const SuperviseOrder = closed({ type: literal('SuperviseOrder'), ...round, dueAt: Instant })
export interface SuperviseOrder extends t.TypeOf<typeof SuperviseOrder> {}
/** Sent by a process when another order of the need may have become like this one, or is so no more (O26). */
export const CheckTwins = closed({ type: literal('CheckTwins'), ...order })
export interface CheckTwins extends t.TypeOf<typeof CheckTwins> {}
/** By a dispatcher or clerk of the owner or above, while twins are marked: the order is meant beside them (O26). */
export const KeepTwin = closed({ type: literal('KeepTwin'), ...order, reason: Reason })
export interface KeepTwin extends t.TypeOf<typeof KeepTwin> {}
/** Sent by a process when a record by hand of the round begins or ceases to tell of minutes: one that is held or rejected does not (O9). */
export const NotePerformer = closed({
  type: literal('NotePerformer'),
  ...round,
  volunteer: PersonId,
  recordId: RecordId,
  hasMinutes: boolean,
})
export interface NotePerformer extends t.TypeOf<typeof NotePerformer> {}

/** All commands about an order. */
export const OrderCommand: Codec<OrderCommand> = variants('OrderCommand', [
  PlaceOrder,
  DispatchOrder,
  ConcludeNoTeam,
  OpenClaim,
  ClaimOrder,
  LapseClaim,
  AcceptOffer,
  DeclineOffer,
  ExpireOffer,
  RecallOffer,
  TakeSeat,
  ClearSeat,
  FreeSeat,
  ChangeSeats,
  HandBackOrder,
  CancelFirstService,
  NoteServiceDue,
  StartService,
  MissOrder,
  ReportService,
  AskReview,
  AbortOrder,
  ReviewOrder,
  FollowUpOrder,
  LapseReview,
  ReopenOrder,
  EscalateOrder,
  EscalateOverdue,
  ReturnOrder,
  TransferOrder,
  CancelOrder,
  EndUnmet,
  SetServiceTime,
  AgreeToTime,
  ReopenUnfilled,
  AskExtension,
  AnswerExtension,
  LapseExtension,
  SuperviseOrder,
  CheckTwins,
  KeepTwin,
  NotePerformer,
  PlaceIntendedOrder,
  FollowOwner,
  AskAbort,
  UrgeOrder,
])
export type OrderCommand =
  | PlaceOrder
  | DispatchOrder
  | ConcludeNoTeam
  | OpenClaim
  | ClaimOrder
  | LapseClaim
  | AcceptOffer
  | DeclineOffer
  | ExpireOffer
  | RecallOffer
  | TakeSeat
  | ClearSeat
  | FreeSeat
  | ChangeSeats
  | HandBackOrder
  | CancelFirstService
  | NoteServiceDue
  | StartService
  | MissOrder
  | ReportService
  | AskReview
  | AbortOrder
  | ReviewOrder
  | FollowUpOrder
  | LapseReview
  | ReopenOrder
  | EscalateOrder
  | EscalateOverdue
  | ReturnOrder
  | TransferOrder
  | CancelOrder
  | EndUnmet
  | SetServiceTime
  | AgreeToTime
  | ReopenUnfilled
  | AskExtension
  | AnswerExtension
  | LapseExtension
  | SuperviseOrder
  | CheckTwins
  | KeepTwin
  | NotePerformer
  | PlaceIntendedOrder
  | FollowOwner
  | AskAbort
  | UrgeOrder
