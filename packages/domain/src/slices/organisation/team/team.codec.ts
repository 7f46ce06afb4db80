/** Commands and events of a team: stream `team-<id>`. */
import type * as t from 'io-ts'
import { closed, Instant, list, literal, oneOf, variants, type Codec } from '@zhiyuan/kernel'
import { BodyId, PersonId, TeamId, UnitId } from '../../../vocabulary/ids.ts'
import { PublicName, TeamSpecialty, UnitLevel } from '../../../vocabulary/values.ts'

/** Which line or squad a team belongs to. */
export const TeamKind = oneOf('TeamKind', ['corps', 'detachment', 'brigade', 'agency-squad', 'civic-squad'])
export type TeamKind = t.TypeOf<typeof TeamKind>

/** From whom a team takes orders: handlers of these levels near it, and these units anywhere (O10). */
export const Openness = closed({ levels: list(UnitLevel, 0, 3), units: list(UnitId, 0, 500) })
export interface Openness extends t.TypeOf<typeof Openness> {}

/**
 * Why a team is no candidate of a search; the first that applies: not open to the handler's level, lacks the specialty, outside the area
 * (O10).
 */
export const LeftOutReason = oneOf('LeftOutReason', ['level', 'specialty', 'area'])
export type LeftOutReason = t.TypeOf<typeof LeftOutReason>

const team = {
  teamId: TeamId,
  name: PublicName,
  kind: TeamKind,
  /** The unit the team belongs to. */
  unitId: UnitId,
  /** The body that organises and records its service (H3). */
  bodyId: BodyId,
  specialties: list(TeamSpecialty, 1, 40),
  leader: PersonId,
  open: Openness,
}

/** A team was founded, with its leader as the first member. */
export const TeamFounded = closed({ type: literal('TeamFounded'), ...team, foundedAt: Instant })
export interface TeamFounded extends t.TypeOf<typeof TeamFounded> {}
/** A person joined the team; one may be in any number of teams (G2). */
export const MemberJoined = closed({
  type: literal('MemberJoined'),
  teamId: TeamId,
  person: PersonId,
  joinedAt: Instant,
})
export interface MemberJoined extends t.TypeOf<typeof MemberJoined> {}
/** A person left the team; seats already taken are not touched. */
export const MemberLeft = closed({
  type: literal('MemberLeft'),
  teamId: TeamId,
  person: PersonId,
  leftAt: Instant,
})
export interface MemberLeft extends t.TypeOf<typeof MemberLeft> {}
/** Another person leads; a new leader who was not a member becomes one. */
export const LeaderChanged = closed({
  type: literal('LeaderChanged'),
  teamId: TeamId,
  leader: PersonId,
  changedAt: Instant,
})
export interface LeaderChanged extends t.TypeOf<typeof LeaderChanged> {}
/** The team takes orders from other handlers than before (O10). */
export const OpennessChanged = closed({ type: literal('OpennessChanged'), teamId: TeamId, open: Openness })
export interface OpennessChanged extends t.TypeOf<typeof OpennessChanged> {}
/** The team takes on nothing any more. */
export const TeamDisbanded = closed({ type: literal('TeamDisbanded'), teamId: TeamId })
export interface TeamDisbanded extends t.TypeOf<typeof TeamDisbanded> {}

/** All events of a team. */
export const TeamEvent: Codec<TeamEvent> = variants('TeamEvent', [
  TeamFounded,
  MemberJoined,
  MemberLeft,
  LeaderChanged,
  OpennessChanged,
  TeamDisbanded,
])
export type TeamEvent = TeamFounded | MemberJoined | MemberLeft | LeaderChanged | OpennessChanged | TeamDisbanded

/** By a clerk or administrator of its unit or above. Refused for an unregistered body (H3) or a specialty on neither list (C05). */
export const FoundTeam = closed({ type: literal('FoundTeam'), ...team })
export interface FoundTeam extends t.TypeOf<typeof FoundTeam> {}
/** By the person, the leader, or a clerk or administrator of the team's unit or above. */
export const JoinTeam = closed({ type: literal('JoinTeam'), teamId: TeamId, person: PersonId })
export interface JoinTeam extends t.TypeOf<typeof JoinTeam> {}
/** By those who may let a person join. Refused for the leader, who has to hand over first. */
export const LeaveTeam = closed({ type: literal('LeaveTeam'), teamId: TeamId, person: PersonId })
export interface LeaveTeam extends t.TypeOf<typeof LeaveTeam> {}
/** By the leader, or a clerk or administrator of the team's unit or above. */
export const ChangeLeader = closed({ type: literal('ChangeLeader'), teamId: TeamId, leader: PersonId })
export interface ChangeLeader extends t.TypeOf<typeof ChangeLeader> {}
/** By the leader, or a clerk or administrator of the team's unit or above (O10). */
export const ChangeOpenness = closed({ type: literal('ChangeOpenness'), teamId: TeamId, open: Openness })
export interface ChangeOpenness extends t.TypeOf<typeof ChangeOpenness> {}
/** By the leader, or a clerk or administrator of the team's unit or above. Final. */
export const DisbandTeam = closed({ type: literal('DisbandTeam'), teamId: TeamId })
export interface DisbandTeam extends t.TypeOf<typeof DisbandTeam> {}

/** All commands about a team. */
export const TeamCommand: Codec<TeamCommand> = variants('TeamCommand', [
  FoundTeam,
  JoinTeam,
  LeaveTeam,
  ChangeLeader,
  ChangeOpenness,
  DisbandTeam,
])
export type TeamCommand = FoundTeam | JoinTeam | LeaveTeam | ChangeLeader | ChangeOpenness | DisbandTeam
