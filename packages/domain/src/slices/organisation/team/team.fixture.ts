/** Events and commands of one team: B3 of village V1, led by b. */
import type { Typed } from '@zhiyuan/kernel'
import { pickCommand, type MakeTrial, type Says } from '../../../fixtures/lifecycle.ts'
import { people, units } from '../../../fixtures/people.ts'
import type { TeamCommand } from './team.codec.ts'
import type { TeamState } from './team.read.ts'

export const founding = {
  teamId: 'B3',
  name: 'B3',
  kind: 'brigade',
  unitId: units.V1,
  bodyId: units.V1,
  specialties: ['hardship-relief'],
  leader: 'b',
  open: { levels: ['village'], units: [] },
} as const

export const foundedTeam = { type: 'TeamFounded', ...founding, foundedAt: '2020-01-01T00:00:00.000Z' } as const
export const memberJoined = (person: string, joinedAt = '2020-02-01T00:00:00.000Z', by = person) =>
  ({ type: 'MemberJoined', teamId: 'B3', unitId: units.V1, person, by, joinedAt }) as const
export const memberLeft = (person: string, leftAt: string) =>
  ({ type: 'MemberLeft', teamId: 'B3', person, leftAt }) as const
export const leaderChanged = (leader: string) =>
  ({ type: 'LeaderChanged', teamId: 'B3', unitId: units.V1, leader, changedAt: '2020-03-01T00:00:00.000Z' }) as const
export const closedTeam = { type: 'JoiningChanged', teamId: 'B3', joining: 'by-leader' } as const
export const joiningAsked = (person: string) =>
  ({ type: 'JoiningAsked', teamId: 'B3', unitId: units.V1, person, askedAt: '2020-03-01T00:00:00.000Z' }) as const
export const leaderProposed = (leader: string, by = 'b') =>
  ({
    type: 'LeaderProposed',
    teamId: 'B3',
    unitId: units.V1,
    leader,
    by,
    proposedAt: '2020-03-01T00:00:00.000Z',
  }) as const
const active = [foundedTeam, memberJoined('a')]

const pasts: Readonly<Record<TeamState['type'], ReadonlyArray<Typed>>> = {
  None: [],
  Active: active,
  Disbanded: [...active, { type: 'TeamDisbanded', teamId: 'B3' } as never],
}

const words: Says<TeamCommand> = {
  FoundTeam: founding,
  JoinTeam: { teamId: 'B3', person: 'e' },
  ChangeJoining: { teamId: 'B3', joining: 'by-leader' },
  AskToJoin: { teamId: 'B3', person: 'e' },
  RefuseJoining: { teamId: 'B3', person: 'e', reason: { code: 'full', text: null } },
  LeaveTeam: { teamId: 'B3', person: 'a' },
  ChangeLeader: { teamId: 'B3', leader: 'a' },
  AcceptLead: { teamId: 'B3' },
  DeclineLead: { teamId: 'B3' },
  ChangeOpenness: { teamId: 'B3', open: { levels: ['village', 'city'], units: [] } },
  DisbandTeam: { teamId: 'B3' },
}

/** What some commands find in a team besides, and who sends them where it is no clerk. */
const besides: Readonly<Partial<Record<TeamCommand['type'], ReadonlyArray<Typed>>>> = {
  AskToJoin: [closedTeam],
  RefuseJoining: [closedTeam, joiningAsked('e')],
  AcceptLead: [leaderProposed('a')],
  DeclineLead: [leaderProposed('a')],
}
const senders: Readonly<Partial<Record<TeamCommand['type'], typeof people.a>>> = {
  ChangeJoining: people.b,
  AskToJoin: people.e,
  AcceptLead: people.a,
}

export const teamTrial: MakeTrial<TeamState['type'], TeamCommand> = (state, command) => ({
  past: state === 'Active' ? [...pasts[state], ...(besides[command] ?? [])] : pasts[state],
  command: pickCommand<TeamCommand>(words, command),
  now: '2020-04-20T02:00:00.000Z',
  actor: senders[command] ?? people.clerkV1,
})
