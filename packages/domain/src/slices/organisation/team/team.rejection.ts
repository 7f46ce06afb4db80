import type { CommandNotAllowed, PersonId } from '@zhiyuan/kernel'
import type { BodyId } from '../../../vocabulary/ids.ts'
import type {
  InOwnFavour,
  NotAuthorised,
  OutsideJurisdiction,
  NotThere,
  SameIdOtherContent,
  UnknownSpecialty,
  UnknownUnit,
} from '../../../vocabulary/rejections.ts'

/** The body is neither a unit nor registered, so no one could record the team's service (H3). */
export interface BodyNotRegistered {
  readonly type: 'BodyNotRegistered'
  readonly body: BodyId
}
/** The person is not in the team. */
export interface NotAMember {
  readonly type: 'NotAMember'
  readonly person: PersonId
}
/** A team always has a leader: another one takes over first. */
export interface LeaderStays {
  readonly type: 'LeaderStays'
  readonly person: PersonId
}

/** G9: the team is not open; the person asks, and the leader answers. */
export interface NeedsLeader {
  readonly type: 'NeedsLeader'
  /** Null where no one leads. */
  readonly leader: PersonId | null
}

export type TeamRejection =
  | BodyNotRegistered
  | CommandNotAllowed
  | InOwnFavour
  | LeaderStays
  | NeedsLeader
  | NotAMember
  | NotAuthorised
  | OutsideJurisdiction
  | NotThere
  | SameIdOtherContent
  | UnknownSpecialty
  | UnknownUnit
