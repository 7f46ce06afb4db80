/** Who holds an office over the unit of a need (N15). */
import type { Moment, UnitId } from '@zhiyuan/kernel'
import { isOffice } from '../../../vocabulary/values.ts'
import { listAncestors, type UnitTree } from '../../organisation/units/units.read.ts'
import { isSameHuman, type Humans } from '../../people/humans/humans.read.ts'

/** Whether the acting person acts in an office at the unit or above, or holds a post there, under any registration. */
export const holdsOffice = (
  { tree, humans }: { readonly tree: UnitTree; readonly humans: Humans },
  { actor }: Pick<Moment, 'actor'>,
  unit: UnitId,
): boolean => {
  if (actor.type !== 'person') return false
  const places = [unit, ...listAncestors(tree, unit)]
  if (isOffice(actor.role) && places.includes(actor.unit)) return true
  return tree.posts.some(
    ({ unitId, post, person }) =>
      isOffice(post) && places.includes(unitId) && isSameHuman(humans, person, actor.person),
  )
}
