/** What may be asked of an order. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal, nullable, variants } from '@zhiyuan/kernel'
import { NeedId, OfferId, OrderId, PersonId, TeamId, UnitId } from '../ids.ts'
import { Interval, Rating, Reason, Round, TeamSpecialty, TextRef } from '../words.ts'
import { SeatFreedReason, Seats, Verdict } from './order.values.ts'
import { Ranking } from './ranking.codec.ts'

const order = { orderId: OrderId }
const round = { orderId: OrderId, round: Round }

export const PlaceOrder = closed({
  type: literal('PlaceOrder'),
  ...order,
  needId: NeedId,
  specialty: TeamSpecialty,
  seats: Seats,
  planned: nullable(Interval),
})
export const DispatchOrder = closed({
  type: literal('DispatchOrder'),
  ...order,
  offerId: OfferId,
  teamId: TeamId,
  ranking: Ranking,
  override: nullable(Reason),
})
export const ConcludeNoTeam = closed({ type: literal('ConcludeNoTeam'), ...order, offerId: OfferId, ranking: Ranking })
export const OpenClaim = closed({ type: literal('OpenClaim'), ...order, offerId: OfferId })
export const ClaimOrder = closed({
  type: literal('ClaimOrder'),
  ...order,
  offerId: OfferId,
  teamId: TeamId,
  planned: nullable(Interval),
  risksSeen: boolean,
})
export const LapseClaim = closed({ type: literal('LapseClaim'), ...order, offerId: OfferId })
export const AcceptOffer = closed({
  type: literal('AcceptOffer'),
  ...order,
  offerId: OfferId,
  planned: nullable(Interval),
  risksSeen: boolean,
})
export const DeclineOffer = closed({ type: literal('DeclineOffer'), ...order, offerId: OfferId, reason: Reason })
export const ExpireOffer = closed({ type: literal('ExpireOffer'), ...order, offerId: OfferId })
/** Takes back an offer or an entry of the open list. */
export const RecallOffer = closed({ type: literal('RecallOffer'), ...order, offerId: OfferId, reason: Reason })
/** The acting person takes a seat. */
export const TakeSeat = closed({ type: literal('TakeSeat'), ...round, risksSeen: boolean })
export const ClearSeat = closed({ type: literal('ClearSeat'), ...round, volunteer: PersonId })
export const FreeSeat = closed({ type: literal('FreeSeat'), ...round, volunteer: PersonId, reason: SeatFreedReason })
export const ChangeSeats = closed({ type: literal('ChangeSeats'), ...order, seats: Seats })
export const HandBackOrder = closed({ type: literal('HandBackOrder'), ...round, reason: Reason })
export const NoteServiceDue = closed({ type: literal('NoteServiceDue'), ...round, dueAt: Instant })
export const StartService = closed({ type: literal('StartService'), ...round, at: Instant })
export const MissOrder = closed({ type: literal('MissOrder'), ...round, missedAt: Instant })
export const ReportService = closed({ type: literal('ReportService'), ...round })
export const AbortOrder = closed({ type: literal('AbortOrder'), ...round, reason: Reason })
export const ReviewOrder = closed({
  type: literal('ReviewOrder'),
  ...round,
  rating: Rating,
  verdict: Verdict,
  comment: nullable(TextRef),
})
export const FollowUpOrder = closed({
  type: literal('FollowUpOrder'),
  ...round,
  verdict: Verdict,
  comment: nullable(TextRef),
})
export const LapseReview = closed({ type: literal('LapseReview'), ...round })
/** `round` is the closed one. */
export const ReopenOrder = closed({ type: literal('ReopenOrder'), ...round, reason: Reason })
export const EscalateOrder = closed({ type: literal('EscalateOrder'), ...round, from: UnitId, reason: Reason })
export const EscalateOverdue = closed({ type: literal('EscalateOverdue'), ...round, from: UnitId })
export const ReturnOrder = closed({ type: literal('ReturnOrder'), ...round, from: UnitId, reason: Reason })
export const TransferOrder = closed({
  type: literal('TransferOrder'),
  ...round,
  from: UnitId,
  to: UnitId,
  reason: Reason,
})
export const RuleMisrouted = closed({ type: literal('RuleMisrouted'), ...order, to: UnitId, reason: Reason })
export const CancelOrder = closed({ type: literal('CancelOrder'), ...order, reason: Reason })
export const EndUnmet = closed({ type: literal('EndUnmet'), ...order, reason: Reason })

export const OrderCommand = variants('OrderCommand', [
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
  NoteServiceDue,
  StartService,
  MissOrder,
  ReportService,
  AbortOrder,
  ReviewOrder,
  FollowUpOrder,
  LapseReview,
  ReopenOrder,
  EscalateOrder,
  EscalateOverdue,
  ReturnOrder,
  TransferOrder,
  RuleMisrouted,
  CancelOrder,
  EndUnmet,
])
export type OrderCommand = t.TypeOf<typeof OrderCommand>
