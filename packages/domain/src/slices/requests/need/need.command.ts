/** Commands about a need. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, list, literal, nullable, variants, type Codec } from '@zhiyuan/kernel'
import { NeedId, OrderId, PersonId, UnitId } from '../../../vocabulary/ids.ts'
import { Code, PublicName, Reason, Risks, ServiceClass, TextRef } from '../../../vocabulary/values.ts'
import { Limit } from '../../organisation/policy/term.codec.ts'
import { needFields, Proxy } from './need.values.ts'

const need = { needId: NeedId }

/** By the requester, or by the proxy it names (N4). Refused for an unknown unit or kind, or a need voiced in the future (N1). */
export const SubmitNeed = closed({ type: literal('SubmitNeed'), ...needFields })
export interface SubmitNeed extends t.TypeOf<typeof SubmitNeed> {}
/** Sent by a process when its person or proxy has submitted more needs that day than the policy has (N16). */
export const HoldNeed = closed({ type: literal('HoldNeed'), ...need, most: Limit })
export interface HoldNeed extends t.TypeOf<typeof HoldNeed> {}
/** By a clerk of the owning unit or above who has looked at a held need (N16). */
export const ReleaseNeed = closed({ type: literal('ReleaseNeed'), ...need, reason: Reason })
export interface ReleaseNeed extends t.TypeOf<typeof ReleaseNeed> {}
/** By a clerk of the owning unit or above, while the need is unanswered; not more often than the policy has (N2, N7). */
export const RequestInformation = closed({ type: literal('RequestInformation'), ...need, question: TextRef })
export interface RequestInformation extends t.TypeOf<typeof RequestInformation> {}
/** By requester, contact or proxy, or a clerk of the owning unit or above; refused from `lapsesAt` on (N7). */
export const SupplyInformation = closed({ type: literal('SupplyInformation'), ...need, answer: TextRef })
export interface SupplyInformation extends t.TypeOf<typeof SupplyInformation> {}
/** Sent by a timer at `lapsesAt` (N7). */
export const LapseInformation = closed({ type: literal('LapseInformation'), ...need, lapsesAt: Instant })
export interface LapseInformation extends t.TypeOf<typeof LapseInformation> {}
/** Sent by a timer after the due instant, since an answer exactly then is on time (N2). */
export const NoteAnswerOverdue = closed({ type: literal('NoteAnswerOverdue'), ...need, dueAt: Instant })
export interface NoteAnswerOverdue extends t.TypeOf<typeof NoteAnswerOverdue> {}
/** By a clerk of the owning unit or above. Refused without stated risks (N3), for a class that the policy does not offer, and while the need is held. */
export const ApproveNeed = closed({
  type: literal('ApproveNeed'),
  ...need,
  serviceClass: ServiceClass,
  risks: nullable(Risks),
})
export interface ApproveNeed extends t.TypeOf<typeof ApproveNeed> {}
/** By a clerk of the owning unit or above, with a reason (N2); `abuse` is one of its own (N16). */
export const RejectNeed = closed({ type: literal('RejectNeed'), ...need, reason: Reason })
export interface RejectNeed extends t.TypeOf<typeof RejectNeed> {}
/** By a clerk of the owning unit or above: an answer that leads to no order (N8). Also of an approved need without a live order (N12). */
export const ReferNeed = closed({ type: literal('ReferNeed'), ...need, receiver: PublicName, reason: Reason })
export interface ReferNeed extends t.TypeOf<typeof ReferNeed> {}
/** By a clerk of both owners or above. Refused unless `into` is in service or waits for an order, or is open and older (N5). */
export const MergeNeed = closed({ type: literal('MergeNeed'), ...need, into: NeedId })
export interface MergeNeed extends t.TypeOf<typeof MergeNeed> {}
/** By a clerk of the owning unit or above, with a reason: the merge was wrong (N5). */
export const UnmergeNeed = closed({ type: literal('UnmergeNeed'), ...need, reason: Reason })
export interface UnmergeNeed extends t.TypeOf<typeof UnmergeNeed> {}
/** Sent by a process to a merged need whose survivor ended unserved (N5). */
export const ReturnMergedNeed = closed({ type: literal('ReturnMergedNeed'), ...need, survivor: NeedId })
export interface ReturnMergedNeed extends t.TypeOf<typeof ReturnMergedNeed> {}
/** Sent by a process to the need into which another one was merged (N5). */
export const NoteDuplicate = closed({
  type: literal('NoteDuplicate'),
  ...need,
  duplicate: NeedId,
  requester: PersonId,
  contact: nullable(PersonId),
  proxy: nullable(Proxy),
})
export interface NoteDuplicate extends t.TypeOf<typeof NoteDuplicate> {}
/** Sent by a process to the need into which another one is no longer merged (N5). */
export const ReleaseDuplicate = closed({ type: literal('ReleaseDuplicate'), ...need, duplicate: NeedId })
export interface ReleaseDuplicate extends t.TypeOf<typeof ReleaseDuplicate> {}
/** Sent by a process when the need may ask for the same as others (N14). */
export const ProposeTwins = closed({ type: literal('ProposeTwins'), ...need, twins: list(NeedId, 1, 20) })
export interface ProposeTwins extends t.TypeOf<typeof ProposeTwins> {}
/** Sent by a process when an order was placed for the need (O1). */
export const NoteNeedOrder = closed({ type: literal('NoteNeedOrder'), ...need, orderId: OrderId, placedAt: UnitId })
export interface NoteNeedOrder extends t.TypeOf<typeof NoteNeedOrder> {}
/** Sent by a process when an order of the need has ended or lives again (N12). */
export const CheckStanding = closed({ type: literal('CheckStanding'), ...need })
export interface CheckStanding extends t.TypeOf<typeof CheckStanding> {}
/** Sent by a timer when an approved need has had no order for the policy's term (N12). */
export const NoteOrderOverdue = closed({ type: literal('NoteOrderOverdue'), ...need, dueAt: Instant })
export interface NoteOrderOverdue extends t.TypeOf<typeof NoteOrderOverdue> {}
/** By requester, contact or proxy (N10); by a clerk of the owning unit or above only after the approval. With a reason (N15). Refused once it is met. */
export const WithdrawNeed = closed({ type: literal('WithdrawNeed'), ...need, reason: Code })
export interface WithdrawNeed extends t.TypeOf<typeof WithdrawNeed> {}
/** By requester or contact, of the need or of one merged into it; not more often in a day than the policy has (N13). */
export const UrgeNeed = closed({ type: literal('UrgeNeed'), ...need })
export interface UrgeNeed extends t.TypeOf<typeof UrgeNeed> {}
/** By a dispatcher or clerk of the lowest unit that has both owners below it, or of the city where it is one of the two, while the need is under way (O19). */
export const RuleMisrouted = closed({ type: literal('RuleMisrouted'), ...need, to: UnitId, reason: Reason })
export interface RuleMisrouted extends t.TypeOf<typeof RuleMisrouted> {}
/** By a dispatcher or clerk of the unit to which the city gives the need (O19). */
export const AnswerOwnership = closed({
  type: literal('AnswerOwnership'),
  ...need,
  to: UnitId,
  accept: boolean,
  reason: Reason,
})
export interface AnswerOwnership extends t.TypeOf<typeof AnswerOwnership> {}
/** Sent by a timer at `acceptBy`: the need stays (O19). */
export const LapseOwnership = closed({ type: literal('LapseOwnership'), ...need, acceptBy: Instant })
export interface LapseOwnership extends t.TypeOf<typeof LapseOwnership> {}
/** Sent by a process to a need that is merged into one with another owner by a ruling (O19). */
export const FollowSurvivor = closed({
  type: literal('FollowSurvivor'),
  ...need,
  survivor: NeedId,
  to: UnitId,
  reason: Reason,
})
export interface FollowSurvivor extends t.TypeOf<typeof FollowSurvivor> {}
/** Sent by a process when the owner is closing (N12, G1). */
export const PassNeedOn = closed({ type: literal('PassNeedOn'), ...need, from: UnitId, reason: Reason })
export interface PassNeedOn extends t.TypeOf<typeof PassNeedOn> {}

