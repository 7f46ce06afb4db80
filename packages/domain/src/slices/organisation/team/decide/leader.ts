import * as E from 'fp-ts/lib/Either.js'
import { actingPerson } from '../../authority.ts'
import { refuseAppointed, registrationsRead } from '../../registrations.ts'
import type { AcceptLead, ChangeLeader, DeclineLead } from '../team.codec.ts'
import { teamRoles } from '../team.roles.ts'
import { authorised, byManagers, byPerson, isLeader, type Changing, type Decision } from './shared.ts'

const isProposed = ({ state, moment: { actor } }: Changing): boolean =>
  actor.type === 'person' && actor.person === state.proposed

/** G9: a proposal, which the person answers; G7: no one appoints oneself. */
export const changeLeader = authorised<ChangeLeader>()({
  ...byManagers(teamRoles.ChangeLeader),
  done: (command, { leader, proposed }) => leader === command.leader || proposed === command.leader,
  reads: (_command, _state, moment) => ({ registrations: registrationsRead(moment) }),
  decide:
    ({ type, teamId, leader }, { registrations }, moment) =>
    ({ unitId }): Decision => {
      const by = actingPerson(moment)
      if (by === null) return E.left({ type: 'NotAuthorised', command: type })
      const own = refuseAppointed(registrations, moment, leader)
      return own === null
        ? E.right([{ type: 'LeaderProposed', teamId, unitId, leader, by, proposedAt: moment.now }])
        : E.left(own)
    },
})

export const acceptLead = authorised<AcceptLead>()({
  before: (_command, state, moment) =>
    state.type === 'Active' && state.proposed === null && isLeader({ state, moment }) ? E.right([]) : null,
  ...byPerson,
  also: { called: 'the person proposed as leader', is: isProposed },
  decide:
    ({ teamId }, _found, { actor, now: changedAt }) =>
    ({ unitId }): Decision =>
      actor.type === 'person'
        ? E.right([{ type: 'LeaderChanged', teamId, unitId, leader: actor.person, changedAt }])
        : E.left({ type: 'NotAuthorised', command: 'AcceptLead' }),
})

export const declineLead = authorised<DeclineLead>()({
  ...byManagers(teamRoles.DeclineLead),
  also: {
    called: "the team's leader, and the person proposed as leader",
    is: (asked: Changing): boolean => isLeader(asked) || isProposed(asked),
  },
  done: (_command, { proposed }) => proposed === null,
  decide:
    ({ teamId }, _found, moment) =>
    (state): Decision => {
      const { unitId, leader, proposed } = state
      // The first leader may have acted already, so an office proposes another one instead.
      const isOfFounder = proposed === leader && !isProposed({ state, moment })
      return E.right(
        proposed === null || isOfFounder ? [] : [{ type: 'LeaderDeclined', teamId, unitId, leader: proposed }],
      )
    },
})
