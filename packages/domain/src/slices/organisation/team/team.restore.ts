import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import {
  AcceptLead,
  AskToJoin,
  ChangeJoining,
  ChangeLeader,
  ChangeOpenness,
  DeclineLead,
  DisbandTeam,
  FoundTeam,
  JoinTeam,
  LeaveTeam,
  RefuseJoining,
  type TeamCommand,
  type TeamEvent,
} from './team.codec.ts'

export const restoreTeam = restoreByFirst<TeamCommand, TeamEvent>({
  TeamFounded: copyFields(FoundTeam),
  MemberJoined: copyFields(JoinTeam),
  MemberLeft: copyFields(LeaveTeam),
  JoiningChanged: copyFields(ChangeJoining),
  JoiningAsked: copyFields(AskToJoin),
  JoiningRefused: copyFields(RefuseJoining),
  LeaderProposed: copyFields(ChangeLeader),
  LeaderDeclined: copyFields(DeclineLead),
  LeaderChanged: copyFields(AcceptLead),
  OpennessChanged: copyFields(ChangeOpenness),
  TeamDisbanded: copyFields(DisbandTeam),
})
