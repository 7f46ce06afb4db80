import type { Decider } from '@zhiyuan/kernel'
import { approveNeed, noteAnswerOverdue, referNeed, rejectNeed } from './decide/answer.ts'
import { passNeedOn } from './decide/closing.ts'
import { lapseInformation, requestInformation, supplyInformation } from './decide/information.ts'
import { holdNeed, releaseNeed } from './decide/intake.ts'
import {
  mergeNeed,
  noteDuplicate,
  proposeTwins,
  releaseDuplicate,
  returnMergedNeed,
  unmergeNeed,
} from './decide/merge.ts'
import { checkStanding, noteNeedOrder, noteOrderOverdue } from './decide/orders.ts'
import { answerOwnership, followSurvivor, lapseOwnership, ruleMisrouted } from './decide/ruling.ts'
import { submitNeed } from './decide/submit.ts'
import { urgeNeed } from './decide/urge.ts'
import { withdrawNeed } from './decide/withdraw.ts'
import type { NeedCommand, NeedEvent } from './need.codec.ts'
import { needFold } from './need.fold.ts'
import { needStream } from './need.read.ts'
import type { NeedRejection } from './need.rejection.ts'
import type { NeedState } from './need.state.ts'

export const needDecider: Decider<NeedCommand, NeedState, NeedEvent, NeedRejection> = {
  stream: ({ needId }) => needStream(needId),
  fold: needFold,
  handlers: {
    SubmitNeed: submitNeed,
    HoldNeed: holdNeed,
    ReleaseNeed: releaseNeed,
    RequestInformation: requestInformation,
    SupplyInformation: supplyInformation,
    LapseInformation: lapseInformation,
    NoteAnswerOverdue: noteAnswerOverdue,
    ApproveNeed: approveNeed,
    RejectNeed: rejectNeed,
    ReferNeed: referNeed,
    MergeNeed: mergeNeed,
    UnmergeNeed: unmergeNeed,
    ReturnMergedNeed: returnMergedNeed,
    NoteDuplicate: noteDuplicate,
    ReleaseDuplicate: releaseDuplicate,
    ProposeTwins: proposeTwins,
    NoteNeedOrder: noteNeedOrder,
    CheckStanding: checkStanding,
    NoteOrderOverdue: noteOrderOverdue,
    WithdrawNeed: withdrawNeed,
    UrgeNeed: urgeNeed,
    RuleMisrouted: ruleMisrouted,
    AnswerOwnership: answerOwnership,
    LapseOwnership: lapseOwnership,
    FollowSurvivor: followSurvivor,
    PassNeedOn: passNeedOn,
  },
}
