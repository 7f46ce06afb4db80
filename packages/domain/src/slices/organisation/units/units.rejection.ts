import type { UnitId } from '@zhiyuan/kernel'
import type { BodyId } from '../../../vocabulary/ids.ts'
import type {
  InOwnFavour,
  NotAuthorised,
  NotThere,
  OnlyAProcess,
  OutsideJurisdiction,
  PostNotHeld,
  SameIdOtherContent,
  UnknownBody,
  UnknownUnit,
} from '../../../vocabulary/rejections.ts'
import type { CommandNotAllowed } from '@zhiyuan/kernel'

/** The tree has one root, no cycle, and each level exactly one below its parent (G1). `reserved`: the id is the home outside the tree (G2). */
export interface TreeBroken {
  readonly type: 'TreeBroken'
  readonly unit: UnitId
  readonly because:
    'second-root' | 'unknown-parent' | 'level' | 'cycle' | 'parent-not-open' | 'open-below' | 'root-stays' | 'reserved'
}

/** This body answers for the successor's own records: then no one would answer for either (H3). */
export interface SuccessionCycle {
  readonly type: 'SuccessionCycle'
  readonly body: BodyId
  readonly successor: BodyId
}

export type OrganisationRejection =
  | CommandNotAllowed
  | InOwnFavour
  | NotAuthorised
  | NotThere
  | OnlyAProcess
  | OutsideJurisdiction
  | PostNotHeld
  | SameIdOtherContent
  | SuccessionCycle
  | TreeBroken
  | UnknownBody
  | UnknownUnit
