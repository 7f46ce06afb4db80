import { copyFields, restoreByFirst, type RestoreTable } from '@zhiyuan/kernel'
import { Round } from '../../../vocabulary/values.ts'
import {
  AbortOrder,
  AcceptOffer,
  AgreeToTime,
  AnswerExtension,
  AskAbort,
  AskReview,
  AskExtension,
  CancelOrder,
  ChangeSeats,
  CheckTwins,
  ClaimOrder,
  ClearSeat,
  ConcludeNoTeam,
  DeclineOffer,
  DispatchOrder,
  EndUnmet,
  EscalateOrder,
  EscalateOverdue,
  ExpireOffer,
  FollowOwner,
  FollowUpOrder,
  FreeSeat,
  CancelFirstService,
  HandBackOrder,
  KeepTwin,
  LapseClaim,
  LapseExtension,
  LapseReview,
  MissOrder,
  NotePerformer,
  NoteServiceDue,
  OpenClaim,
  PlaceIntendedOrder,
  PlaceOrder,
  RecallOffer,
  ReopenOrder,
  ReopenUnfilled,
  ReportService,
  ReturnOrder,
  ReviewOrder,
  SetServiceTime,
  StartService,
  SuperviseOrder,
  TakeSeat,
  TransferOrder,
  UrgeOrder,
  type OrderCommand,
  type OrderEvent,
} from './order.codec.ts'

type Table = RestoreTable<OrderCommand, OrderEvent>

const placing = copyFields(PlaceOrder)
const performer = copyFields(NotePerformer)
const intending = copyFields(PlaceIntendedOrder)
const acceptance = copyFields(AcceptOffer)
const claim = copyFields(ClaimOrder)
const recall = copyFields(RecallOffer)
const escalation = copyFields(EscalateOrder)
const overdueEscalation = copyFields(EscalateOverdue)
const transfer = copyFields(TransferOrder)
const handingBack = copyFields(HandBackOrder)
const serviceDue = copyFields(NoteServiceDue)
const start = copyFields(StartService)
const reporting = copyFields(ReportService)
const reopening = copyFields(ReopenOrder)
const cancellation = copyFields(CancelOrder)
const extensionAnswer = copyFields(AnswerExtension)
const extensionLapse = copyFields(LapseExtension)
const supervision = copyFields(SuperviseOrder)
const unfilled = copyFields(ReopenUnfilled)

/** The leader named the time, or took the order's. */
const restoreAcceptance: Table['OrderAccepted'] = (event) => {
  const said = { ...event, planned: event.timeStated ? event.planned : null }
  return event.claimed ? claim(said) : acceptance(said)
}

/** Before an acceptance or a report this event is part of it (O22). */
const restoreOverdue: Table['ServiceOverdue'] = (event, [next]) => {
  if (next?.type === 'OrderAccepted') return restoreAcceptance(next, [])
  return next?.type === 'ServiceReported' ? reporting(next) : serviceDue({ ...event, dueAt: event.setFor })
}

/** By the timer of the due date this event comes second, but where a date has been noted before; then the timer's own is in no event. */
const restoreHandBack: Table['OrderHandedBack'] = (event) => {
  if (event.by !== 'timer') return handingBack(event)
  const { refillAt, serviceDueAt } = event
  return refillAt === null ? serviceDue({ ...event, dueAt: serviceDueAt }) : unfilled({ ...event, refillAt })
}

const restoreEscalation: Table['OrderEscalated'] = (event) =>
  event.automatic ? overdueEscalation(event) : escalation(event)

/** The round that was taken on says who had come. */
const restoreUndone: Table['EscalationUndone'] = (_event, [taken]) =>
  taken?.type === 'RoundTakenOn' ? start(taken) : null

/** Alone this event is a recall; before an event that moves the order to another handler it is part of that move. */
const restoreRecall: Table['OfferRecalled'] & Table['ClaimRecalled'] = (event, [moved, ...after]) => {
  if (moved === undefined) return recall(event)
  if (moved.type === 'OrderEscalated') return restoreEscalation(moved, [])
  if (moved.type === 'OrderCancelled') return cancellation(moved)
  if (moved.type === 'RoundTakenOn') return start(moved)
  if (moved.type === 'EscalationUndone') return restoreUndone(moved, after)
  return moved.type === 'OrderTransferred' ? transfer(moved) : null
}

/** `round` is the closed one. */
const restoreReopening: Table['OrderReopened'] = (event) => {
  const round = event.round - 1
  return Round.is(round) ? reopening({ ...event, round }) : null
}

export const restoreOrder = restoreByFirst<OrderCommand, OrderEvent>({
  OrderPlaced: (event) =>
    event.intended === null ? placing(event) : intending({ ...event, intended: event.intended }),
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
  OrderHandedBack: restoreHandBack,
  ServiceOverdue: restoreOverdue,
  ServiceStarted: start,
  OrderMissed: copyFields(MissOrder),
  ReviewAsked: copyFields(AskReview),
  ServiceReported: reporting,
  OrderAborted: copyFields(AbortOrder),
  OrderReviewed: copyFields(ReviewOrder),
  OrderFollowedUp: copyFields(FollowUpOrder),
  ReviewLapsed: copyFields(LapseReview),
  OrderClosed: null,
  OrderReopened: restoreReopening,
  OrderEscalated: restoreEscalation,
  OrderReturned: copyFields(ReturnOrder),
  OrderTransferred: transfer,
  OrderMisrouted: copyFields(FollowOwner),
  OrderCancelled: cancellation,
  OrderUnmet: copyFields(EndUnmet),
  ServiceTimeSet: copyFields(SetServiceTime),
  ServiceTimeAgreed: copyFields(AgreeToTime),
  LastSeatLost: null,
  ExtensionAsked: copyFields(AskExtension),
  ExtensionGranted: (event) => extensionAnswer({ ...event, grant: true }),
  ExtensionRefused: (event) =>
    event.by === null ? extensionLapse(event) : extensionAnswer({ ...event, grant: false }),
  SupervisionBegan: (event) => supervision({ ...event, dueAt: event.setFor }),
  SupervisionEnded: null,
  TwinsNoted: copyFields(CheckTwins),
  TwinMeant: copyFields(KeepTwin),
  OutcomeRevised: null,
  PerformerNoted: (event) => performer({ ...event, hasMinutes: true }),
  PerformerDropped: (event) => performer({ ...event, hasMinutes: false }),
  EscalationUndone: restoreUndone,
  RoundTakenOn: start,
  ServiceDoubled: start,
  FirstServiceCancelled: copyFields(CancelFirstService),
  SeatReturned: start,
  ServiceProven: (event) => start({ ...event, late: false }),
  AbortAsked: copyFields(AskAbort),
  OrderUrged: copyFields(UrgeOrder),
  PartReviewed: copyFields(ReviewOrder),
})
