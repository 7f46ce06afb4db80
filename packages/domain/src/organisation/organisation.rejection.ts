import type { PersonId, Role, UnitId } from '@zhiyuan/kernel'
import type { BodyId } from '../ids.ts'
import type { NotAuthorised, NotThere, OutsideJurisdiction, SameIdOtherContent, UnknownUnit } from '../rejections.ts'
import type { CommandNotAllowed } from '@zhiyuan/kernel'

/** The tree has one root, no cycle, and each level exactly one below its parent (G1). */
export interface TreeBroken {
  readonly type: 'TreeBroken'
  readonly unit: UnitId
  readonly because: 'second-root' | 'unknown-parent' | 'level' | 'cycle' | 'parent-not-open' | 'open-below'
}

/** The post is held by somebody else's doing: nobody of that name holds it. */
export interface PostNotHeld {
  readonly type: 'PostNotHeld'
  readonly unit: UnitId
  readonly post: Role
  readonly person: PersonId
}

export interface UnknownBody {
  readonly type: 'UnknownBody'
  readonly body: BodyId
}

export type OrganisationRejection =
  | CommandNotAllowed
  | NotAuthorised
  | NotThere
  | OutsideJurisdiction
  | PostNotHeld
  | SameIdOtherContent
  | TreeBroken
  | UnknownBody
  | UnknownUnit
