import type { Decider } from '@zhiyuan/kernel'
import { foundTeam } from './decide/found.ts'
import { acceptLead, changeLeader, declineLead } from './decide/leader.ts'
import {
  askToJoin,
  changeJoining,
  changeOpenness,
  disbandTeam,
  joinTeam,
  leaveTeam,
  refuseJoining,
} from './decide/members.ts'
import type { TeamCommand, TeamEvent } from './team.codec.ts'
import { teamFold, teamStream, type TeamState } from './team.read.ts'
import type { TeamRejection } from './team.rejection.ts'

export const teamDecider: Decider<TeamCommand, TeamState, TeamEvent, TeamRejection> = {
  stream: ({ teamId }) => teamStream(teamId),
  fold: teamFold,
  handlers: {
    FoundTeam: foundTeam,
    JoinTeam: joinTeam,
    ChangeJoining: changeJoining,
    AskToJoin: askToJoin,
    RefuseJoining: refuseJoining,
    LeaveTeam: leaveTeam,
    ChangeLeader: changeLeader,
    AcceptLead: acceptLead,
    DeclineLead: declineLead,
    ChangeOpenness: changeOpenness,
    DisbandTeam: disbandTeam,
  },
}
