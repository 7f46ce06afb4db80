/** A unit that closes passes its needs on (N12, G1). */
import * as E from 'fp-ts/lib/Either.js'
import type { UnitId } from '@zhiyuan/kernel'
import {
  findBodyOfUnit,
  findCertifier,
  findUnit,
  findUnitOfBody,
  listAncestors,
  unitsRead,
  type UnitTree,
} from '../../../organisation/units/units.read.ts'
import type { PassNeedOn } from '../need.codec.ts'
import { findPending, isUnderWay, relist } from './move.ts'
import { copyOpened, onProcess } from './shared.ts'

/** The registered successor, where it is an open unit; otherwise the nearest open unit above. */
const findHeir = (tree: UnitTree, unit: UnitId): UnitId | null => {
  const isOpen = (one: UnitId): boolean => findUnit(tree, one)?.status === 'Open'
  const successor = findUnitOfBody(tree, findCertifier(tree, findBodyOfUnit(unit)))
  if (successor !== null && successor !== unit && isOpen(successor)) return successor
  return listAncestors(tree, unit).find(isOpen) ?? null
}

/** N12: without a ruling, from that day. */
export const passNeedOn = onProcess<PassNeedOn>()({
  reads: (_command, _state, { jurisdiction }) => ({ tree: unitsRead(jurisdiction) }),
  about: ({ from, reason }, state, { tree }) => {
    if (state.type === 'None' || state.owner !== from || !isUnderWay(state)) return null
    const to = findHeir(tree, from)
    return to === null ? null : { to, reason, state }
  },
  then: ({ to, reason, state }, { tree }) =>
    E.right([
      { type: 'NeedPassedOn', ...copyOpened(state), from: state.owner, to, reason, pending: findPending(state) },
      ...relist(state, to, tree),
    ]),
})
