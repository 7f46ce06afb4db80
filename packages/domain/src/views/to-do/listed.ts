/** What waits at a unit for the unit above it is on the lists from that one upwards (G8). */
import type { PersonId, UnitId } from '@zhiyuan/kernel'
import { burstRoles } from '../../slices/hours/burst/burst.roles.ts'
import { watchRoles } from '../../slices/hours/watch/watch.roles.ts'
import { listFreeHolders } from '../../slices/organisation/unit-above.ts'
import {
  findJointUnit,
  findUnit,
  isWithin,
  listAncestors,
  type UnitTree,
} from '../../slices/organisation/units/units.read.ts'
import { findAnsweringUnit, isUnserved, type OrderState } from '../../slices/requests/order/order.read.ts'
import type { RoleName } from '../../vocabulary/values.ts'
import type { PlacedRow } from './query.ts'
import type { Place, Waits } from './row.ts'

/** The posts that rule on what waits at a unit for the unit above it. */
const postsAbove: Readonly<Partial<Record<Waits, ReadonlyArray<RoleName>>>> = {
  burst: burstRoles.RuleBurst.roles,
  hurry: watchRoles.SeeHurry.roles,
  vouching: watchRoles.SeeVouching.roles,
}

/** The nearest unit above all of these with a holder of one of the posts without a part in it; at the top, or where there is none, the top. */
const findRulingUnit = (
  tree: UnitTree,
  units: ReadonlyArray<UnitId>,
  posts: ReadonlyArray<RoleName>,
  hasPart: (person: PersonId) => boolean,
): UnitId | null => {
  const below = findJointUnit(tree, units)
  const above = below === null ? [] : listAncestors(tree, below)
  return above.find((one) => listFreeHolders(tree, one, posts, hasPart).length > 0) ?? tree.root
}

const listUnits = (tree: UnitTree, { place, row: { details } }: PlacedRow): ReadonlyArray<UnitId> => {
  const unit = findUnit(tree, place as UnitId)
  return details.units ?? (unit === null ? [] : [unit.unitId])
}

/** Leaves out what waits at the unit, or at one below, for a unit above it: no one on this list may rule on it (H12). */
export const keepListed = (tree: UnitTree, unit: UnitId, rows: ReadonlyArray<PlacedRow>): ReadonlyArray<PlacedRow> =>
  rows.filter((placed) => {
    const { waits, subject } = placed.row
    const posts = waits === null ? undefined : postsAbove[waits]
    if (posts === undefined) return true
    // Who vouched may hold a post above as well.
    const vouches = (person: PersonId): boolean => subject?.type === 'vouching' && subject.person === person
    const ruling = findRulingUnit(tree, listUnits(tree, placed), posts, vouches)
    return ruling !== null && isWithin(tree, ruling, unit)
  })

/**
 * Where an order's request for a later due date waits by the tree as it is: at the unit that may answer, at the top where two do (O27, G8). Null
 * where it waits no more: it was answered, or the order was cancelled, served or has ended, so that no due date is left to move.
 */
export const placeExtension = (tree: UnitTree, order: OrderState): Place | null =>
  isUnserved(order) && order.extension?.answer === 'open'
    ? (findAnsweringUnit(tree, order, order.extension) ?? tree.root)
    : null
