import type { CommandNotAllowed, Instant, PersonId } from '@zhiyuan/kernel'
import type { Occasion } from '../../../vocabulary/occasion.ts'
import type {
  NotAuthorised,
  NotThere,
  NotYetDue,
  OnlyAProcess,
  OutsideJurisdiction,
  PolicyMissing,
} from '../../../vocabulary/rejections.ts'
import type { Code } from '../../../vocabulary/values.ts'

/** Only the volunteer does this, for nobody else (A1). */
export interface NotTheVolunteer {
  readonly type: 'NotTheVolunteer'
  readonly volunteer: PersonId
}
/** A6: what kept the assignment from being cleared is still so. */
export interface StillNotCleared {
  readonly type: 'StillNotCleared'
  readonly reason: Code
}
/** The occasion does not count on the volunteer: it is not scheduled or under way, or the seat is gone. */
export interface NotUnderWay {
  readonly type: 'NotUnderWay'
  readonly occasion: Occasion
  /** The state of the order, whichever round it is in by now. */
  readonly state: string
}
/** It reached the log too late to count as captured; `until` is half-open. What happened is then a backfill. */
export interface CaptureTooLate {
  readonly type: 'CaptureTooLate'
  readonly until: Instant
}
/** Further before the planned start than a missing check-out is noted after the planned end. */
export interface CheckInTooEarly {
  readonly type: 'CheckInTooEarly'
  readonly plannedStart: Instant
}
/** It happened when the check-out was missing already (A9). */
export interface CheckOutIsMissingBy {
  readonly type: 'CheckOutIsMissingBy'
  readonly missingAt: Instant
}
/** It did not happen after the step before it. */
export interface OutOfOrder {
  readonly type: 'OutOfOrder'
  readonly after: Instant
}
/** More than a record holds: 100,000 minutes. */
export interface ServiceTooLong {
  readonly type: 'ServiceTooLong'
}
/** More breaks than a record holds: 49. */
export interface TooManyBreaks {
  readonly type: 'TooManyBreaks'
}
/** A8: before the planned start one withdraws; from then on one comes, is excused, or is absent. */
export interface StartHasCome {
  readonly type: 'StartHasCome'
  readonly plannedStart: Instant
}
/** A8: nobody is absent before the planned start. */
export interface StartNotReached {
  readonly type: 'StartNotReached'
  readonly plannedStart: Instant
}
/** The one named to come instead is no other member of the team. */
export interface SubstituteUnfit {
  readonly type: 'SubstituteUnfit'
  readonly by: PersonId
}
/** A9: only who was present can say when it ended. */
export interface NotPresent {
  readonly type: 'NotPresent'
  readonly person: PersonId
}
/** A9: a second person, under whichever number. */
export interface NotASecondPerson {
  readonly type: 'NotASecondPerson'
  readonly person: PersonId
}
/** The end that was said is not after the last step, still to come, or more than a day after that step and after the planned end. */
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
  | CaptureTooLate
  | CheckInTooEarly
  | CheckOutIsMissingBy
  | CommandNotAllowed
  | EndNotPlausible
  | NotASecondPerson
  | NotAuthorised
  | NotPresent
  | NotThere
  | NotTheVolunteer
  | NotUnderWay
  | NotYetDue
  | OnlyAProcess
  | OutOfOrder
  | OutsideJurisdiction
  | PolicyMissing
  | ServiceTooLong
  | StartHasCome
  | StartNotReached
  | StillNotCleared
  | SubstituteUnfit
  | TermEnded
  | TooManyBreaks
