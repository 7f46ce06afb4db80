import * as E from 'fp-ts/lib/Either.js'
import { sameContent } from '@zhiyuan/kernel'
import type { Code } from '../../../../vocabulary/values.ts'
import { actingPerson } from '../../authority.ts'
import type {
  AskToJoin,
  ChangeJoining,
  ChangeOpenness,
  DisbandTeam,
  JoinTeam,
  LeaveTeam,
  Openness,
  RefuseJoining,
} from '../team.codec.ts'
import { teamRoles } from '../team.roles.ts'
import { authorised, byManagers, byManagersOrOneself, byPerson, isLeader, isOneself, type Decision } from './shared.ts'

/** G9: where the team is not open, the leader's own command is the yes. O9: who entered the member is kept. */
export const joinTeam = authorised<JoinTeam>()({
  ...byManagersOrOneself(teamRoles.JoinTeam),
  done: ({ person }, { members }) => members.has(person),
  decide:
    ({ type, teamId, person }, _found, moment) =>
    (state): Decision => {
      const by = actingPerson(moment)
      if (by === null) return E.left({ type: 'NotAuthorised', command: type })
      const { unitId } = state
      return state.joining === 'by-leader' && !isLeader({ state, moment })
        ? E.left({ type: 'NeedsLeader', leader: state.leader })
        : E.right([{ type: 'MemberJoined', teamId, unitId, person, by, joinedAt: moment.now }])
    },
})

export const changeJoining = authorised<ChangeJoining>()({
  ...byPerson,
  also: { called: "the team's leader", is: isLeader },
  done: (command, { joining }) => joining === command.joining,
  decide:
    ({ teamId, joining }) =>
    (): Decision =>
      E.right([{ type: 'JoiningChanged', teamId, joining }]),
})

export const askToJoin = authorised<AskToJoin>()({
  ...byPerson,
  also: { called: 'the person itself', is: isOneself },
  fits: (_command, { joining }) => joining === 'by-leader',
  done: ({ person }, { asked, members }) => asked.has(person) || members.has(person),
  decide:
    ({ teamId, person }, _found, { now: askedAt }) =>
    ({ unitId }): Decision =>
      E.right([{ type: 'JoiningAsked', teamId, unitId, person, askedAt }]),
})

export const refuseJoining = authorised<RefuseJoining>()({
  ...byManagersOrOneself(teamRoles.RefuseJoining),
  done: ({ person }, { asked }) => !asked.has(person),
  decide:
    ({ teamId, person, reason }) =>
    ({ unitId }): Decision =>
      E.right([{ type: 'JoiningRefused', teamId, unitId, person, reason }]),
})

export const leaveTeam = authorised<LeaveTeam>()({
  ...byManagersOrOneself(teamRoles.LeaveTeam),
  decide:
    ({ teamId, person }, _found, { now: leftAt }) =>
    (team): Decision => {
      if (!team.members.has(person)) return E.left({ type: 'NotAMember', person })
      return team.leader === person
        ? E.left({ type: 'LeaderStays', person })
        : E.right([{ type: 'MemberLeft', teamId, person, leftAt }])
    },
})

const isNarrower = (to: Openness, from: Openness): boolean =>
  from.levels.some((level) => !to.levels.includes(level)) || from.units.some((unit) => !to.units.includes(unit))

/** O10: a team opens itself. An office may open it further, and never closes a rival's team before a ranking. */
export const changeOpenness = authorised<ChangeOpenness>()({
  ...byManagers(teamRoles.ChangeOpenness),
  done: (command, { open }) => sameContent(open, command.open),
  decide:
    ({ type, teamId, open }, _found, moment) =>
    (state): Decision =>
      isNarrower(open, state.open) && !isLeader({ state, moment })
        ? E.left({ type: 'NotAuthorised', command: type })
        : E.right([{ type: 'OpennessChanged', teamId, open }]),
})

export const disbandTeam = authorised<DisbandTeam>()({
  before: (_command, state) => (state.type === 'Disbanded' ? E.right([]) : null),
  ...byManagers(teamRoles.DisbandTeam),
  decide:
    ({ teamId }) =>
    ({ unitId, asked, leader, proposed }): Decision => {
      const reason = { code: 'disbanded' as Code, text: null }
      const refused = [...asked].map((person) => ({ type: 'JoiningRefused' as const, teamId, unitId, person, reason }))
      const declined =
        proposed === null || proposed === leader
          ? []
          : [{ type: 'LeaderDeclined' as const, teamId, unitId, leader: proposed }]
      return E.right([{ type: 'TeamDisbanded', teamId }, ...refused, ...declined])
    },
})
