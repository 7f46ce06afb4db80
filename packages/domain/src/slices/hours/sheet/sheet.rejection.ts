import type { CommandNotAllowed, PersonId, UnitId } from '@zhiyuan/kernel'
import type { BodyId, SheetId, TeamId } from '../../../vocabulary/ids.ts'
import type {
  InOwnFavour,
  MergedInto,
  NotAVolunteer,
  NotAuthorised,
  NotThere,
  OutsideJurisdiction,
  PolicyMissing,
  PostNotHeld,
  SameIdOtherContent,
  SecondLookRuns,
  UnknownBody,
  UnknownSpecialty,
  UnknownUnit,
} from '../../../vocabulary/rejections.ts'
import type { RulingId } from '../../organisation/proposal/proposal.codec.ts'

/** H13: what a line says cannot be. Lines count from 1. */
export interface LineUnfit {
  readonly type: 'LineUnfit'
  readonly line: number
  readonly because:
    'not-rising' | 'overlaps' | 'too-long' | 'in-future' | 'minutes-differ' | 'nothing-served' | 'span-too-long'
}
/** H14: a person stands on a sheet once, under any registration (G2). */
export interface OnTheSheetTwice {
  readonly type: 'OnTheSheetTwice'
  readonly person: PersonId
}
/** H7: the person who enters a sheet or answers for it is none of those on it. */
export interface OnTheOwnSheet {
  readonly type: 'OnTheOwnSheet'
  readonly person: PersonId
  readonly as: 'recorder' | 'responsible'
}
/** H3: only the organiser's body enters its sheets. Null where no team served that round. */
export interface SheetOfAnotherBody {
  readonly type: 'SheetOfAnotherBody'
  readonly bodyId: BodyId
  readonly organiser: BodyId | null
}
/** H3: the team did not serve in that round. */
export interface SheetOfAnotherTeam {
  readonly type: 'SheetOfAnotherTeam'
  readonly teamId: TeamId | null
}
/** O12: the session was published by another host. */
export interface SheetOfAnotherHost {
  readonly type: 'SheetOfAnotherHost'
  readonly host: UnitId
}
/** H14: the sheet has not yet taken its place behind the other lists of its occasion. A process sees to it; then it is sent again. */
export interface SheetNotYetNoted {
  readonly type: 'SheetNotYetNoted'
  readonly sheetId: SheetId
}
/** H7: the person who entered a sheet or answers for it does not rule on it. */
export interface RulesOwnSheet {
  readonly type: 'RulesOwnSheet'
  readonly person: PersonId
}
/**
 * H14, H16, G8: another unit approves: `certifier`, and the lines stay `manual`, or `ruler`, the unit above. `propose` names the ruling to
 * propose first where two rule together at the top.
 */
export interface NotTheSheetsApprover {
  readonly type: 'NotTheSheetsApprover'
  readonly person: PersonId
  readonly certifier: UnitId | null
  readonly ruler: UnitId | null
  readonly propose: RulingId | null
  /** Who has proposed it in vain (G8). */
  readonly inVain: ReadonlyArray<PersonId>
}
/** Exactly this was entered before, and was returned. */
export interface SheetReturnedBefore {
  readonly type: 'SheetReturnedBefore'
}

export type SheetRejection =
  | CommandNotAllowed
  | InOwnFavour
  | LineUnfit
  | MergedInto
  | NotAVolunteer
  | NotAuthorised
  | NotThere
  | NotTheSheetsApprover
  | OnTheOwnSheet
  | OnTheSheetTwice
  | OutsideJurisdiction
  | PolicyMissing
  | PostNotHeld
  | RulesOwnSheet
  | SameIdOtherContent
  | SecondLookRuns
  | SheetNotYetNoted
  | SheetOfAnotherBody
  | SheetOfAnotherHost
  | SheetOfAnotherTeam
  | SheetReturnedBefore
  | UnknownBody
  | UnknownSpecialty
  | UnknownUnit
