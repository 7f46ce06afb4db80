import type { CommandNotAllowed, Instant, PersonId } from '@zhiyuan/kernel'
import type {
  InOwnFavour,
  NotAuthorised,
  NotThere,
  NotYetDue,
  OnlyAProcess,
  OutsideJurisdiction,
  PlannedEndPassed,
  PolicyMissing,
  StartNotReached,
} from '../../../vocabulary/rejections.ts'
import type { Code } from '../../../vocabulary/values.ts'
import type { NotTheUnitAbove } from '../../organisation/two-at-the-top.ts'
import type { RecordId } from '../../../vocabulary/ids.ts'
import type { ConfirmerKind } from './assignment.codec.ts'
import type { NoSeat, NotUnderWay } from '../happening.ts'

/** Only the volunteer does this, and for herself alone (A1). */
export interface NotTheVolunteer {
  readonly type: 'NotTheVolunteer'
  readonly volunteer: PersonId
}
/** A6: the reason for which the assignment was not cleared still holds. */
export interface StillNotCleared {
  readonly type: 'StillNotCleared'
  readonly reason: Code
}
/** A14: by the ledger's clock it is still to come, so it cannot have happened. */
export interface AheadOfTheClock {
  readonly type: 'AheadOfTheClock'
  readonly now: Instant
}
/** A14: the ledger was told too late; at `until` it would have been in time. The service is then entered as a backfill. */
export interface CaptureTooLate {
  readonly type: 'CaptureTooLate'
  readonly until: Instant
}
/** The check-in comes too early: the window before the planned start is as long as the one after the planned end. */
export interface CheckInTooEarly {
  readonly type: 'CheckInTooEarly'
  readonly plannedStart: Instant
}
/** It happened after the check-out was missing (A9). */
export interface CheckOutIsMissingBy {
  readonly type: 'CheckOutIsMissingBy'
  readonly missingAt: Instant
}
/** It did not happen after the step before it. */
export interface OutOfOrder {
  readonly type: 'OutOfOrder'
  readonly after: Instant
}
/** The planned stay is longer than a record holds: 100,000 minutes. */
export interface ServiceTooLong {
  readonly type: 'ServiceTooLong'
}
/** There are more breaks than a record holds: 49. */
export interface TooManyBreaks {
  readonly type: 'TooManyBreaks'
}
/** A8: a volunteer withdraws before the planned start; from then on she comes, is excused, or is absent. */
export interface StartHasCome {
  readonly type: 'StartHasCome'
  readonly plannedStart: Instant
}
/** The substitute must be another member of the team. */
export interface SubstituteUnfit {
  readonly type: 'SubstituteUnfit'
  readonly by: PersonId
}
/** A14: no one came before the seat was bound. */
export interface SeatNotBoundYet {
  readonly type: 'SeatNotBoundYet'
  readonly boundAt: Instant
}
/** A8: the service was reported, so a check-out stays. */
export interface ServiceIsReported {
  readonly type: 'ServiceIsReported'
}
/** A8: the record of the attendance was verified, so a check-out stays. */
export interface RecordIsVerified {
  readonly type: 'RecordIsVerified'
  readonly recordId: RecordId
}
/** A9: the log does not place the person there; `wanted` says who may confirm. */
export interface ConfirmerNotPlaced {
  readonly type: 'ConfirmerNotPlaced'
  readonly person: PersonId
  readonly wanted: ReadonlyArray<ConfirmerKind>
}
/** A9: only a person who was present can say when the service ended. */
export interface NotPresent {
  readonly type: 'NotPresent'
  readonly person: PersonId
}
/** A9: it takes a second person; another registration of the volunteer is none (G2). */
export interface NotASecondPerson {
  readonly type: 'NotASecondPerson'
  readonly person: PersonId
}
/** The stated end is before the last step, in the future, or after what may be confirmed: the planned end and the overrun, or what was captured. */
export interface EndNotPlausible {
  readonly type: 'EndNotPlausible'
  readonly after: Instant
  readonly until: Instant
}
/** The term for it has ended; half-open. */
export interface TermEnded {
  readonly type: 'TermEnded'
  readonly endedAt: Instant
}

export type AssignmentRejection =
  | AheadOfTheClock
  | CaptureTooLate
  | CheckInTooEarly
  | CheckOutIsMissingBy
  | ConfirmerNotPlaced
  | CommandNotAllowed
  | EndNotPlausible
  | InOwnFavour
  | NoSeat
  | NotASecondPerson
  | NotAuthorised
  | NotPresent
  | NotThere
  | NotTheVolunteer
  | NotUnderWay
  | NotYetDue
  | OnlyAProcess
  | OutOfOrder
  | NotTheUnitAbove
  | OutsideJurisdiction
  | PlannedEndPassed
  | PolicyMissing
  | RecordIsVerified
  | SeatNotBoundYet
  | ServiceIsReported
  | ServiceTooLong
  | StartHasCome
  | StartNotReached
  | StillNotCleared
  | SubstituteUnfit
  | TermEnded
  | TooManyBreaks
