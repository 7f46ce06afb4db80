import type { Decider } from '@zhiyuan/kernel'
import { backfill } from './decide/backfill.ts'
import { settleBurst } from './decide/burst.ts'
import { correctRecord, upholdRecord } from './decide/correct.ts'
import { requestCorrection } from './decide/request-correction.ts'
import { resubmitRecord, withdrawRecord } from './decide/enter-again.ts'
import { clearHold, holdRecord } from './decide/hold.ts'
import { liftHolds } from './decide/lift.ts'
import { objectToRecord } from './decide/objection.ts'
import { noteObjectionOverdue } from './decide/overdue.ts'
import { recheckOverlaps } from './decide/recheck.ts'
import { rejectRecord, returnRecord, verifyRecord } from './decide/review.ts'
import { enterSheetLine, settleSheetLine } from './decide/sheet-line.ts'
import { submitRecord } from './decide/submit.ts'
import { reinstateRecord, suspendRecord, voidRecord } from './decide/suspend.ts'
import { withdrawTakenBack } from './decide/taken-back.ts'
import type { RecordCommand, RecordEvent } from './record.codec.ts'
import { recordStream } from './record.read.ts'
import type { RecordRejection } from './record.rejection.ts'
import { recordFold, type RecordState } from './record.state.ts'

export const recordDecider: Decider<RecordCommand, RecordState, RecordEvent, RecordRejection> = {
  stream: ({ volunteer }) => recordStream(volunteer),
  fold: recordFold,
  handlers: {
    SubmitRecord: submitRecord,
    Backfill: backfill,
    HoldRecord: holdRecord,
    ClearHold: clearHold,
    ReturnRecord: returnRecord,
    ResubmitRecord: resubmitRecord,
    WithdrawRecord: withdrawRecord,
    RejectRecord: rejectRecord,
    VerifyRecord: verifyRecord,
    RequestCorrection: requestCorrection,
    CorrectRecord: correctRecord,
    UpholdRecord: upholdRecord,
    SuspendRecord: suspendRecord,
    ReinstateRecord: reinstateRecord,
    VoidRecord: voidRecord,
    RecheckOverlaps: recheckOverlaps,
    EnterSheetLine: enterSheetLine,
    SettleSheetLine: settleSheetLine,
    LiftHolds: liftHolds,
    WithdrawTakenBack: withdrawTakenBack,
    SettleBurst: settleBurst,
    ObjectToRecord: objectToRecord,
    NoteObjectionOverdue: noteObjectionOverdue,
  },
}
