import * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, type CommandNotAllowed, type Moment, type UnitId } from '@zhiyuan/kernel'
import { refuseAuthority } from '../../authority.ts'
import { handlerKit } from '../../handler-kit.ts'
import type { UnknownUnit } from '../../../../vocabulary/rejections.ts'
import { actsAs } from '../../../../vocabulary/values.ts'
import type { OrganisationCommand, OrganisationEvent } from '../units.codec.ts'
import type { OrganisationRejection } from '../units.rejection.ts'
import { unitRoles } from '../units.roles.ts'
import type { Unit, UnitTree } from '../units.state.ts'

export type Decision = E.Either<OrganisationRejection, ReadonlyArray<OrganisationEvent>>
/** The tree always exists: a command that names an unknown unit is refused with that name. */
export const { on, onProcess } = handlerKit<OrganisationCommand, UnitTree, OrganisationEvent, OrganisationRejection>({
  isAbsent: () => false,
  notAllowed: (_tree, { type }) => ({ type: 'NotAuthorised', command: type }),
})

/** The administrator of the unit or above it; before there is a root, any administrator. */
export const refuseAdministration = (
  tree: UnitTree,
  { actor }: Moment,
  unit: UnitId,
  command: keyof typeof unitRoles,
): OrganisationRejection | null =>
  tree.root === null && actor.type === 'person' && actsAs(actor.role, ...unitRoles[command].roles)
    ? null
    : refuseAuthority(tree, actor, { command, unit, roles: unitRoles[command].roles })

/** The unit, if it is known and in a state that allows the command. */
export const findAllowedUnit = (
  tree: UnitTree,
  { type, unitId }: { readonly type: string; readonly unitId: UnitId },
  allowed: ReadonlyArray<Unit['status']>,
): E.Either<UnknownUnit | CommandNotAllowed, Unit> => {
  const unit = tree.units.get(unitId)
  if (unit === undefined) return E.left({ type: 'UnknownUnit', unit: unitId })
  return allowed.includes(unit.status) ? E.right(unit) : E.left(commandNotAllowed(unit.status, type))
}
