/** Where a request for a later due date is answered (O27, G8). */
import type { UnitId } from '@zhiyuan/kernel'
import { isWithin, listAncestors, type UnitTree } from '../../organisation/units/units.read.ts'
import type { Existing, Extension } from './order.state.ts'

/**
 * The nearest unit, by the tree as it is, that is above the one that asked and above the one that works on the order now: no unit grants
 * itself more time, also where the order came up to it after the question. Null where two at the top answer together.
 */
export const findAnsweringUnit = (
  tree: UnitTree,
  { handler }: Pick<Existing, 'handler'>,
  { asker }: Pick<Extension, 'asker'>,
): UnitId | null => listAncestors(tree, handler).find((unit) => unit !== asker && isWithin(tree, asker, unit)) ?? null
