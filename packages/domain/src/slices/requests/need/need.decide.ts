import type { Decider } from '@zhiyuan/kernel'
import type { NeedCommand, NeedEvent } from './need.codec.ts'
import {
  approveNeed,
  lapseInformation,
  mergeNeed,
  noteAnswerOverdue,
  referNeed,
  rejectNeed,
  requestInformation,
  supplyInformation,
} from './decide/answer.ts'
import { noteDuplicate, noteNeedOrder, withdrawNeed } from './decide/orders.ts'
import { submitNeed } from './decide/submit.ts'
import { needStream } from './need.read.ts'
import type { NeedRejection } from './need.rejection.ts'
import { needFold, type NeedState } from './need.state.ts'

export const needDecider: Decider<NeedCommand, NeedState, NeedEvent, NeedRejection> = {
  stream: ({ needId }) => needStream(needId),
  fold: needFold,
  handlers: {
    SubmitNeed: submitNeed,
    RequestInformation: requestInformation,
    SupplyInformation: supplyInformation,
    LapseInformation: lapseInformation,
    NoteAnswerOverdue: noteAnswerOverdue,
    ApproveNeed: approveNeed,
    RejectNeed: rejectNeed,
    ReferNeed: referNeed,
    MergeNeed: mergeNeed,
    NoteDuplicate: noteDuplicate,
    NoteNeedOrder: noteNeedOrder,
    WithdrawNeed: withdrawNeed,
  },
}
