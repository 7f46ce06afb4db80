/** Events of a need. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal, nullable, variants, type Codec } from '@zhiyuan/kernel'
import { PersonId, PolicyVersion } from '../../../vocabulary/ids.ts'
import { PublicName, Reason, Risks, ServiceClass, TextRef } from '../../../vocabulary/values.ts'
import { Limit } from '../../organisation/policy/term.codec.ts'
import { answeredFields, clockFields, keyFields, stoppedFields } from './event.fields.ts'
import {
  DuplicateNoted,
  DuplicateReleased,
  MergedNeedReturned,
  NeedMerged,
  NeedUnmerged,
  TwinsProposed,
} from './merge.event.ts'
import { needFields } from './need.values.ts'
import { NeedMisrouted, NeedPassedOn, OwnershipAccepted, OwnershipOffered, OwnershipRefused } from './owner.event.ts'
import {
  NeedOrderNoted,
  NeedUnlisted,
  NeedWithdrawn,
  OrderAwaited,
  OrderOverdue,
  StandingNoted,
} from './standing.event.ts'

export * from './merge.event.ts'
export * from './owner.event.ts'
export * from './standing.event.ts'

/** A need was recorded. It has to be answered by `answerDueAt`; an answer exactly then is on time (N2). */
export const NeedSubmitted = closed({
  type: literal('NeedSubmitted'),
  ...needFields,
  recordedAt: Instant,
  answerDueAt: Instant,
  /** The due instant rests on a calendar year that is not adopted yet. */
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export interface NeedSubmitted extends t.TypeOf<typeof NeedSubmitted> {}
/** More needs of one person or proxy in one day than the policy has: this one is held until its clerk has looked at it (N16). */
export const NeedHeld = closed({ type: literal('NeedHeld'), ...keyFields, most: Limit })
export interface NeedHeld extends t.TypeOf<typeof NeedHeld> {}
/** The clerk looked at the held need: it is to be answered as any other (N16). */
export const NeedReleased = closed({ type: literal('NeedReleased'), ...keyFields, reason: Reason })
export interface NeedReleased extends t.TypeOf<typeof NeedReleased> {}
/**
 * A clerk asked the requester's side a question, and the need waits until `lapsesAt` (N7). From now on no overdue answer is noted.
 */
export const InformationRequested = closed({
  type: literal('InformationRequested'),
  ...keyFields,
  question: TextRef,
  /** Who asked. */
  by: PersonId,
  ...stoppedFields,
  lapsesAt: Instant,
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export interface InformationRequested extends t.TypeOf<typeof InformationRequested> {}
/** The requester's side answered the question, or a clerk for it: the need is to be vetted again, with a new answer clock, or what was left of it where the clerk who asked wrote the answer down (N2). */
export const InformationSupplied = closed({
  type: literal('InformationSupplied'),
  ...keyFields,
  answer: TextRef,
  ...clockFields,
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
/** No information came for a need that came by telephone, visit or proxy: its clerk decides it as it stands, with a new answer clock (N7). */
export const InformationMissing = closed({
  type: literal('InformationMissing'),
  ...keyFields,
  /** The end of the question's term. */
  lapsedAt: Instant,
  ...clockFields,
})
export interface InformationMissing extends t.TypeOf<typeof InformationMissing> {}
/** The due instant passed without an answer (N2). The need stays open, and the delay stays on record. */
export const AnswerOverdue = closed({ type: literal('AnswerOverdue'), ...keyFields, dueAt: Instant })
export interface AnswerOverdue extends t.TypeOf<typeof AnswerOverdue> {}
/** The need was vetted, with its risks stated (N3): an order is to be placed for it by `orderDueAt` (N12). */
export const NeedApproved = closed({
  type: literal('NeedApproved'),
  ...answeredFields,
  serviceClass: ServiceClass,
  risks: Risks,
  /** True if the approval stated the risks; else they are those of the submission. */
  risksStated: boolean,
  approvedAt: Instant,
  /** Null: the policy has no such term. */
  orderDueAt: nullable(Instant),
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export interface NeedApproved extends t.TypeOf<typeof NeedApproved> {}
/** The need will not be met, for the stated reason (N2). A rejection as abuse is a class of its own (N16). */
export const NeedRejected = closed({ type: literal('NeedRejected'), ...answeredFields, reason: Reason })
export interface NeedRejected extends t.TypeOf<typeof NeedRejected> {}
/** The need is not for volunteers, and was passed on to a named receiver such as 12345 (N8). */
export const NeedReferred = closed({
  type: literal('NeedReferred'),
  ...answeredFields,
  receiver: PublicName,
  reason: Reason,
})
export interface NeedReferred extends t.TypeOf<typeof NeedReferred> {}
/** 催单: the requester or contact urges the need. It changes no figure (N13). */
export const NeedUrged = closed({ type: literal('NeedUrged'), ...keyFields, by: PersonId, urgedAt: Instant })
export interface NeedUrged extends t.TypeOf<typeof NeedUrged> {}

/** All events of a need. */
export const NeedEvent: Codec<NeedEvent> = variants('NeedEvent', [
  NeedSubmitted,
  NeedHeld,
  NeedReleased,
  InformationRequested,
  InformationSupplied,
  InformationLapsed,
  InformationMissing,
  AnswerOverdue,
  NeedApproved,
  NeedRejected,
  NeedReferred,
  NeedMerged,
  DuplicateNoted,
  DuplicateReleased,
  NeedUnmerged,
  MergedNeedReturned,
  TwinsProposed,
  NeedOrderNoted,
  OrderAwaited,
  OrderOverdue,
  StandingNoted,
  NeedUnlisted,
  NeedWithdrawn,
  NeedUrged,
  NeedMisrouted,
  OwnershipOffered,
  OwnershipAccepted,
  OwnershipRefused,
  NeedPassedOn,
])
export type NeedEvent =
  | NeedSubmitted
  | NeedHeld
  | NeedReleased
  | InformationRequested
  | InformationSupplied
  | InformationLapsed
  | InformationMissing
  | AnswerOverdue
  | NeedApproved
  | NeedRejected
  | NeedReferred
  | NeedMerged
  | DuplicateNoted
  | DuplicateReleased
  | NeedUnmerged
  | MergedNeedReturned
  | TwinsProposed
  | NeedOrderNoted
  | OrderAwaited
  | OrderOverdue
  | StandingNoted
  | NeedUnlisted
  | NeedWithdrawn
  | NeedUrged
  | NeedMisrouted
  | OwnershipOffered
  | OwnershipAccepted
  | OwnershipRefused
  | NeedPassedOn