/** All commands about a need. */
export const NeedCommand: Codec<NeedCommand> = variants('NeedCommand', [
  SubmitNeed,
  HoldNeed,
  ReleaseNeed,
  RequestInformation,
  SupplyInformation,
  LapseInformation,
  NoteAnswerOverdue,
  ApproveNeed,
  RejectNeed,
  ReferNeed,
  MergeNeed,
  UnmergeNeed,
  ReturnMergedNeed,
  NoteDuplicate,
  ReleaseDuplicate,
  ProposeTwins,
  NoteNeedOrder,
  CheckStanding,
  NoteOrderOverdue,
  WithdrawNeed,
  UrgeNeed,
  RuleMisrouted,
  AnswerOwnership,
  LapseOwnership,
  FollowSurvivor,
  PassNeedOn,
])
export type NeedCommand =
  | SubmitNeed
  | HoldNeed
  | ReleaseNeed
  | RequestInformation
  | SupplyInformation
  | LapseInformation
  | NoteAnswerOverdue
  | ApproveNeed
  | RejectNeed
  | ReferNeed
  | MergeNeed
  | UnmergeNeed
  | ReturnMergedNeed
  | NoteDuplicate
  | ReleaseDuplicate
  | ProposeTwins
  | NoteNeedOrder
  | CheckStanding
  | NoteOrderOverdue
  | WithdrawNeed
  | UrgeNeed
  | RuleMisrouted
  | AnswerOwnership
  | LapseOwnership
  | FollowSurvivor
  | PassNeedOn
