import type { Decider } from '@zhiyuan/kernel'
import { acceptOffer, claimOrder, declineOffer, expireOffer, lapseClaim, recallOffer } from './decide/answer.ts'
import { cancelFirstService, startService } from './decide/capture.ts'
import { concludeNoTeam, dispatchOrder, openClaim } from './decide/dispatch.ts'
import { cancelOrder, endUnmet } from './decide/end.ts'
import { escalateOrder, escalateOverdue, returnOrder, transferOrder } from './decide/handler.ts'
import { askAbort } from './decide/abort.ts'
import { followOwner } from './decide/follow-owner.ts'
import { urgeOrder } from './decide/urge.ts'
import { placeIntendedOrder, placeOrder } from './decide/place.ts'
import { reopenOrder } from './decide/reopen.ts'
import { followUpOrder } from './decide/follow-up.ts'
import { lapseReview, notePerformer, reviewOrder } from './decide/review.ts'
import { answerExtension, askExtension, lapseExtension } from './decide/extension.ts'
import { changeSeats, clearSeat, freeSeat, reopenUnfilled, takeSeat } from './decide/seats.ts'
import { superviseOrder } from './decide/supervise.ts'
import { agreeToTime, setServiceTime } from './decide/time.ts'
import { checkTwins, keepTwin } from './decide/twins.ts'
import { abortOrder, askReview, handBackOrder, missOrder, noteServiceDue, reportService } from './decide/service.ts'
import type { OrderCommand, OrderEvent } from './order.codec.ts'
import { orderStream } from './order.read.ts'
import type { OrderRejection } from './order.rejection.ts'
import { orderFold } from './order.fold.ts'
import type { OrderState } from './order.state.ts'

export const orderDecider: Decider<OrderCommand, OrderState, OrderEvent, OrderRejection> = {
  stream: ({ orderId }) => orderStream(orderId),
  fold: orderFold,
  handlers: {
    PlaceOrder: placeOrder,
    DispatchOrder: dispatchOrder,
    ConcludeNoTeam: concludeNoTeam,
    OpenClaim: openClaim,
    ClaimOrder: claimOrder,
    LapseClaim: lapseClaim,
    AcceptOffer: acceptOffer,
    DeclineOffer: declineOffer,
    ExpireOffer: expireOffer,
    RecallOffer: recallOffer,
    TakeSeat: takeSeat,
    ClearSeat: clearSeat,
    FreeSeat: freeSeat,
    ChangeSeats: changeSeats,
    HandBackOrder: handBackOrder,
    NoteServiceDue: noteServiceDue,
    StartService: startService,
    CancelFirstService: cancelFirstService,
    MissOrder: missOrder,
    ReportService: reportService,
    AskReview: askReview,
    AbortOrder: abortOrder,
    ReviewOrder: reviewOrder,
    FollowUpOrder: followUpOrder,
    LapseReview: lapseReview,
    ReopenOrder: reopenOrder,
    EscalateOrder: escalateOrder,
    EscalateOverdue: escalateOverdue,
    ReturnOrder: returnOrder,
    TransferOrder: transferOrder,
    CancelOrder: cancelOrder,
    EndUnmet: endUnmet,
    SetServiceTime: setServiceTime,
    AgreeToTime: agreeToTime,
    ReopenUnfilled: reopenUnfilled,
    AskExtension: askExtension,
    AnswerExtension: answerExtension,
    LapseExtension: lapseExtension,
    SuperviseOrder: superviseOrder,
    CheckTwins: checkTwins,
    KeepTwin: keepTwin,
    NotePerformer: notePerformer,
    PlaceIntendedOrder: placeIntendedOrder,
    FollowOwner: followOwner,
    AskAbort: askAbort,
    UrgeOrder: urgeOrder,
  },
}
