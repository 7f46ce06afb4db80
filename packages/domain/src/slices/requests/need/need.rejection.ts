import type { CommandNotAllowed, Instant, PersonId } from '@zhiyuan/kernel'
import type { NeedId, OrderId } from '../../../vocabulary/ids.ts'
import type {
  NotAuthorised,
  NotYetDue,
  OnlyAProcess,
  OutsideJurisdiction,
  PolicyMissing,
  SameIdOtherContent,
  UnknownUnit,
} from '../../../vocabulary/rejections.ts'
import type { Code, ServiceClass } from '../../../vocabulary/values.ts'

/** The kind is not on the policy's list. */
export interface UnknownNeedKind {
  readonly type: 'UnknownNeedKind'
  readonly kind: Code
}
/** O3: the policy in force does not list that class of service. */
export interface ServiceClassNotOffered {
  readonly type: 'ServiceClassNotOffered'
  readonly serviceClass: ServiceClass
}
/** A person who submits for another one must be named as the proxy (N4). */
export interface ProxyMismatch {
  readonly type: 'ProxyMismatch'
  readonly actor: PersonId
}
/** Volunteers are told known risks before they accept, so a clerk has to look for risks first (N3). */
export interface RisksNotStated {
  readonly type: 'RisksNotStated'
  readonly needId: NeedId
}
/** N1: the need is said to have been voiced later than now. */
export interface VoicedInFuture {
  readonly type: 'VoicedInFuture'
}
/** The need to merge into is neither approved, nor open and recorded before this one (N5). */
export interface MergeTargetUnfit {
  readonly type: 'MergeTargetUnfit'
  readonly into: NeedId
}
/** N7: the question has lapsed, even if the timer has not noted it yet. */
export interface InformationLapsedAlready {
  readonly type: 'InformationLapsedAlready'
  readonly lapsedAt: Instant
}
/** Its orders have ended, and this one well: there is nothing left to withdraw. */
export interface NeedMet {
  readonly type: 'NeedMet'
  readonly orderId: OrderId
}

export type NeedRejection =
  | CommandNotAllowed
  | InformationLapsedAlready
  | MergeTargetUnfit
  | NeedMet
  | NotAuthorised
  | NotYetDue
  | OnlyAProcess
  | OutsideJurisdiction
  | PolicyMissing
  | ProxyMismatch
  | RisksNotStated
  | SameIdOtherContent
  | ServiceClassNotOffered
  | UnknownNeedKind
  | UnknownUnit
  | VoicedInFuture
