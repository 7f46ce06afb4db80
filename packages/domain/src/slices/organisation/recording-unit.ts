import type { PersonId, UnitId } from '@zhiyuan/kernel'
import { roles } from '../../vocabulary/values.ts'
import { findOpenUnit, listAncestors, listHolders, type UnitTree } from './units/units.read.ts'

/**
 * H16: the unit itself, or the nearest above it that is not closed and where not each person who holds the post of a recorder or clerk is barred.
 * An open unit where no one holds such a post in the ledger has its people from elsewhere, as their sign-in says, and records itself.
 */
export const findRecordingUnit = (tree: UnitTree, unit: UnitId, isBarred: (person: PersonId) => boolean): UnitId => {
  const isLeft = (one: UnitId): boolean => {
    const holders = [roles.recorder, roles.clerk].flatMap((post) => listHolders(tree, one, post))
    return holders.length === 0 || !holders.every(isBarred)
  }
  const nearest = findOpenUnit(tree, unit)
  return [nearest, ...listAncestors(tree, nearest)].find(isLeft) ?? nearest
}
