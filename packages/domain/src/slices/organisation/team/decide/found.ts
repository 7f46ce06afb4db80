import * as E from 'fp-ts/lib/Either.js'
import { sameContent } from '@zhiyuan/kernel'
import { refuseAuthority } from '../../authority.ts'
import { policyRead } from '../../policy/policy.read.ts'
import { refuseAppointed, registrationsRead } from '../../registrations.ts'
import { findUnit, findUnitOfBody, unitsRead } from '../../units/units.read.ts'
import { refuseSpecialties } from '../specialty.read.ts'
import type { FoundTeam } from '../team.codec.ts'
import { teamRoles } from '../team.roles.ts'
import { on, type Decision } from './shared.ts'

export const foundTeam = on<FoundTeam>()({
  reads: (_command, _state, moment) => ({
    tree: unitsRead(moment.jurisdiction),
    policies: policyRead(moment.jurisdiction),
    registrations: registrationsRead(moment),
  }),
  decide:
    (command, { tree, policies, registrations }, moment) =>
    (state): Decision => {
      const { teamId, name, kind, unitId, bodyId, specialties, leader, open } = command
      const founded = { teamId, name, kind, unitId, bodyId, specialties, leader, open }
      if (state.type !== 'None')
        return sameContent(state.founded, founded) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: teamId })
      if (findUnit(tree, unitId)?.status !== 'Open') return E.left({ type: 'UnknownUnit', unit: unitId })
      const refusal = refuseAuthority(tree, moment.actor, {
        command: command.type,
        unit: unitId,
        roles: teamRoles.FoundTeam.roles,
      })
      // G7: another officer appoints a leader who is one.
      const unfit = refusal ?? refuseAppointed(registrations, moment, leader)
      if (unfit !== null) return E.left(unfit)
      if (findUnitOfBody(tree, bodyId) === null) return E.left({ type: 'BodyNotRegistered', body: bodyId })
      const unknown = refuseSpecialties(policies, moment, specialties)
      if (unknown !== null) return E.left(unknown)
      return E.right([{ type: 'TeamFounded', ...founded, foundedAt: moment.now }])
    },
})
