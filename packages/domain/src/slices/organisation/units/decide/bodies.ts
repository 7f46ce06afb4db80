/** Bodies other than units, and the successors that answer for a body's records (H3). */
import * as E from 'fp-ts/lib/Either.js'
import type { RegisterBody, SucceedBody } from '../units.codec.ts'
import { findCertifier, findUnitOfBody } from '../units.read.ts'
import { refuseAdministration, on, findAllowedUnit, type Decision } from './shared.ts'

export const registerBody = on<RegisterBody>()({
  decide:
    (command, _found, moment) =>
    (tree): Decision => {
      const { type, bodyId, unitId, name } = command
      const there = tree.bodies.get(bodyId)
      if (there?.unitId === unitId && there.name === name) return E.right([])
      if (findUnitOfBody(tree, bodyId) !== null) return E.left({ type: 'SameIdOtherContent', id: bodyId })
      const unit = findAllowedUnit(tree, command, ['Open', 'Closing'])
      if (E.isLeft(unit)) return unit
      const refusal = refuseAdministration(tree, moment, unitId, type)
      return refusal === null ? E.right([{ type: 'BodyRegistered', bodyId, unitId, name }]) : E.left(refusal)
    },
})

/** By an administrator of both bodies, since the successor takes on a duty. Once for a body, and never in a circle. */
export const succeedBody = on<SucceedBody>()({
  decide:
    ({ type, bodyId, successor }, _found, moment) =>
    (tree): Decision => {
      const from = findUnitOfBody(tree, bodyId)
      const to = findUnitOfBody(tree, successor)
      if (from === null) return E.left({ type: 'UnknownBody', body: bodyId })
      if (to === null) return E.left({ type: 'UnknownBody', body: successor })
      if (tree.successors.get(bodyId) === successor) return E.right([])
      if (tree.successors.has(bodyId)) return E.left({ type: 'SameIdOtherContent', id: bodyId })
      if (findCertifier(tree, successor) === bodyId) return E.left({ type: 'SuccessionCycle', body: bodyId, successor })
      const refusal = refuseAdministration(tree, moment, from, type) ?? refuseAdministration(tree, moment, to, type)
      return refusal === null ? E.right([{ type: 'BodySucceeded', bodyId, successor }]) : E.left(refusal)
    },
})
