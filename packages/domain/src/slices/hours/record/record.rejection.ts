import type { CommandNotAllowed, Instant, PersonId, UnitId } from '@zhiyuan/kernel'
import type { BodyId, BurstId, HoldId, RecordId, TeamId } from '../../../vocabulary/ids.ts'
import type {
  ApproverIsRecorder,
  InOwnFavour,
  MergedInto,
  NotAVolunteer,
  NotAuthorised,
  NotThere,
  NotYetDue,
  OnlyAProcess,
  OutsideJurisdiction,
  PolicyMissing,
  PostNotHeld,
  SameIdOtherContent,
  SecondLookRuns,
  UnknownBody,
  UnknownSpecialty,
} from '../../../vocabulary/rejections.ts'
import type { Minutes, Round } from '../../../vocabulary/values.ts'
import type { NotTheUnitAbove } from '../../organisation/two-at-the-top.ts'
import type { RecordRef } from './record.codec.ts'
import type { Ruling } from './record.state.ts'

/** H9: a voided record stays voided. */
export interface VoidedIsFinal {
  readonly type: 'VoidedIsFinal'
  readonly recordId: RecordId
  readonly state: 'voided'
  readonly command: string
}
/** H9: a rejected record stays rejected; the service is entered anew, under another id. */
export interface RejectedIsFinal {
  readonly type: 'RejectedIsFinal'
  readonly recordId: RecordId
  readonly state: 'rejected'
  readonly command: string
}
/**
 * H13: a segment (counted from 0) that ends before it starts, begins before the previous one ended, lasts over 24 hours, or has not ended
 * yet.
 */
export interface SegmentUnfit {
  readonly type: 'SegmentUnfit'
  readonly segment: number
  readonly because: 'not-rising' | 'overlaps' | 'too-long' | 'in-future'
}
/** H13: the stated minutes are not the sum over the segments. */
export interface MinutesDiffer {
  readonly type: 'MinutesDiffer'
  readonly stated: Minutes
  readonly sum: number
}
/** Less than a minute of service is no record. */
export interface NothingServed {
  readonly type: 'NothingServed'
}
/** H3: only the organiser's body, or its registered successor, records. Null where no body organised the service. */
export interface NotTheOrganiser {
  readonly type: 'NotTheOrganiser'
  readonly bodyId: BodyId
  readonly organiser: BodyId | null
}
/** H3, H17: the team did not serve in that round of the order. `served` is the one that did; null where none has. */
export interface TeamDidNotServe {
  readonly type: 'TeamDidNotServe'
  readonly teamId: TeamId | null
  readonly served: TeamId | null
  readonly round: Round
}
/** H7: no one enters an own record. */
export interface RecorderIsVolunteer {
  readonly type: 'RecorderIsVolunteer'
  readonly person: PersonId
}
/** H11: the same service at the same time is already recorded under another id. */
export interface RecordedAlready {
  readonly type: 'RecordedAlready'
  readonly record: RecordRef
}
/** H7: no one approves an own record. */
export interface ApproverIsVolunteer {
  readonly type: 'ApproverIsVolunteer'
  readonly person: PersonId
}
/** H7: the person who asked for a correction does not grant it. */
export interface ApproverIsRequester {
  readonly type: 'ApproverIsRequester'
  readonly person: PersonId
}
/** H7: another person than the volunteer has to ask for added time, since asking counts as entering it. */
export interface RequesterIsVolunteer {
  readonly type: 'RequesterIsVolunteer'
  readonly person: PersonId
}
/**
 * H3, H16: another unit certifies this record: the recording body's, or the nearest above it with a person not involved; null where there
 * is none.
 */
export interface NotTheCertifier {
  readonly type: 'NotTheCertifier'
  readonly person: PersonId
  readonly certifier: UnitId | null
}
/** H5: it overlaps these records, which count. */
export interface OverlapsVerified {
  readonly type: 'OverlapsVerified'
  readonly because: ReadonlyArray<RecordRef>
}
/** H5: the added time overlaps these records, which wait for a ruling. */
export interface OverlapsWaiting {
  readonly type: 'OverlapsWaiting'
  readonly because: ReadonlyArray<RecordRef>
}
/** Each of these holds has to be cleared first, with a reason. */
export interface StillHeld {
  readonly type: 'StillHeld'
  readonly holds: ReadonlyArray<HoldId>
}
/** H12: the unit above rules on the case of the burst, once for all its records (`RuleBurst`). */
export interface BurstIsClearedAbove {
  readonly type: 'BurstIsClearedAbove'
  readonly burstId: BurstId
  readonly number: number
}
/** H20: the record is on no list for a second look, or no longer. */
export interface NotUnderSecondLook {
  readonly type: 'NotUnderSecondLook'
  readonly until: Instant | null
}
/** H20: the person was neither seated, recorded nor served there. */
export interface WasNotThere {
  readonly type: 'WasNotThere'
  readonly person: PersonId
}
/** H20: each may object to a record once. */
export interface ObjectedBefore {
  readonly type: 'ObjectedBefore'
  readonly person: PersonId
}
/** H13: from its first start to its last end the record may last until then. */
export interface SpanTooLong {
  readonly type: 'SpanTooLong'
  readonly latestEnd: Instant
}
/** H7: the person who answers for a `manual` record is not the one whom it credits. */
export interface ResponsibleIsVolunteer {
  readonly type: 'ResponsibleIsVolunteer'
  readonly person: PersonId
}
/** H9: it was this person who suspended the record, or let it count before a process did. Another approver without a part is there, and voids it. */
export interface VoidedBySuspender {
  readonly type: 'VoidedBySuspender'
  readonly person: PersonId
}
/** The record already says this: uphold it instead. */
export interface NothingChanged {
  readonly type: 'NothingChanged'
}
/** Exactly this was entered before, and was returned. */
export interface ReturnedBefore {
  readonly type: 'ReturnedBefore'
}
/**
 * The same person gave the same ruling with the same reason before, and the record has changed since: a new ruling needs a reason of its
 * own.
 */
export interface RuledBefore {
  readonly type: 'RuledBefore'
  readonly ruling: Ruling['type']
}

export type RecordRejection =
  | ApproverIsRecorder
  | ApproverIsRequester
  | ApproverIsVolunteer
  | BurstIsClearedAbove
  | InOwnFavour
  | CommandNotAllowed
  | MergedInto
  | MinutesDiffer
  | NotAVolunteer
  | NotAuthorised
  | NotTheCertifier
  | NotTheOrganiser
  | NotTheUnitAbove
  | NotUnderSecondLook
  | ObjectedBefore
  | NotThere
  | NotYetDue
  | NothingChanged
  | NothingServed
  | OnlyAProcess
  | OutsideJurisdiction
  | OverlapsVerified
  | OverlapsWaiting
  | PolicyMissing
  | PostNotHeld
  | RecordedAlready
  | RecorderIsVolunteer
  | RejectedIsFinal
  | RequesterIsVolunteer
  | ResponsibleIsVolunteer
  | ReturnedBefore
  | RuledBefore
  | SameIdOtherContent
  | SecondLookRuns
  | SegmentUnfit
  | SpanTooLong
  | StillHeld
  | TeamDidNotServe
  | UnknownBody
  | UnknownSpecialty
  | VoidedBySuspender
  | VoidedIsFinal
  | WasNotThere
