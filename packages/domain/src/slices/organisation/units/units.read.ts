/** What others may read of the unit tree and its posts. */
import {
  streamRead,
  type Actor,
  type Jurisdiction,
  type PersonId,
  type StreamName,
  type StreamRead,
  type UnitId,
} from '@zhiyuan/kernel'
import type { BodyId } from '../../../vocabulary/ids.ts'
import { actsAs, type roles } from '../../../vocabulary/values.ts'
import { unitsFold, type Unit, type UnitTree } from './units.state.ts'

export type { Unit, UnitTree } from './units.state.ts'
export { unitsFold } from './units.state.ts'

export const unitsStream = (jurisdiction: Jurisdiction): StreamName => `units-${jurisdiction}`
export const unitsRead = (jurisdiction: Jurisdiction): StreamRead<UnitTree> =>
  streamRead(unitsStream(jurisdiction), unitsFold)

export const findUnit = (tree: UnitTree, unit: UnitId): Unit | null => tree.units.get(unit) ?? null
export const findParent = (tree: UnitTree, unit: UnitId): UnitId | null => tree.units.get(unit)?.parent ?? null

/** What a command calls a home outside the tree (G2). No unit has this id. */
export const outsideHome = 'outside'

/** The units above, nearest first. Total even on a tree with a cycle, which `decide` never allows. */
export const listAncestors = (tree: UnitTree, unit: UnitId): ReadonlyArray<UnitId> => {
  const above: UnitId[] = []
  let parent = findParent(tree, unit)
  while (parent !== null && !above.includes(parent) && above.length < 16) {
    above.push(parent)
    parent = findParent(tree, parent)
  }
  return above
}

/** Whether a unit is the area itself or below it. */
export const isWithin = (tree: UnitTree, unit: UnitId, area: UnitId): boolean =>
  tree.units.has(unit) && (unit === area || listAncestors(tree, unit).includes(area))

/** The lowest unit that has all of them below it or is it. */
export const findJointUnit = (tree: UnitTree, units: ReadonlyArray<UnitId>): UnitId | null => {
  const [first] = units
  if (first === undefined) return null
  return [first, ...listAncestors(tree, first)].find((area) => units.every((one) => isWithin(tree, one, area))) ?? null
}

/** Steps from one unit to another along the tree. */
export const treeDistance = (tree: UnitTree, a: UnitId, b: UnitId): number => {
  const pathA = [a, ...listAncestors(tree, a)]
  const pathB = [b, ...listAncestors(tree, b)]
  const met = pathA.findIndex((unit) => pathB.includes(unit))
  const common = pathA[met]
  return common === undefined ? pathA.length + pathB.length : met + pathB.indexOf(common)
}

/** H16: no one has an office at a closed unit. What is left to do there the unit above does, or the successor of the body. */
export const isClosed = (tree: UnitTree, unit: UnitId): boolean => findUnit(tree, unit)?.status === 'Closed'

/** The unit, or the nearest above it that is not closed. */
export const findOpenUnit = (tree: UnitTree, unit: UnitId): UnitId =>
  [unit, ...listAncestors(tree, unit)].find((one) => !isClosed(tree, one)) ?? unit

/** G4: whether a person holds one of the roles at the unit concerned or above it. */
export const hasAuthority = (
  tree: UnitTree,
  actor: Actor,
  unit: UnitId,
  ...allowed: ReadonlyArray<(typeof roles)[keyof typeof roles]>
): boolean =>
  actor.type === 'person' &&
  actsAs(actor.role, ...allowed) &&
  isWithin(tree, unit, actor.unit) &&
  !isClosed(tree, actor.unit)

/** The people who hold a post at a unit; none at a closed one (H16). */
export const listHolders = (tree: UnitTree, unit: UnitId, role: string): ReadonlyArray<PersonId> =>
  isClosed(tree, unit)
    ? []
    : tree.posts.filter(({ unitId, post }) => unitId === unit && post === role).map(({ person }) => person)

/** The unit that a body is, or to which it belongs. */
export const findUnitOfBody = (tree: UnitTree, body: BodyId): UnitId | null => {
  const registered = tree.bodies.get(body)
  if (registered !== undefined) return registered.unitId
  return tree.units.get(body as string as UnitId)?.unitId ?? null
}

export const findBodyOfUnit = (unit: UnitId): BodyId => unit as string as BodyId

/** The body that answers for a body's records today: itself, or its registered successor (H3). */
export const findCertifier = (tree: UnitTree, body: BodyId): BodyId => {
  const seen = new Set<BodyId>([body])
  let current = body
  for (
    let next = tree.successors.get(current);
    next !== undefined && !seen.has(next);
    next = tree.successors.get(current)
  ) {
    seen.add(next)
    current = next
  }
  return current
}
