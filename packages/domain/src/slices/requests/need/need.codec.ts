/** Commands and events of a need: stream `need-<id>`. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, list, literal, nullable, oneOf, variants, type Codec } from '@zhiyuan/kernel'
import { NeedId, OrderId, PersonId, PolicyVersion, UnitId } from '../../../vocabulary/ids.ts'
import { Code, Minutes, PublicName, Reason, Risks, ServiceClass, TextRef } from '../../../vocabulary/values.ts'

/** How a need reached the unit: the plan's ways (C16), the station and the telephone. */
export const Channel = oneOf('Channel', [
  'grid-worker',
  'information-officer',
  'wechat-group',
  'qq-group',
  'official-account',
  'app',
  'website',
  'home-visit',
  'station',
  'telephone',
])
export type Channel = t.TypeOf<typeof Channel>

/** The kinds of proxy who submit for another person. */
export const ProxyKind = oneOf('ProxyKind', [
  'grid-worker',
  'information-officer',
  'station-clerk',
  'volunteer-visitor',
  'family',
])
export type ProxyKind = t.TypeOf<typeof ProxyKind>
/** The person who submits for the requester, and the capacity (N4). */
export const Proxy = closed({ person: PersonId, kind: ProxyKind })
export interface Proxy extends t.TypeOf<typeof Proxy> {}

const need = {
  needId: NeedId,
  /** The unit that owns the need and answers to the resident. */
  unitId: UnitId,
  requester: PersonId,
  proxy: nullable(Proxy),
  /** A person whom the recipient named: may follow, reschedule, cancel and review (N10). */
  contact: nullable(PersonId),
  channel: Channel,
  kind: Code,
  description: TextRef,
  /** Null until a person has looked for risks; needed for approval. */
  risks: nullable(Risks),
  /** When the resident voiced the need; the lag until it was recorded is shown (N2). */
  voicedAt: Instant,
  /** The date that a foreign source gives, kept as it is. */
  sourceDate: nullable(Instant),
}

