import { copyFields, restoreByFirst } from '@zhiyuan/kernel'
import {
  ChangeLeader,
  ChangeOpenness,
  DisbandTeam,
  FoundTeam,
  JoinTeam,
  LeaveTeam,
  type TeamCommand,
  type TeamEvent,
} from './team.codec.ts'

export const restoreTeam = restoreByFirst<TeamCommand, TeamEvent>({
  TeamFounded: copyFields(FoundTeam),
  MemberJoined: copyFields(JoinTeam),
  MemberLeft: copyFields(LeaveTeam),
  LeaderChanged: copyFields(ChangeLeader),
  OpennessChanged: copyFields(ChangeOpenness),
  TeamDisbanded: copyFields(DisbandTeam),
})
