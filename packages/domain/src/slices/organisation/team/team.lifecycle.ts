import type { Lifecycle } from '@zhiyuan/kernel'
import type { TeamCommand } from './team.codec.ts'
import type { TeamState } from './team.read.ts'

/** A team is active until it is disbanded. Until then its members and its openness may change. */
export const teamLifecycle: Lifecycle<TeamState['type'], TeamCommand['type']> = {
  initial: 'None',
  final: ['Disbanded'],
  resting: ['Active'],
  repeats: ['FoundTeam', 'DisbandTeam'],
  transitions: [
    { from: 'None', command: 'FoundTeam', to: ['Active'], by: 'unit' },
    { from: 'Active', command: 'JoinTeam', to: ['Active'], by: 'person' },
    { from: 'Active', command: 'LeaveTeam', to: ['Active'], by: 'person' },
    { from: 'Active', command: 'ChangeJoining', to: ['Active'], by: 'person' },
    { from: 'Active', command: 'AskToJoin', to: ['Active'], by: 'person' },
    { from: 'Active', command: 'RefuseJoining', to: ['Active'], by: 'unit' },
    { from: 'Active', command: 'ChangeLeader', to: ['Active'], by: 'person' },
    { from: 'Active', command: 'AcceptLead', to: ['Active'], by: 'person' },
    { from: 'Active', command: 'DeclineLead', to: ['Active'], by: 'unit' },
    { from: 'Active', command: 'ChangeOpenness', to: ['Active'], by: 'person' },
    { from: 'Active', command: 'DisbandTeam', to: ['Disbanded'], by: 'unit' },
  ],
  notBuilt: [],
}
