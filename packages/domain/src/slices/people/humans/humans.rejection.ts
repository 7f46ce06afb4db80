import type { PersonId } from '@zhiyuan/kernel'
import type {
  InOwnFavour,
  NotAuthorised,
  NotAVolunteer,
  NotThere,
  OutsideJurisdiction,
} from '../../../vocabulary/rejections.ts'

/** The person is named twice among those who leave: as the one who continues, or as another. */
export interface LeavesTwice {
  readonly type: 'LeavesTwice'
  readonly person: PersonId
}
/** The survivor is not a registered volunteer, was merged into another, or is the person itself. */
export interface SurvivorUnfit {
  readonly type: 'SurvivorUnfit'
  readonly survivor: PersonId
}
/** The human would have more registrations than an event can name. */
export interface TooManyRegistrations {
  readonly type: 'TooManyRegistrations'
  readonly most: number
}

/** No other person has proposed it: merging and splitting take two (G2). */
export interface NeedsTwoPersons {
  readonly type: 'NeedsTwoPersons'
  readonly command: string
  readonly proposedBy: ReadonlyArray<PersonId>
}

export type HumansRejection =
  | InOwnFavour
  | LeavesTwice
  | NeedsTwoPersons
  | NotAuthorised
  | NotAVolunteer
  | NotThere
  | OutsideJurisdiction
  | SurvivorUnfit
  | TooManyRegistrations
