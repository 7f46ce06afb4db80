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

/** The kind is on no list of the policy. */
export interface UnknownNeedKind {
  readonly type: 'UnknownNeedKind'
  readonly kind: Code
}
/** O3: the policy in force does not list that class of service. */
export interface ServiceClassNotOffered {
  readonly type: 'ServiceClassNotOffered'
  readonly serviceClass: ServiceClass
}
/** Who submits for somebody else is named as the proxy (N4). */
export interface ProxyMismatch {
  readonly type: 'ProxyMismatch'
  readonly actor: PersonId
}
/** Known risks are told before anybody accepts: they have to be looked for first (N3). */
export interface RisksNotStated {
  readonly type: 'RisksNotStated'
  readonly needId: NeedId
}
/** N1: the need is said to have been voiced later than now. */
export interface VoicedInFuture {
  readonly type: 'VoicedInFuture'
}
/** The target of a merge is neither an approved need nor an open one recorded before this one (N5). */
export interface MergeTargetUnfit {
  readonly type: 'MergeTargetUnfit'
  readonly into: NeedId
}
/** N7: the question has lapsed, even where nobody has noted it yet. */
export interface InformationLapsedAlready {
  readonly type: 'InformationLapsedAlready'
  readonly lapsedAt: Instant
}
/** Its orders have ended, this one well: there is nothing left to withdraw. */
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
