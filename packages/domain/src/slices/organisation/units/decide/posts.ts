import * as E from 'fp-ts/lib/Either.js'
import { storeRole } from '../../../../vocabulary/values.ts'
import { refuseAppointed, registrationsRead } from '../../registrations.ts'
import type { LeaveOffice, LeavePost, TakePost } from '../units.codec.ts'
import { samePost, type Post } from '../units.state.ts'
import { refuseAdministration, on, findAllowedUnit, type Decision } from './shared.ts'

/** A closed unit gives no new post. A holder keeps the post until leaving it, so that the unit's records can still be ruled on. */
export const takePost = on<TakePost>()({
  reads: (_command, _tree, moment) => ({ registrations: registrationsRead(moment) }),
  decide:
    (command, { registrations }, moment) =>
    (tree): Decision => {
      const { type, unitId, person, office } = command
      const post = storeRole(command.post)
      const held = tree.posts.find(samePost({ unitId, post, person }))
      if (held !== undefined)
        return held.office === office ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: person })
      const unit = findAllowedUnit(tree, command, ['Open', 'Closing'])
      if (E.isLeft(unit)) return unit
      const refusal = refuseAdministration(tree, moment, unitId, type)
      // G7: another administrator appoints an administrator.
      const unfit = refusal ?? refuseAppointed(registrations, moment, person)
      return unfit === null ? E.right([{ type: 'PostTaken', unitId, post, person, office }]) : E.left(unfit)
    },
})

export const leavePost = on<LeavePost>()({
  decide:
    ({ type, unitId, post: name, person }, _found, moment) =>
    (tree): Decision => {
      const post = storeRole(name)
      if (!tree.units.has(unitId)) return E.left({ type: 'UnknownUnit', unit: unitId })
      const same = samePost({ unitId, post, person })
      if (!tree.posts.some(same))
        return tree.left.some(same) ? E.right([]) : E.left({ type: 'PostNotHeld', unit: unitId, post, person })
      const refusal = refuseAdministration(tree, moment, unitId, type)
      return refusal === null ? E.right([{ type: 'PostLeft', unitId, post, person }]) : E.left(refusal)
    },
})

/** G6: posts held ex officio end with the office. */
export const leaveOffice = on<LeaveOffice>()({
  decide:
    ({ type, office, person }, _found, moment) =>
    (tree): Decision => {
      const ofOffice = (one: Post): boolean => one.office === office && one.person === person
      const posts = tree.posts.filter(ofOffice)
      if (posts.length === 0) return tree.left.some(ofOffice) ? E.right([]) : E.left({ type: 'NotThere', id: office })
      for (const { unitId } of posts) {
        const refusal = refuseAdministration(tree, moment, unitId, type)
        if (refusal !== null) return E.left(refusal)
      }
      return E.right([{ type: 'OfficeLeft', office, person }])
    },
})