/** A need was recorded. It has to be answered by `answerDueAt`; an answer exactly then is on time (N2). */
export const NeedSubmitted = closed({
  type: literal('NeedSubmitted'),
  ...need,
  recordedAt: Instant,
  answerDueAt: Instant,
  /** The due instant rests on a calendar year that is not adopted yet. */
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export interface NeedSubmitted extends t.TypeOf<typeof NeedSubmitted> {}
/** Every event after the first says when the need was recorded: rows are kept by that month, which never changes. */
const openedFields = { needId: NeedId, opened: Instant }
const keyFields = { ...openedFields, unitId: UnitId }
/**
 * A clerk asked the requester's side a question, and the need waits; it lapses at `lapsesAt` (N7). From now on no overdue answer is noted.
 */
export const InformationRequested = closed({
  type: literal('InformationRequested'),
  ...keyFields,
  question: TextRef,
  lapsesAt: Instant,
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export interface InformationRequested extends t.TypeOf<typeof InformationRequested> {}
/** The requester's side answered the question, or a clerk for it: the need is to be vetted again. */
export const InformationSupplied = closed({
  type: literal('InformationSupplied'),
  ...keyFields,
  answer: TextRef,
})
export interface InformationSupplied extends t.TypeOf<typeof InformationSupplied> {}
/** No information came, so the need lapsed, and the requester is told (N7). */
export const InformationLapsed = closed({
  type: literal('InformationLapsed'),
  ...keyFields,
  requester: PersonId,
  lapsesAt: Instant,
})
export interface InformationLapsed extends t.TypeOf<typeof InformationLapsed> {}
/** The due instant passed without an answer (N2). The need stays open, and the delay stays on record. */
export const AnswerOverdue = closed({ type: literal('AnswerOverdue'), ...keyFields, dueAt: Instant })
export interface AnswerOverdue extends t.TypeOf<typeof AnswerOverdue> {}

/** How long the answer took, in whole minutes since the need was recorded. */
const answered = { ...keyFields, minutesToAnswer: Minutes }
/** The need was vetted, with its risks stated (N3): orders may be placed for it. */
export const NeedApproved = closed({
  type: literal('NeedApproved'),
  ...answered,
  serviceClass: ServiceClass,
  risks: Risks,
  /** True if the approval stated the risks; else they are those of the submission. */
  risksStated: boolean,
  approvedAt: Instant,
})
export interface NeedApproved extends t.TypeOf<typeof NeedApproved> {}
/** The need will not be met, for the stated reason (N2). */
export const NeedRejected = closed({ type: literal('NeedRejected'), ...answered, reason: Reason })
export interface NeedRejected extends t.TypeOf<typeof NeedRejected> {}
/** The need is not for volunteers, and was passed on to a named receiver such as 12345 (N8). */
export const NeedReferred = closed({ type: literal('NeedReferred'), ...answered, receiver: PublicName, reason: Reason })
export interface NeedReferred extends t.TypeOf<typeof NeedReferred> {}
/** The need is a duplicate of `into`. Both are kept, and `requester` sees the outcome of the other (N5). */
export const NeedMerged = closed({ type: literal('NeedMerged'), ...answered, into: NeedId, requester: PersonId })
export interface NeedMerged extends t.TypeOf<typeof NeedMerged> {}
/** Another need was merged into this one; its requester sees this one's outcome (N5). */
export const DuplicateNoted = closed({
  type: literal('DuplicateNoted'),
  ...openedFields,
  duplicate: NeedId,
  requester: PersonId,
})
export interface DuplicateNoted extends t.TypeOf<typeof DuplicateNoted> {}
/** The most orders that a withdrawal can name. */
export const mostOrdersNamed = 500
/** Why an order of a need is to be cancelled: the need was withdrawn by then, or has more orders than a withdrawal can name. */
export const Unwanted = oneOf('Unwanted', ['need-withdrawn', 'need-full'])
export type Unwanted = t.TypeOf<typeof Unwanted>
/** An order was placed for this need; null unless it is to be cancelled. */
export const NeedOrderNoted = closed({
  type: literal('NeedOrderNoted'),
  ...openedFields,
  orderId: OrderId,
  unwanted: nullable(Unwanted),
})
export interface NeedOrderNoted extends t.TypeOf<typeof NeedOrderNoted> {}
/** Who withdrew the need, always labelled (N10). A clerk notes what a person said by telephone. */
export const WithdrawnBy = oneOf('WithdrawnBy', ['requester', 'contact', 'proxy', 'clerk'])
export type WithdrawnBy = t.TypeOf<typeof WithdrawnBy>
/** The need was withdrawn: a process cancels its orders that have not begun. */
export const NeedWithdrawn = closed({
  type: literal('NeedWithdrawn'),
  ...keyFields,
  by: WithdrawnBy,
  /** Whether it was withdrawn before it had any answer. */
  unanswered: boolean,
  recordedAt: Instant,
  /** The orders of the need; those that have not begun are cancelled. */
  orders: list(OrderId, 0, mostOrdersNamed),
})
export interface NeedWithdrawn extends t.TypeOf<typeof NeedWithdrawn> {}

/** All events of a need. */
export const NeedEvent: Codec<NeedEvent> = variants('NeedEvent', [
  NeedSubmitted,
  InformationRequested,
  InformationSupplied,
  InformationLapsed,
  AnswerOverdue,
  NeedApproved,
  NeedRejected,
  NeedReferred,
  NeedMerged,
  DuplicateNoted,
  NeedOrderNoted,
  NeedWithdrawn,
])
export type NeedEvent =
  | NeedSubmitted
  | InformationRequested
  | InformationSupplied
  | InformationLapsed
  | AnswerOverdue
  | NeedApproved
  | NeedRejected
  | NeedReferred
  | NeedMerged
  | DuplicateNoted
  | NeedOrderNoted
  | NeedWithdrawn

/** By the requester, or by the proxy it names (N4). Refused for an unknown unit or kind, or a need voiced in the future (N1). */
export const SubmitNeed = closed({ type: literal('SubmitNeed'), ...need })
export interface SubmitNeed extends t.TypeOf<typeof SubmitNeed> {}
/** By a clerk of the owning unit or above, while the need is unanswered (N7). */
export const RequestInformation = closed({ type: literal('RequestInformation'), needId: NeedId, question: TextRef })
export interface RequestInformation extends t.TypeOf<typeof RequestInformation> {}
/** By requester, contact or proxy, or a clerk of the owning unit or above; refused from `lapsesAt` on (N7). */
export const SupplyInformation = closed({ type: literal('SupplyInformation'), needId: NeedId, answer: TextRef })
export interface SupplyInformation extends t.TypeOf<typeof SupplyInformation> {}
/** Sent by a timer at `lapsesAt` (N7). */
export const LapseInformation = closed({ type: literal('LapseInformation'), needId: NeedId, lapsesAt: Instant })
export interface LapseInformation extends t.TypeOf<typeof LapseInformation> {}
/** Sent by a timer after the due instant, since an answer exactly then is on time (N2). */
export const NoteAnswerOverdue = closed({ type: literal('NoteAnswerOverdue'), needId: NeedId, dueAt: Instant })
export interface NoteAnswerOverdue extends t.TypeOf<typeof NoteAnswerOverdue> {}
/** By a clerk of the owning unit or above. Refused without stated risks (N3), or for a class that the policy does not offer. */
export const ApproveNeed = closed({
  type: literal('ApproveNeed'),
  needId: NeedId,
  serviceClass: ServiceClass,
  risks: nullable(Risks),
})
export interface ApproveNeed extends t.TypeOf<typeof ApproveNeed> {}
/** By a clerk of the owning unit or above, with a reason (N2). */
export const RejectNeed = closed({ type: literal('RejectNeed'), needId: NeedId, reason: Reason })
export interface RejectNeed extends t.TypeOf<typeof RejectNeed> {}
/** By a clerk of the owning unit or above: an answer that leads to no order (N8). */
export const ReferNeed = closed({ type: literal('ReferNeed'), needId: NeedId, receiver: PublicName, reason: Reason })
export interface ReferNeed extends t.TypeOf<typeof ReferNeed> {}
/** By a clerk of the owning unit or above. Refused unless `into` is approved, or open and older (N5). */
export const MergeNeed = closed({ type: literal('MergeNeed'), needId: NeedId, into: NeedId })
export interface MergeNeed extends t.TypeOf<typeof MergeNeed> {}
/** Sent by a process to the need into which another one was merged (N5). */
export const NoteDuplicate = closed({
  type: literal('NoteDuplicate'),
  needId: NeedId,
  duplicate: NeedId,
  requester: PersonId,
})
export interface NoteDuplicate extends t.TypeOf<typeof NoteDuplicate> {}
/** Sent by a process when an order was placed for the need (O1). */
export const NoteNeedOrder = closed({ type: literal('NoteNeedOrder'), needId: NeedId, orderId: OrderId })
export interface NoteNeedOrder extends t.TypeOf<typeof NoteNeedOrder> {}
/** By requester, contact or proxy (N10); by a clerk of the owning unit or above only after the approval. Refused once it is met. */
export const WithdrawNeed = closed({ type: literal('WithdrawNeed'), needId: NeedId })
export interface WithdrawNeed extends t.TypeOf<typeof WithdrawNeed> {}

/** All commands about a need. */
export const NeedCommand: Codec<NeedCommand> = variants('NeedCommand', [
  SubmitNeed,
  RequestInformation,
  SupplyInformation,
  LapseInformation,
  NoteAnswerOverdue,
  ApproveNeed,
  RejectNeed,
  ReferNeed,
  MergeNeed,
  NoteDuplicate,
  NoteNeedOrder,
  WithdrawNeed,
])
export type NeedCommand =
  | SubmitNeed
  | RequestInformation
  | SupplyInformation
  | LapseInformation
  | NoteAnswerOverdue
  | ApproveNeed
  | RejectNeed
  | ReferNeed
  | MergeNeed
  | NoteDuplicate
  | NoteNeedOrder
  | WithdrawNeed
