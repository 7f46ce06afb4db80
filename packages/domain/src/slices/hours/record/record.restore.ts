import { copyFields, restoreByFirst, type RestoreTable } from '@zhiyuan/kernel'
import { parseBurstHold } from '../burst/burst.read.ts'
import { parseLine } from '../sheet/sheet.read.ts'
import { isOfAttendance } from '../../../vocabulary/occasion.ts'
import {
  AttendanceGrade,
  Backfill,
  ClearHold,
  CorrectRecord,
  EnterSheetLine,
  HoldRecord,
  LiftHolds,
  NoteObjectionOverdue,
  ObjectToRecord,
  RecheckOverlaps,
  RejectRecord,
  ReinstateRecord,
  RequestCorrection,
  ResubmitRecord,
  ReturnRecord,
  SettleSheetLine,
  SubmitRecord,
  SettleBurst,
  SuspendRecord,
  UpholdRecord,
  VerifyRecord,
  VoidRecord,
  WithdrawRecord,
  WithdrawTakenBack,
  type RecordCommand,
  type RecordEvent,
} from './record.codec.ts'

type Table = RestoreTable<RecordCommand, RecordEvent>

const attended = copyFields(SubmitRecord)
const backfilled = copyFields(Backfill)
const sheetLine = copyFields(EnterSheetLine)
const hold = copyFields(HoldRecord)
const withdrawal = copyFields(WithdrawRecord)
const takenBack = copyFields(WithdrawTakenBack)
const recheck = copyFields(RecheckOverlaps)
const clear = copyFields(ClearHold)
const settleBurst = copyFields(SettleBurst)

/** A record that comes from no attendance was entered by hand, alone or on a sheet. The unit where a session was served is its host. */
const restoreSubmission: Table['RecordSubmitted'] = (event, following) => {
  const { source, grade, recorder, servedUnit, recordId } = event
  if (parseLine(recordId) !== null) return sheetLine(event)
  const isBackfill = grade === 'manual' && !isOfAttendance(recordId, source)
  if (!isBackfill && AttendanceGrade.is(grade)) {
    const told = following.find((one) => one.type === 'TellersNoted')
    return attended({ ...event, grade, confirmer: recorder, tellers: told?.tellers ?? [] })
  }
  return backfilled({ ...event, occasion: source.type === 'order' ? source : { ...source, host: servedUnit } })
}

/** A recheck writes its holds first, and the event that it looked last. */
const restoreHold: Table['RecordHeld'] = (event, following) => {
  const looked = following.find((one) => one.type === 'OverlapsRechecked')
  return looked === undefined ? hold(event) : recheck(looked)
}

/** Only the ruling on its case clears the hold of a burst. */
const restoreClearing: Table['HoldCleared'] = (event) => {
  const burst = parseBurstHold(event.holdId)
  return burst === null ? clear(event) : settleBurst({ ...event, ...burst })
}

export const restoreRecord = restoreByFirst<RecordCommand, RecordEvent>({
  RecordSubmitted: restoreSubmission,
  RecordHeld: restoreHold,
  HoldCleared: restoreClearing,
  RecordReturned: copyFields(ReturnRecord),
  RecordResubmitted: copyFields(ResubmitRecord),
  RecordWithdrawn: (event) => (event.takenBack ? takenBack(event) : withdrawal(event)),
  RecordRejected: copyFields(RejectRecord),
  RecordVerified: copyFields(VerifyRecord),
  CorrectionRequested: copyFields(RequestCorrection),
  AddedTimeEntered: copyFields(CorrectRecord),
  RecordCorrected: copyFields(CorrectRecord),
  RecordUpheld: copyFields(UpholdRecord),
  RecordSuspended: copyFields(SuspendRecord),
  RecordReinstated: copyFields(ReinstateRecord),
  RecordVoided: copyFields(VoidRecord),
  OverlapsRechecked: recheck,
  SheetLineSettled: copyFields(SettleSheetLine),
  HoldLifted: copyFields(LiftHolds),
  HoldsReviewed: copyFields(LiftHolds),
  RecordObjected: copyFields(ObjectToRecord),
  TookPlaceRuled: null,
  ObjectionOverdue: copyFields(NoteObjectionOverdue),
  TellersNoted: null,
})
