import { copyFields, restoreByFirst, type RestoreTable } from '@zhiyuan/kernel'
import { Round } from '../../../vocabulary/values.ts'
import {
  AbortOrder,
  AcceptOffer,
  CancelOrder,
  ChangeSeats,
  ClaimOrder,
  ClearSeat,
  ConcludeNoTeam,
  DeclineOffer,
  DispatchOrder,
  EndUnmet,
  EscalateOrder,
  EscalateOverdue,
  ExpireOffer,
  FollowUpOrder,
  FreeSeat,
  HandBackOrder,
  LapseClaim,
  LapseReview,
  MissOrder,
  NoteServiceDue,
  OpenClaim,
  PlaceOrder,
  RecallOffer,
  ReopenOrder,
  ReportService,
  ReturnOrder,
  ReviewOrder,
  RuleMisrouted,
  StartService,
  TakeSeat,
  TransferOrder,
  type OrderCommand,
  type OrderEvent,
} from './order.codec.ts'

type Table = RestoreTable<OrderCommand, OrderEvent>

const acceptance = copyFields(AcceptOffer)
const claim = copyFields(ClaimOrder)
const recall = copyFields(RecallOffer)
const escalation = copyFields(EscalateOrder)
const overdueEscalation = copyFields(EscalateOverdue)
const transfer = copyFields(TransferOrder)
const handingBack = copyFields(HandBackOrder)
const serviceDue = copyFields(NoteServiceDue)
const reopening = copyFields(ReopenOrder)

/** The leader named the time, or took the order's. */
const restoreAcceptance: Table['OrderAccepted'] = (event) => {
  const said = { ...event, planned: event.timeStated ? event.planned : null }
  return event.claimed ? claim(said) : acceptance(said)
}

const restoreEscalation: Table['OrderEscalated'] = (event) =>
  event.automatic ? overdueEscalation(event) : escalation(event)

/** Alone this event is a recall; before an event that moves the order to another handler it is part of that move. */
const restoreRecall: Table['OfferRecalled'] & Table['ClaimRecalled'] = (event, [moved]) => {
  if (moved === undefined) return recall(event)
  if (moved.type === 'OrderEscalated') return restoreEscalation(moved, [])
  return moved.type === 'OrderTransferred' ? transfer(moved) : null
}

/** `round` is the closed one. */
const restoreReopening: Table['OrderReopened'] = (event) => {
  const round = event.round - 1
  return Round.is(round) ? reopening({ ...event, round }) : null
}

export const restoreOrder = restoreByFirst<OrderCommand, OrderEvent>({
  OrderPlaced: copyFields(PlaceOrder),
  OrderOffered: copyFields(DispatchOrder),
  NoTeamFound: copyFields(ConcludeNoTeam),
  ClaimOpened: copyFields(OpenClaim),
  OrderAccepted: restoreAcceptance,
  OfferDeclined: copyFields(DeclineOffer),
  OfferExpired: copyFields(ExpireOffer),
  OfferRecalled: restoreRecall,
  ClaimLapsed: copyFields(LapseClaim),
  ClaimRecalled: restoreRecall,
  SeatTaken: copyFields(TakeSeat),
  SeatCleared: copyFields(ClearSeat),
  SeatFreed: copyFields(FreeSeat),
  SeatsChanged: copyFields(ChangeSeats),
  OrderScheduled: null,
  OrderHandedBack: (event) => (event.by === 'timer' ? null : handingBack(event)),
  ServiceOverdue: (event) => serviceDue({ ...event, dueAt: event.setFor }),
  ServiceStarted: copyFields(StartService),
  OrderMissed: copyFields(MissOrder),
  ServiceReported: copyFields(ReportService),
  OrderAborted: copyFields(AbortOrder),
  OrderReviewed: copyFields(ReviewOrder),
  OrderFollowedUp: copyFields(FollowUpOrder),
  ReviewLapsed: copyFields(LapseReview),
  OrderClosed: null,
  OrderReopened: restoreReopening,
  OrderEscalated: restoreEscalation,
  OrderReturned: copyFields(ReturnOrder),
  OrderTransferred: transfer,
  OrderMisrouted: copyFields(RuleMisrouted),
  OrderCancelled: copyFields(CancelOrder),
  OrderUnmet: copyFields(EndUnmet),
})
