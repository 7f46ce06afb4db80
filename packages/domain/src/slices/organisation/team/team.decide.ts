import * as E from 'fp-ts/lib/Either.js'
import {
  sameContent,
  type CommandNotAllowed,
  type Decider,
  type Moment,
  type UnitId,
  type PersonId,
} from '@zhiyuan/kernel'
import type {
  NotAuthorised,
  OutsideJurisdiction,
  SameIdOtherContent,
  UnknownUnit,
} from '../../../vocabulary/rejections.ts'
import { fixedSpecialties, roles, type TeamSpecialty } from '../../../vocabulary/values.ts'
import type { BodyId } from '../../../vocabulary/ids.ts'
import { refuseAuthority } from '../authority.ts'
import { handlerKit } from '../handler-kit.ts'
import { taggedStates } from '../state-naming.ts'
import { policyRead, findCurrentPolicy, type PolicyBook } from '../policy/policy.read.ts'
import { findUnit, findUnitOfBody, unitsRead } from '../units/units.read.ts'
import { readTerms } from '../policy/terms.ts'
import type {
  ChangeLeader,
  ChangeOpenness,
  DisbandTeam,
  FoundTeam,
  JoinTeam,
  LeaveTeam,
  TeamCommand,
  TeamEvent,
} from './team.codec.ts'
import { teamFold, teamStream, type ActiveTeam, type TeamState } from './team.read.ts'
import { teamTerms } from './team.terms.ts'

/** The specialty is neither one of the eight nor on the policy's list of local ones. */
export interface UnknownSpecialty {
  readonly type: 'UnknownSpecialty'
  readonly specialty: TeamSpecialty
}
/** The body is neither a unit nor registered, so no one could record the team's service (H3). */
export interface BodyNotRegistered {
  readonly type: 'BodyNotRegistered'
  readonly body: BodyId
}
/** The person is not in the team. */
export interface NotAMember {
  readonly type: 'NotAMember'
  readonly person: PersonId
}
/** A team always has a leader: another one takes over first. */
export interface LeaderStays {
  readonly type: 'LeaderStays'
  readonly person: PersonId
}

export type TeamRejection =
  | BodyNotRegistered
  | CommandNotAllowed
  | LeaderStays
  | NotAMember
  | NotAuthorised
  | OutsideJurisdiction
  | SameIdOtherContent
  | UnknownSpecialty
  | UnknownUnit

type Decision = E.Either<TeamRejection, ReadonlyArray<TeamEvent>>
const { on, authorised } = handlerKit<TeamCommand, TeamState, TeamEvent, TeamRejection>(taggedStates)

const managing = [roles.administrator, roles.clerk] as const

const unknownSpecialty = (
  policies: PolicyBook,
  moment: Moment,
  specialties: ReadonlyArray<TeamSpecialty>,
): TeamSpecialty | undefined => {
  const policy = findCurrentPolicy(policies, moment)
  const local: ReadonlyArray<string> = policy === null ? [] : readTerms(teamTerms, policy).specialties
  return specialties.find((one) => !(fixedSpecialties as ReadonlyArray<string>).includes(one) && !local.includes(one))
}

const foundTeam = on<FoundTeam>()({
  reads: (_command, _state, { jurisdiction }) => ({
    tree: unitsRead(jurisdiction),
    policies: policyRead(jurisdiction),
  }),
  decide:
    (command, { tree, policies }, moment) =>
    (state): Decision => {
      const { teamId, name, kind, unitId, bodyId, specialties, leader, open } = command
      const founded = { teamId, name, kind, unitId, bodyId, specialties, leader, open }
      if (state.type !== 'None')
        return sameContent(state.founded, founded) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: teamId })
      if (findUnit(tree, unitId)?.status !== 'Open') return E.left({ type: 'UnknownUnit', unit: unitId })
      const refusal = refuseAuthority(tree, moment.actor, {
        command: command.type,
        unit: unitId,
        roles: managing,
      })
      if (refusal !== null) return E.left(refusal)
      if (findUnitOfBody(tree, bodyId) === null) return E.left({ type: 'BodyNotRegistered', body: bodyId })
      const specialty = unknownSpecialty(policies, moment, specialties)
      if (specialty !== undefined) return E.left({ type: 'UnknownSpecialty', specialty })
      return E.right([{ type: 'TeamFounded', ...founded, foundedAt: moment.now }])
    },
})

interface Changing {
  readonly state: ActiveTeam
  readonly moment: Moment
}
/** A change that concerns one person. */
interface PersonChanging extends Changing {
  readonly command: { readonly person: PersonId }
}
const isLeader = ({ state, moment: { actor } }: Changing): boolean =>
  actor.type === 'person' && actor.person === state.leader
const isOneself = ({ command, moment: { actor } }: PersonChanging): boolean =>
  actor.type === 'person' && actor.person === command.person

/** A change of an active team: by its leader, or a clerk or administrator of its unit or above. */
const byManagers = {
  states: ['Active'],
  roles: managing,
  unit: { called: "the team's unit", of: ({ state }: Changing): UnitId => state.unitId },
  also: { called: "the team's leader", is: isLeader },
} as const
const byManagersOrOneself = {
  ...byManagers,
  also: {
    called: "the team's leader, and the person itself",
    is: (asked: PersonChanging): boolean => isLeader(asked) || isOneself(asked),
  },
} as const

const joinTeam = authorised<JoinTeam>()({
  ...byManagersOrOneself,
  done: ({ person }, { members }) => members.has(person),
  decide:
    ({ teamId, person }, _found, { now: joinedAt }) =>
    (): Decision =>
      E.right([{ type: 'MemberJoined', teamId, person, joinedAt }]),
})

const leaveTeam = authorised<LeaveTeam>()({
  ...byManagersOrOneself,
  decide:
    ({ teamId, person }, _found, { now: leftAt }) =>
    (team): Decision => {
      if (!team.members.has(person)) return E.left({ type: 'NotAMember', person })
      return team.leader === person
        ? E.left({ type: 'LeaderStays', person })
        : E.right([{ type: 'MemberLeft', teamId, person, leftAt }])
    },
})

const changeLeader = authorised<ChangeLeader>()({
  ...byManagers,
  done: (command, { leader }) => leader === command.leader,
  decide:
    ({ teamId, leader }, _found, { now: changedAt }) =>
    (): Decision =>
      E.right([{ type: 'LeaderChanged', teamId, leader, changedAt }]),
})

const changeOpenness = authorised<ChangeOpenness>()({
  ...byManagers,
  done: (command, { open }) => sameContent(open, command.open),
  decide:
    ({ teamId, open }) =>
    (): Decision =>
      E.right([{ type: 'OpennessChanged', teamId, open }]),
})

const disbandTeam = authorised<DisbandTeam>()({
  before: (_command, state) => (state.type === 'Disbanded' ? E.right([]) : null),
  ...byManagers,
  decide:
    ({ teamId }) =>
    (): Decision =>
      E.right([{ type: 'TeamDisbanded', teamId }]),
})

export const teamDecider: Decider<TeamCommand, TeamState, TeamEvent, TeamRejection> = {
  stream: ({ teamId }) => teamStream(teamId),
  fold: teamFold,
  handlers: {
    FoundTeam: foundTeam,
    JoinTeam: joinTeam,
    LeaveTeam: leaveTeam,
    ChangeLeader: changeLeader,
    ChangeOpenness: changeOpenness,
    DisbandTeam: disbandTeam,
  },
}
