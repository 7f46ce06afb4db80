import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import {
  ApproveNeed,
  LapseInformation,
  MergeNeed,
  NoteAnswerOverdue,
  NoteDuplicate,
  NoteNeedOrder,
  ReferNeed,
  RejectNeed,
  RequestInformation,
  SubmitNeed,
  SupplyInformation,
  WithdrawNeed,
  type NeedCommand,
  type NeedEvent,
} from './need.codec.ts'

const approval = copyFields(ApproveNeed)

export const restoreNeed = restoreByFirst<NeedCommand, NeedEvent>({
  NeedSubmitted: copyFields(SubmitNeed),
  InformationRequested: copyFields(RequestInformation),
  InformationSupplied: copyFields(SupplyInformation),
  InformationLapsed: copyFields(LapseInformation),
  AnswerOverdue: copyFields(NoteAnswerOverdue),
  NeedApproved: (event) => approval({ ...event, risks: event.risksStated ? event.risks : null }),
  NeedRejected: copyFields(RejectNeed),
  NeedReferred: copyFields(ReferNeed),
  NeedMerged: copyFields(MergeNeed),
  DuplicateNoted: copyFields(NoteDuplicate),
  NeedOrderNoted: copyFields(NoteNeedOrder),
  NeedWithdrawn: copyFields(WithdrawNeed),
})
