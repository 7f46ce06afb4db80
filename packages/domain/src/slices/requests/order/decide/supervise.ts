/** 督办: an order that is unserved for long stands above those who have handled it (O16). */
import * as E from 'fp-ts/lib/Either.js'
import type { UnitId } from '@zhiyuan/kernel'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { findParent, listAncestors, unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import type { SuperviseOrder } from '../order.codec.ts'
import type { Existing } from '../order.state.ts'
import { copyKeys, findSupervision, isUnserved, onTimer } from './shared.ts'

/** The highest unit of the round; of two at one level the later one. */
const findHighest = (tree: UnitTree, { handled, handler }: Existing): UnitId =>
  handled.reduce(
    (best, unit) => (listAncestors(tree, unit).length <= listAncestors(tree, best).length ? unit : best),
    handler,
  )

export const superviseOrder = onTimer<SuperviseOrder>()({
  reads: (command, state, moment) => ({
    ...policyReads(command, state, moment),
    tree: unitsRead(moment.jurisdiction),
  }),
  running: ({ round, dueAt: setFor }, state, { policies }) => {
    if (!isUnserved(state) || state.round !== round || state.supervisor !== null) return null
    const dueAt = findSupervision(policies, state)
    return dueAt === null ? null : { dueAt, setFor, state }
  },
  end: ({ dueAt, setFor, state }, { tree }) => {
    const highest = findHighest(tree, state)
    const above = findParent(tree, highest)
    const supervision = { owner: state.owner, supervisor: above ?? highest, byAssessor: above === null, dueAt, setFor }
    return E.right([{ type: 'SupervisionBegan', ...copyKeys(state), ...supervision }])
  },
})
