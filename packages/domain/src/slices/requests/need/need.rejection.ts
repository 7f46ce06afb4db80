import type { CommandNotAllowed, Instant, PersonId, UnitId } from '@zhiyuan/kernel'
import type { NeedId, OrderId } from '../../../vocabulary/ids.ts'
import type {
  InOwnFavour,
  NotAuthorised,
  NotYetDue,
  OnlyAProcess,
  OutsideJurisdiction,
  PolicyMissing,
  NotThere,
  SameIdOtherContent,
  UnknownUnit,
  UrgedToday,
} from '../../../vocabulary/rejections.ts'
import type { Code, ServiceClass } from '../../../vocabulary/values.ts'
import type { Limit } from '../../organisation/policy/term.codec.ts'
import type { Standing } from './need.codec.ts'

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
/** N15: who holds an office over the unit submits as the office, and is no family there. */
export interface HoldsOfficeThere {
  readonly type: 'HoldsOfficeThere'
  readonly person: PersonId
  readonly unit: UnitId
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
/** The need to merge into has ended or is met or unmet, or it is open and not recorded before this one (N5). */
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

/** N2: information was asked for as often as the policy has, or once without an answer: the clerk decides as it stands. */
export interface AskedEnough {
  readonly type: 'AskedEnough'
  readonly asked: number
  readonly most: Limit | null
}
/** N16: its clerk has to look at it first. */
export interface NeedIsHeld {
  readonly type: 'NeedIsHeld'
  readonly needId: NeedId
}
/** N12: an approved need is referred only while no order serves it and none has. */
export interface ReferralTooLate {
  readonly type: 'ReferralTooLate'
  readonly standing: Standing
}
/** O19: that unit has not answered yet whether it takes the need. */
export interface OwnershipOpen {
  readonly type: 'OwnershipOpen'
  readonly to: UnitId
}
/** O19: the term to accept the need has ended, even if the timer has not noted it yet. */
export interface OwnershipLapsed {
  readonly type: 'OwnershipLapsed'
  readonly lapsedAt: Instant
}
/** O19: the unit does not exist or is not open. */
export interface NewOwnerUnfit {
  readonly type: 'NewOwnerUnfit'
  readonly unit: UnitId
}

export type NeedRejection =
  | AskedEnough
  | CommandNotAllowed
  | HoldsOfficeThere
  | InOwnFavour
  | InformationLapsedAlready
  | MergeTargetUnfit
  | NeedIsHeld
  | NeedMet
  | NewOwnerUnfit
  | NotAuthorised
  | NotYetDue
  | OnlyAProcess
  | OutsideJurisdiction
  | OwnershipLapsed
  | OwnershipOpen
  | PolicyMissing
  | ProxyMismatch
  | ReferralTooLate
  | RisksNotStated
  | NotThere
  | SameIdOtherContent
  | ServiceClassNotOffered
  | UnknownNeedKind
  | UnknownUnit
  | UrgedToday
  | VoicedInFuture
