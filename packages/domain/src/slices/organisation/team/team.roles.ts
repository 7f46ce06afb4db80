import { roles } from '../../../vocabulary/values.ts'
import { byNoOffice, type RolesOf } from '../permit.ts'
import type { TeamCommand } from './team.codec.ts'

const byOffice = {
  roles: [roles.administrator, roles.clerk],
  where: 'own-or-above',
  unit: "the team's unit",
  persons: [],
  never: [],
} as const
const byManagers = { ...byOffice, persons: ['leader'] } as const
const byManagersOrOneself = { ...byOffice, persons: ['leader', 'volunteer'] } as const

/** To lead a team is an appointment; to be its member credits no one (G7, G9). */
export const teamRoles = {
  FoundTeam: { ...byOffice, never: ['appointed'], decides: 'a new team and its leader' },
  JoinTeam: { ...byManagersOrOneself, decides: 'a new member; by the leader alone where the team is not open' },
  ChangeJoining: { ...byNoOffice, persons: ['leader'], decides: 'whether members need a yes' },
  AskToJoin: { ...byNoOffice, persons: ['volunteer'], decides: 'nothing: the leader answers' },
  RefuseJoining: { ...byManagersOrOneself, decides: 'that a person does not join' },
  LeaveTeam: { ...byManagersOrOneself, decides: 'that a person is a member no more' },
  ChangeLeader: { ...byManagers, never: ['appointed'], decides: 'who is asked to lead' },
  AcceptLead: { ...byNoOffice, persons: ['proposed'], decides: 'who leads the team' },
  DeclineLead: { ...byManagers, persons: ['leader', 'proposed'], decides: 'that the proposed person does not lead' },
  ChangeOpenness: { ...byManagers, decides: 'for which units the team serves; fewer by the leader alone' },
  DisbandTeam: { ...byManagers, decides: 'the end of the team' },
} as const satisfies RolesOf<TeamCommand>
