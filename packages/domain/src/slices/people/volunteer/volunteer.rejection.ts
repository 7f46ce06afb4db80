import type { CommandNotAllowed, PersonId, UnitId } from '@zhiyuan/kernel'
import type { VolunteerNo } from '../../../vocabulary/ids.ts'
import type {
  InOwnFavour,
  MergedInto,
  NotAuthorised,
  OnlyAProcess,
  OutsideJurisdiction,
  NotThere,
  SameIdOtherContent,
  UnknownUnit,
} from '../../../vocabulary/rejections.ts'
import type { AgeBand } from './volunteer.codec.ts'

/** G2: a number is given to one person, once. */
export interface NumberTaken {
  readonly type: 'NumberTaken'
  readonly number: VolunteerNo
}
/** G2: the person has another number. */
export interface HasNumber {
  readonly type: 'HasNumber'
  readonly person: PersonId
  readonly number: VolunteerNo
}
/** G2: a registration rests on the number, so it is not released. */
export interface NumberInUse {
  readonly type: 'NumberInUse'
  readonly number: VolunteerNo
  readonly person: PersonId
}
/** An officer of the home unit or above has to claim the number for this person first. `unit`: where it was claimed, if it was. */
export interface NumberNotClaimed {
  readonly type: 'NumberNotClaimed'
  readonly number: VolunteerNo
  readonly unit: UnitId | null
}
/** A6: towards adult a band changes by the date of birth in the vault, or by an officer who has seen a document. */
export interface AgeNotProven {
  readonly type: 'AgeNotProven'
  readonly from: AgeBand
  readonly to: AgeBand
}

export type NumberRejection =
  | CommandNotAllowed
  | HasNumber
  | InOwnFavour
  | NotAuthorised
  | NumberInUse
  | NumberTaken
  | OnlyAProcess
  | OutsideJurisdiction
export type VolunteerRejection =
  | AgeNotProven
  | CommandNotAllowed
  | InOwnFavour
  | MergedInto
  | NotAuthorised
  | NumberNotClaimed
  | OnlyAProcess
  | OutsideJurisdiction
  | NotThere
  | SameIdOtherContent
  | UnknownUnit
