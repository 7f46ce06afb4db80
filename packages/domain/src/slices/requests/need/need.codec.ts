/** The words of a need: stream `need-<id>`. */
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

/** Who submits for somebody else. */
export const ProxyKind = oneOf('ProxyKind', [
  'grid-worker',
  'information-officer',
  'station-clerk',
  'volunteer-visitor',
  'family',
])
export type ProxyKind = t.TypeOf<typeof ProxyKind>
/** The person who submits for the requester, and as what (N4). */
export const Proxy = closed({ person: PersonId, kind: ProxyKind })
export interface Proxy extends t.TypeOf<typeof Proxy> {}

const need = {
  needId: NeedId,
  /** The unit that owns it: it answers to the resident. */
  unitId: UnitId,
  requester: PersonId,
  proxy: nullable(Proxy),
  /** Named by the recipient: may follow, reschedule, cancel and review (N10). */
  contact: nullable(PersonId),
  channel: Channel,
  kind: Code,
  description: TextRef,
  /** Null until somebody has looked for risks; needed for approval. */
  risks: nullable(Risks),
  /** When the resident said it; the lag until it was recorded is shown (N2). */
  voicedAt: Instant,
  /** The date a foreign source gives, kept as it is. */
  sourceDate: nullable(Instant),
}

/** A need was recorded; it is answered by `answerDueAt`, which itself is still on time (N2). */
export const NeedSubmitted = closed({
  type: literal('NeedSubmitted'),
  ...need,
  recordedAt: Instant,
  answerDueAt: Instant,
  /** The due date rests on a calendar year that is not adopted yet. */
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export interface NeedSubmitted extends t.TypeOf<typeof NeedSubmitted> {}
/** Every event after the first says when the need was recorded: rows are kept by the month of it, which never changes. */
const openedFields = { needId: NeedId, opened: Instant }
const keyFields = { ...openedFields, unitId: UnitId }
/** The answer waits for the requester's side; it lapses at `lapsesAt` (N7). From now on no overdue answer is noted. */
export const InformationRequested = closed({
  type: literal('InformationRequested'),
  ...keyFields,
  question: TextRef,
  lapsesAt: Instant,
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export interface InformationRequested extends t.TypeOf<typeof InformationRequested> {}
/** The requester's side, or a clerk in its place, answered the question: the need is to be vetted again. */
export const InformationSupplied = closed({
  type: literal('InformationSupplied'),
  ...keyFields,
  answer: TextRef,
})
export interface InformationSupplied extends t.TypeOf<typeof InformationSupplied> {}
/** No information came; the requester is told so (N7). */
export const InformationLapsed = closed({
  type: literal('InformationLapsed'),
  ...keyFields,
  requester: PersonId,
  lapsesAt: Instant,
})
export interface InformationLapsed extends t.TypeOf<typeof InformationLapsed> {}
/** The due instant passed without an answer (N2). The need stays open, and the lapse stays on record. */
export const AnswerOverdue = closed({ type: literal('AnswerOverdue'), ...keyFields, dueAt: Instant })
export interface AnswerOverdue extends t.TypeOf<typeof AnswerOverdue> {}

/** How long the answer took, in whole minutes since the need was recorded. */
const answered = { ...keyFields, minutesToAnswer: Minutes }
/** Vetted, with its risks stated (N3): orders may be placed for it. */
export const NeedApproved = closed({
  type: literal('NeedApproved'),
  ...answered,
  serviceClass: ServiceClass,
  risks: Risks,
  /** The approval stated them; otherwise they are those of the submission. */
  risksStated: boolean,
  approvedAt: Instant,
})
export interface NeedApproved extends t.TypeOf<typeof NeedApproved> {}
/** Not to be met, with the reason that a refusal has to carry (N2). */
export const NeedRejected = closed({ type: literal('NeedRejected'), ...answered, reason: Reason })
export interface NeedRejected extends t.TypeOf<typeof NeedRejected> {}
/** Not volunteer service: passed on to a named receiver such as 12345 (N8). */
export const NeedReferred = closed({ type: literal('NeedReferred'), ...answered, receiver: PublicName, reason: Reason })
export interface NeedReferred extends t.TypeOf<typeof NeedReferred> {}
/** A duplicate of `into`. Both are kept, and `requester` sees the outcome of the other (N5). */
export const NeedMerged = closed({ type: literal('NeedMerged'), ...answered, into: NeedId, requester: PersonId })
export interface NeedMerged extends t.TypeOf<typeof NeedMerged> {}
/** Another need was found to ask the same; its requester sees this one's outcome (N5). */
export const DuplicateNoted = closed({
  type: literal('DuplicateNoted'),
  ...openedFields,
  duplicate: NeedId,
  requester: PersonId,
})
export interface DuplicateNoted extends t.TypeOf<typeof DuplicateNoted> {}
/** How many orders a withdrawal can name. */
export const mostOrdersNamed = 500
/** Why an order of a need is to be cancelled: the need had gone when it was noted, or has more orders than a withdrawal can name. */
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
/** Whose word a withdrawal is: always labelled (N10). A clerk notes what somebody said by telephone. */
export const WithdrawnBy = oneOf('WithdrawnBy', ['requester', 'contact', 'proxy', 'clerk'])
export type WithdrawnBy = t.TypeOf<typeof WithdrawnBy>
/** Asked for no more: a process cancels its orders that have not begun. */
export const NeedWithdrawn = closed({
  type: literal('NeedWithdrawn'),
  ...keyFields,
  by: WithdrawnBy,
  /** Withdrawn before anybody had answered. */
  unanswered: boolean,
  recordedAt: Instant,
  /** Its orders: those not begun are cancelled. */
  orders: list(OrderId, 0, mostOrdersNamed),
})
export interface NeedWithdrawn extends t.TypeOf<typeof NeedWithdrawn> {}

/** Whatever can happen to a need. */
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
/** Sent by a timer after the due instant, which itself is still on time (N2). */
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
/** By a clerk of the owning unit or above: an answer, never an order (N8). */
export const ReferNeed = closed({ type: literal('ReferNeed'), needId: NeedId, receiver: PublicName, reason: Reason })
export interface ReferNeed extends t.TypeOf<typeof ReferNeed> {}
/** By a clerk of the owning unit or above. Refused unless `into` is approved, or open and older (N5). */
export const MergeNeed = closed({ type: literal('MergeNeed'), needId: NeedId, into: NeedId })
export interface MergeNeed extends t.TypeOf<typeof MergeNeed> {}
/** Sent by a process to the need that another one was merged into (N5). */
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

/** Whatever may be asked of a need. */
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
