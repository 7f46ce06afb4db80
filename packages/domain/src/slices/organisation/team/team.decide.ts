import * as E from 'fp-ts/lib/Either.js'
import {
  commandNotAllowed,
  defineHandler,
  sameContent,
  type CommandNotAllowed,
  type Decider,
  type Moment,
  type PersonId,
} from '@zhiyuan/kernel'
import { refuseAuthority } from '../authority.ts'
import { policyRead, policyNow, type PolicyBook } from '../policy/policy.read.ts'
import { unitOf, unitOfBody, unitsRead, type UnitTree } from '../units/units.read.ts'
import type {
  NotAuthorised,
  OutsideJurisdiction,
  SameIdOtherContent,
  UnknownUnit,
} from '../../../vocabulary/rejections.ts'
import { fixedSpecialties, roles, type TeamSpecialty } from '../../../vocabulary/words.ts'
import type { BodyId } from '../../../vocabulary/ids.ts'
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
import { readTerms } from '../policy/terms.ts'

/** Neither one of the eight nor on the policy's list of local specialties. */
export interface UnknownSpecialty {
  readonly type: 'UnknownSpecialty'
  readonly specialty: TeamSpecialty
}
/** The body is neither a unit nor registered: nobody could record the team's service (H3). */
export interface BodyNotRegistered {
  readonly type: 'BodyNotRegistered'
  readonly body: BodyId
}
/** The person is not in the team. */
export interface NotAMember {
  readonly type: 'NotAMember'
  readonly person: PersonId
}
/** A team has a leader at any time: another one first. */
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
const on = defineHandler<TeamState, TeamEvent, TeamRejection>()
const units = (_command: TeamCommand, _state: TeamState, { jurisdiction }: Moment) => ({
  tree: unitsRead(jurisdiction),
})

const mayManage = (
  tree: UnitTree,
  { actor }: Moment,
  team: Pick<ActiveTeam, 'unitId' | 'leader'>,
  command: string,
): TeamRejection | null =>
  actor.type === 'person' && actor.person === team.leader
    ? null
    : refuseAuthority(tree, actor, { command, unit: team.unitId, roles: [roles.administrator, roles.clerk] })

const unknownSpecialty = (
  book: PolicyBook,
  moment: Moment,
  specialties: ReadonlyArray<TeamSpecialty>,
): TeamSpecialty | undefined => {
  const policy = policyNow(book, moment)
  const local: ReadonlyArray<string> = policy === null ? [] : readTerms(teamTerms, policy).specialties
  return specialties.find((one) => !(fixedSpecialties as ReadonlyArray<string>).includes(one) && !local.includes(one))
}

const foundTeam = on<typeof FoundTeam._A>()({
  reads: (_command, _state, { jurisdiction }) => ({ tree: unitsRead(jurisdiction), book: policyRead(jurisdiction) }),
  decide:
    (command, { tree, book }, moment) =>
    (state): Decision => {
      const { teamId, name, kind, unitId, bodyId, specialties, leader, open } = command
      const founded = { teamId, name, kind, unitId, bodyId, specialties, leader, open }
      if (state.type !== 'None')
        return sameContent(state.founded, founded) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: teamId })
      if (unitOf(tree, unitId)?.status !== 'Open') return E.left({ type: 'UnknownUnit', unit: unitId })
      const refusal = refuseAuthority(tree, moment.actor, {
        command: command.type,
        unit: unitId,
        roles: [roles.administrator, roles.clerk],
      })
      if (refusal !== null) return E.left(refusal)
      if (unitOfBody(tree, bodyId) === null) return E.left({ type: 'BodyNotRegistered', body: bodyId })
      const specialty = unknownSpecialty(book, moment, specialties)
      if (specialty !== undefined) return E.left({ type: 'UnknownSpecialty', specialty })
      return E.right([{ type: 'TeamFounded', ...founded }])
    },
})

type TeamChange = Exclude<TeamCommand, { readonly type: 'FoundTeam' | 'DisbandTeam' }>

/** A change of an active team: by its leader, or a clerk or administrator of its unit or above. */
const change = <C extends TeamChange>(
  decide: (command: C, team: ActiveTeam) => Decision,
  alsoMay: (command: C, moment: Moment) => boolean = () => false,
) =>
  on<C>()({
    reads: units,
    decide:
      (command, { tree }, moment) =>
      (state): Decision => {
        if (state.type !== 'Active') return E.left(commandNotAllowed(state.type, command.type))
        const decision = decide(command, state)
        if (E.isRight(decision) && decision.right.length === 0) return decision
        const refusal = alsoMay(command, moment) ? null : mayManage(tree, moment, state, command.type)
        return refusal === null ? decision : E.left(refusal)
      },
  })

const oneself = ({ person }: { readonly person: PersonId }, { actor }: Moment): boolean =>
  actor.type === 'person' && actor.person === person

const joinTeam = change<typeof JoinTeam._A>(
  ({ teamId, person }, team) => E.right(team.members.has(person) ? [] : [{ type: 'MemberJoined', teamId, person }]),
  oneself,
)

const leaveTeam = change<typeof LeaveTeam._A>(({ teamId, person }, team) => {
  if (!team.members.has(person)) return E.left({ type: 'NotAMember', person })
  return team.leader === person
    ? E.left({ type: 'LeaderStays', person })
    : E.right([{ type: 'MemberLeft', teamId, person }])
}, oneself)

const changeLeader = change<typeof ChangeLeader._A>(({ teamId, leader }, team) =>
  E.right(team.leader === leader ? [] : [{ type: 'LeaderChanged', teamId, leader }]),
)

const changeOpenness = change<typeof ChangeOpenness._A>(({ teamId, open }, team) =>
  E.right(sameContent(team.open, open) ? [] : [{ type: 'OpennessChanged', teamId, open }]),
)

const disbandTeam = on<typeof DisbandTeam._A>()({
  reads: units,
  decide:
    ({ type, teamId }, { tree }, moment) =>
    (state): Decision => {
      if (state.type === 'Disbanded') return E.right([])
      if (state.type === 'None') return E.left(commandNotAllowed(state.type, type))
      const refusal = mayManage(tree, moment, state, type)
      return refusal === null ? E.right([{ type: 'TeamDisbanded', teamId }]) : E.left(refusal)
    },
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
