import { organisation, type UnitTree } from '@zhiyuan/domain/organisation'
import { addRule } from '@zhiyuan/kernel'

/** How many villages one township of our county may have. */
export const mostVillages = 2

export interface TownshipFull {
  readonly type: 'TownshipFull'
  readonly most: number
}

/** The villages of the township that has most. */
export const countVillages = (tree: UnitTree): number => {
  const townships = [...tree.units.values()].filter(({ level }) => level === 'village').map(({ parent }) => parent)
  return Math.max(0, ...townships.map((one) => townships.filter((other) => other === one).length))
}

/** The unit tree with a rule of our county: no command brings more villages under a township than it may have. */
export const ownUnits = addRule(organisation, (events, tree): TownshipFull | null => {
  const after = events.reduce(organisation.decider.fold.evolve, tree)
  return countVillages(after) > mostVillages ? { type: 'TownshipFull', most: mostVillages } : null
})
