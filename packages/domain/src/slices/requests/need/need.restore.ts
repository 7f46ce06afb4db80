import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import {
  AnswerOwnership,
  ApproveNeed,
  CheckStanding,
  FollowSurvivor,
  HoldNeed,
  LapseInformation,
  LapseOwnership,
  MergeNeed,
  NoteAnswerOverdue,
  NoteDuplicate,
  NoteNeedOrder,
  NoteOrderOverdue,
  PassNeedOn,
  ProposeTwins,
  ReferNeed,
  RejectNeed,
  ReleaseDuplicate,
  ReleaseNeed,
  RequestInformation,
  ReturnMergedNeed,
  RuleMisrouted,
  SubmitNeed,
  SupplyInformation,
  UnmergeNeed,
  UrgeNeed,
  WithdrawNeed,
  type NeedCommand,
  type NeedEvent,
} from './need.codec.ts'

const approval = copyFields(ApproveNeed)
const informationLapse = copyFields(LapseInformation)
const ruling = copyFields(RuleMisrouted)
const following = copyFields(FollowSurvivor)
const lapse = copyFields(LapseOwnership)
const ownershipAnswer = copyFields(AnswerOwnership)
const overdue = copyFields(NoteOrderOverdue)

export const restoreNeed = restoreByFirst<NeedCommand, NeedEvent>({
  NeedSubmitted: copyFields(SubmitNeed),
  NeedHeld: copyFields(HoldNeed),
  NeedReleased: copyFields(ReleaseNeed),
  InformationRequested: copyFields(RequestInformation),
  InformationSupplied: copyFields(SupplyInformation),
  InformationLapsed: copyFields(LapseInformation),
  InformationMissing: (event) => informationLapse({ ...event, lapsesAt: event.lapsedAt }),
  AnswerOverdue: copyFields(NoteAnswerOverdue),
  NeedApproved: (event) => approval({ ...event, risks: event.risksStated ? event.risks : null }),
  NeedRejected: copyFields(RejectNeed),
  NeedReferred: copyFields(ReferNeed),
  NeedMerged: copyFields(MergeNeed),
  DuplicateNoted: copyFields(NoteDuplicate),
  DuplicateReleased: copyFields(ReleaseDuplicate),
  NeedUnmerged: copyFields(UnmergeNeed),
  MergedNeedReturned: copyFields(ReturnMergedNeed),
  TwinsProposed: copyFields(ProposeTwins),
  NeedOrderNoted: copyFields(NoteNeedOrder),
  OrderAwaited: copyFields(CheckStanding),
  OrderOverdue: (event) => overdue({ ...event, dueAt: event.setFor }),
  StandingNoted: copyFields(CheckStanding),
  NeedUnlisted: null,
  NeedWithdrawn: copyFields(WithdrawNeed),
  NeedUrged: copyFields(UrgeNeed),
  // On an acceptance this event comes second.
  NeedMisrouted: (event) =>
    event.survivor === null ? ruling(event) : following({ ...event, survivor: event.survivor }),
  OwnershipOffered: ruling,
  OwnershipAccepted: (event) => ownershipAnswer({ ...event, accept: true }),
  OwnershipRefused: (event) => {
    const { reason, acceptBy } = event
    if (acceptBy !== null) return lapse({ ...event, acceptBy })
    return reason === null ? null : ownershipAnswer({ ...event, accept: false, reason })
  },
  NeedPassedOn: copyFields(PassNeedOn),
})
