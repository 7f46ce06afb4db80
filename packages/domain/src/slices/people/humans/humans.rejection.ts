import type { PersonId } from '@zhiyuan/kernel'
import type { NotAuthorised, NotAVolunteer, OutsideJurisdiction } from '../../../vocabulary/rejections.ts'

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

export type HumansRejection = NotAuthorised | NotAVolunteer | OutsideJurisdiction | SurvivorUnfit | TooManyRegistrations
