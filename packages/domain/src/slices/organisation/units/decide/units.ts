/** G1: one root, no cycle, each level one below its parent; a unit closes with nothing open. */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type UnitId } from '@zhiyuan/kernel'
import type { BodyId } from '../../../../vocabulary/ids.ts'
import type { UnitLevel } from '../../../../vocabulary/values.ts'
import type { BeginClosingUnit, CloseUnit, MoveUnit, OpenUnit, RenameUnit } from '../units.codec.ts'
import { isWithin, outsideHome } from '../units.read.ts'
import type { TreeBroken } from '../units.rejection.ts'
import type { UnitTree } from '../units.state.ts'
import { refuseAdministration, on, onProcess, findAllowedUnit, type Decision } from './shared.ts'

const levelBelow: Readonly<Record<UnitLevel, UnitLevel | null>> = {
  city: 'township',
  township: 'village',
  village: null,
}
const refuseBroken = (unit: UnitId, because: TreeBroken['because']): Decision =>
  E.left({ type: 'TreeBroken', unit, because })

const parentFault = (
  tree: UnitTree,
  unit: UnitId,
  level: UnitLevel,
  parent: UnitId | null,
): TreeBroken['because'] | null => {
  if (parent === null) return tree.root !== null ? 'second-root' : level === 'city' ? null : 'level'
  const above = tree.units.get(parent)
  if (above === undefined) return 'unknown-parent'
  if (isWithin(tree, parent, unit)) return 'cycle'
  if (levelBelow[above.level] !== level) return 'level'
  return above.status === 'Open' ? null : 'parent-not-open'
}

/** A unit is also a body of the same id, so a registered body must not have that id. */
export const openUnit = on<OpenUnit>()({
  decide:
    (command, _found, moment) =>
    (tree): Decision => {
      const { unitId, level, parent, name, code } = command
      const there = tree.units.get(unitId)
      if (there !== undefined) {
        const same = sameContent(
          { level: there.level, code: there.code, ...there.opened },
          { level, code, parent, name },
        )
        return same ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: unitId })
      }
      if (tree.bodies.has(unitId as string as BodyId)) return E.left({ type: 'SameIdOtherContent', id: unitId })
      if ((unitId as string) === outsideHome) return refuseBroken(unitId, 'reserved')
      const fault = parentFault(tree, unitId, level, parent)
      if (fault !== null) return refuseBroken(unitId, fault)
      const refusal = refuseAdministration(tree, moment, parent ?? unitId, command.type)
      if (refusal !== null) return E.left(refusal)
      return E.right([{ type: 'UnitOpened', unitId, level, parent, name, code }])
    },
})

/** The unit refuses new orders from now on. The root never closes: an order that slips into a closing unit needs a parent to pass to. */
export const beginClosingUnit = on<BeginClosingUnit>()({
  decide:
    (command, _found, moment) =>
    (tree): Decision => {
      const { type, unitId } = command
      const unit = findAllowedUnit(tree, command, ['Open', 'Closing'])
      if (E.isLeft(unit)) return unit
      if (unit.right.status === 'Closing') return E.right([])
      if (unit.right.parent === null) return refuseBroken(unitId, 'root-stays')
      const refusal = refuseAdministration(tree, moment, unitId, type)
      return refusal === null ? E.right([{ type: 'UnitClosingBegan', unitId }]) : E.left(refusal)
    },
})

/**
 * Sent by the process that counts what is open at the unit, when nothing is. A handler cannot count orders, since each is a stream of its
 * own. An order that slips in after the count passes to the parent, by a process too.
 */
export const closeUnit = onProcess<CloseUnit>()({
  about: (command, tree) => (tree.units.get(command.unitId)?.status === 'Closed' ? null : { command, tree }),
  then: ({ command, tree }): Decision => {
    const { unitId } = command
    const unit = findAllowedUnit(tree, command, ['Closing'])
    if (E.isLeft(unit)) return unit
    const openBelow = [...tree.units.values()].some((one) => one.parent === unitId && one.status !== 'Closed')
    return openBelow
      ? refuseBroken(unitId, 'open-below')
      : E.right([{ type: 'UnitClosed', unitId, parent: unit.right.parent }])
  },
})

/** By an administrator of both the old parent and the new one. */
export const moveUnit = on<MoveUnit>()({
  decide:
    (command, _found, moment) =>
    (tree): Decision => {
      const { type, unitId, parent } = command
      const unit = findAllowedUnit(tree, command, ['Open'])
      if (E.isLeft(unit)) return unit
      if (unit.right.parent === parent) return E.right([])
      const fault = parentFault(tree, unitId, unit.right.level, parent)
      if (fault !== null) return refuseBroken(unitId, fault)
      const refusal =
        refuseAdministration(tree, moment, unit.right.parent ?? unitId, type) ??
        refuseAdministration(tree, moment, parent, type)
      return refusal === null ? E.right([{ type: 'UnitMoved', unitId, parent }]) : E.left(refusal)
    },
})

export const renameUnit = on<RenameUnit>()({
  decide:
    (command, _found, moment) =>
    (tree): Decision => {
      const { type, unitId, name } = command
      const unit = findAllowedUnit(tree, command, ['Open'])
      if (E.isLeft(unit)) return unit
      if (unit.right.name === name) return E.right([])
      const refusal = refuseAdministration(tree, moment, unitId, type)
      return refusal === null ? E.right([{ type: 'UnitRenamed', unitId, name }]) : E.left(refusal)
    },
})
