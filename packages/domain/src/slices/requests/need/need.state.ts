import type { Instant, PersonId, UnitId } from '@zhiyuan/kernel'
import type { NeedId, OrderId } from '../../../vocabulary/ids.ts'
import type { Reason, Risks, ServiceClass, TextRef } from '../../../vocabulary/values.ts'
import type { RunningTerm } from '../../organisation/policy/policy.read.ts'
import type {
  DuplicateNoted,
  NeedMerged,
  NeedReferred,
  NeedSubmitted,
  OwnershipOffered,
  Side,
  Standing,
  WithdrawnBy,
} from './need.codec.ts'

export type Submission = Omit<NeedSubmitted, 'type'>

/** A need that was merged into this one, with its own people (N5). */
export type Duplicate = Pick<DuplicateNoted, 'duplicate' | 'requester' | 'contact' | 'proxy'>

/** What the city gives away, while the other unit has not answered (O19). */
export interface Offered extends Pick<OwnershipOffered, 'to' | 'reason'> {
  readonly term: RunningTerm
}

/** Facts of a need in every state. */
export interface NeedFacts {
  readonly submitted: Submission
  /** The unit that answers to the resident; at first the one to which the need was submitted. */
  readonly owner: UnitId
  readonly risks: Risks | null
  /** The questions and answers so far, so that a repeat is recognised. */
  readonly questions: ReadonlyArray<TextRef>
  readonly answers: ReadonlyArray<TextRef>
  /** The end of the answer clock that was started last. */
  readonly answerDueAt: Instant
  readonly overdueNoted: boolean
  /** When the answer clock was stopped last by a question or a merge. */
  readonly stoppedAt: Instant | null
  /** Whether it ever had an answer; a question is one. */
  readonly answered: boolean
  /** A question remained unanswered, so the clerk decides without another one (N7). */
  readonly asItStands: boolean
  /** Whether the need waits for its clerk to look at it first (N16). */
  readonly hold: 'none' | 'held' | 'released'
  readonly twins: ReadonlyArray<NeedId>
  readonly duplicates: ReadonlyArray<Duplicate>
  readonly orders: ReadonlyArray<OrderId>
  readonly urges: ReadonlyArray<{ readonly by: PersonId; readonly urgedAt: Instant }>
  /** Null while the city offers it to no other unit. */
  readonly offered: Offered | null
  /** The units that passed it on when they closed. */
  readonly passedOn: ReadonlyArray<UnitId>
  /** The unit above the owner, or the city, where the need is listed too (N12). */
  readonly listedAt: UnitId | null
}

export interface ApprovedNeed extends NeedFacts {
  readonly type: 'Approved'
  readonly serviceClass: ServiceClass
  readonly risks: Risks
  readonly approvedAt: Instant
  /** As its orders were last seen. */
  readonly standing: Standing
  /** The term in which an order is to be placed; null where none runs. */
  readonly orderDue: RunningTerm | null
  /** The one that was started last, also while an order stops it. */
  readonly lastOrderDue: RunningTerm | null
}

export type NeedState =
  | { readonly type: 'None' }
  | (NeedFacts & { readonly type: 'Submitted' })
  | (NeedFacts & { readonly type: 'InfoRequested'; readonly lapsesAt: Instant; readonly askedBy: PersonId })
  | (NeedFacts & { readonly type: 'Lapsed' })
  | (NeedFacts & { readonly type: 'Rejected'; readonly reason: Reason })
  | (NeedFacts & { readonly type: 'Referred'; readonly to: Pick<NeedReferred, 'receiver' | 'reason'> })
  | (NeedFacts & { readonly type: 'Merged'; readonly into: NeedMerged['into'] })
  | ApprovedNeed
  | (NeedFacts & { readonly type: 'Withdrawn'; readonly by: WithdrawnBy; readonly side: Side })

export type ExistingNeed = Exclude<NeedState, { readonly type: 'None' }>
