/** The star authority at the top of the tree never decides about its own star (W2). */
import type { Moment } from '@zhiyuan/kernel'
import { refuseAuthority } from '../../../organisation/authority.ts'
import { unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { humansRead, type Humans } from '../../../people/humans/humans.read.ts'
import { refuseByRow } from '../../../people/own-favour.ts'
import type { StarCommand } from '../star.codec.ts'
import type { StarRejection } from '../star.rejection.ts'
import { starRoles } from '../star.roles.ts'
import type { StarState } from '../star.state.ts'

export const unitAndHumanReads = (_command: StarCommand, _state: StarState, { jurisdiction }: Moment) => ({
  tree: unitsRead(jurisdiction),
  humans: humansRead(jurisdiction),
})

/** The unit tree, and which registrations are one human. */
export interface Authority {
  readonly tree: UnitTree
  readonly humans: Humans
}

type OfAuthority = Exclude<keyof typeof starRoles, 'ApplyForStar' | 'RaiseObjection'>

/** The human of the star decides nothing about it, under any registration (G2, G7). */
export const refuseStarAuthority = (
  { tree, humans }: Authority,
  { actor }: Moment,
  { type, volunteer }: Extract<StarCommand, { readonly type: OfAuthority }>,
): StarRejection | null => {
  if (tree.root === null) return { type: 'NotAuthorised', command: type }
  const row = starRoles[type]
  return (
    refuseAuthority(tree, actor, { command: type, unit: tree.root, roles: row.roles }) ??
    refuseByRow(row, { humans, actor }, { applicant: [volunteer] })
  )
}
