/** Commands and events of a team: stream `team-<id>`. */
import type * as t from 'io-ts'
import { closed, Instant, list, literal, oneOf, variants, type Codec } from '@zhiyuan/kernel'
import { BodyId, PersonId, TeamId, UnitId } from '../../../vocabulary/ids.ts'
import { PublicName, Reason, TeamSpecialty, UnitLevel } from '../../../vocabulary/values.ts'

/** Which line or squad a team belongs to. */
export const TeamKind = oneOf('TeamKind', ['corps', 'detachment', 'brigade', 'agency-squad', 'civic-squad'])
export type TeamKind = t.TypeOf<typeof TeamKind>

/** Whether people join by themselves, or with the leader's yes (G9). An agency squad begins with the leader's yes, any other team open. */
export const Joining = oneOf('Joining', ['open', 'by-leader'])
export type Joining = t.TypeOf<typeof Joining>

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

/** A team was founded, with its leader as the first member. The person named was not asked yet: to act as the leader is a yes, and a no is possible (G9). */
export const TeamFounded = closed({ type: literal('TeamFounded'), ...team, foundedAt: Instant })
export interface TeamFounded extends t.TypeOf<typeof TeamFounded> {}
/** A person joined the team; one may be in any number of teams (G2). Where `by` is another and the person did not ask, it was not the own word (O9). */
export const MemberJoined = closed({
  type: literal('MemberJoined'),
  teamId: TeamId,
  unitId: UnitId,
  person: PersonId,
  by: PersonId,
  joinedAt: Instant,
})
export interface MemberJoined extends t.TypeOf<typeof MemberJoined> {}
/** People join the team in another way from now on (G9). */
export const JoiningChanged = closed({ type: literal('JoiningChanged'), teamId: TeamId, joining: Joining })
export interface JoiningChanged extends t.TypeOf<typeof JoiningChanged> {}
/** A person asks to join a team that is not open: its leader answers (G9). */
export const JoiningAsked = closed({
  type: literal('JoiningAsked'),
  teamId: TeamId,
  unitId: UnitId,
  person: PersonId,
  askedAt: Instant,
})
export interface JoiningAsked extends t.TypeOf<typeof JoiningAsked> {}
/** The person does not join; a later question is possible. */
export const JoiningRefused = closed({
  type: literal('JoiningRefused'),
  teamId: TeamId,
  unitId: UnitId,
  person: PersonId,
  reason: Reason,
})
export interface JoiningRefused extends t.TypeOf<typeof JoiningRefused> {}
/** A person left the team; seats already taken are not touched. */
export const MemberLeft = closed({
  type: literal('MemberLeft'),
  teamId: TeamId,
  person: PersonId,
  leftAt: Instant,
})
export interface MemberLeft extends t.TypeOf<typeof MemberLeft> {}
/** Another person is asked to lead; until the answer the leader stays (G9). A later proposal takes the place of an earlier one. */
export const LeaderProposed = closed({
  type: literal('LeaderProposed'),
  teamId: TeamId,
  unitId: UnitId,
  leader: PersonId,
  by: PersonId,
  proposedAt: Instant,
})
export interface LeaderProposed extends t.TypeOf<typeof LeaderProposed> {}
/** The person proposed as leader does not lead, or the proposal was taken back; after the first leader's no, no one leads (G9). */
export const LeaderDeclined = closed({
  type: literal('LeaderDeclined'),
  teamId: TeamId,
  unitId: UnitId,
  leader: PersonId,
})
export interface LeaderDeclined extends t.TypeOf<typeof LeaderDeclined> {}
/** The person proposed leads from now on, by the own yes (G9); a new leader who was not a member becomes one. */
export const LeaderChanged = closed({
  type: literal('LeaderChanged'),
  teamId: TeamId,
  unitId: UnitId,
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
  JoiningChanged,
  JoiningAsked,
  JoiningRefused,
  MemberLeft,
  LeaderProposed,
  LeaderDeclined,
  LeaderChanged,
  OpennessChanged,
  TeamDisbanded,
])
export type TeamEvent =
  | TeamFounded
  | MemberJoined
  | JoiningChanged
  | JoiningAsked
  | JoiningRefused
  | MemberLeft
  | LeaderProposed
  | LeaderDeclined
  | LeaderChanged
  | OpennessChanged
  | TeamDisbanded

/** By a clerk or administrator of its unit or above. Refused for an unregistered body (H3) or a specialty on neither list (C05). */
export const FoundTeam = closed({ type: literal('FoundTeam'), ...team })
export interface FoundTeam extends t.TypeOf<typeof FoundTeam> {}
/**
 * By the leader; where the team is open also by the person, or a clerk or administrator of the team's unit or above. Refused for others
 * where it is not open: there the person asks (`AskToJoin`), and this command of the leader is the yes (G9).
 */
export const JoinTeam = closed({ type: literal('JoinTeam'), teamId: TeamId, person: PersonId })
export interface JoinTeam extends t.TypeOf<typeof JoinTeam> {}
/** By the leader alone (G9). */
export const ChangeJoining = closed({ type: literal('ChangeJoining'), teamId: TeamId, joining: Joining })
export interface ChangeJoining extends t.TypeOf<typeof ChangeJoining> {}
/** By the person alone, where the team is not open (G9). */
export const AskToJoin = closed({ type: literal('AskToJoin'), teamId: TeamId, person: PersonId })
export interface AskToJoin extends t.TypeOf<typeof AskToJoin> {}
/** By the leader, or a clerk or administrator of the team's unit or above, with a reason; the person takes the question back by it (G9). */
export const RefuseJoining = closed({
  type: literal('RefuseJoining'),
  teamId: TeamId,
  person: PersonId,
  reason: Reason,
})
export interface RefuseJoining extends t.TypeOf<typeof RefuseJoining> {}
/** By the person, the leader, or a clerk or administrator of the team's unit or above. Refused for the leader, who has to hand over first. */
export const LeaveTeam = closed({ type: literal('LeaveTeam'), teamId: TeamId, person: PersonId })
export interface LeaveTeam extends t.TypeOf<typeof LeaveTeam> {}
/**
 * By the leader, or a clerk or administrator of the team's unit or above, never for oneself (G7). It only proposes: the person leads once
 * the own yes has come (G9).
 */
export const ChangeLeader = closed({ type: literal('ChangeLeader'), teamId: TeamId, leader: PersonId })
export interface ChangeLeader extends t.TypeOf<typeof ChangeLeader> {}
/** By the person who was proposed, or whom the founder named, and by no other (G9). */
export const AcceptLead = closed({ type: literal('AcceptLead'), teamId: TeamId })
export interface AcceptLead extends t.TypeOf<typeof AcceptLead> {}
/** By the person who was proposed, or whom the founder named; of a later proposal also by the leader, or a clerk or administrator of the team's unit or above, who takes the proposal back. */
export const DeclineLead = closed({ type: literal('DeclineLead'), teamId: TeamId })
export interface DeclineLead extends t.TypeOf<typeof DeclineLead> {}
/** By the leader; to open it further also by a clerk or administrator of the team's unit or above (O10). */
export const ChangeOpenness = closed({ type: literal('ChangeOpenness'), teamId: TeamId, open: Openness })
export interface ChangeOpenness extends t.TypeOf<typeof ChangeOpenness> {}
/** By the leader, or a clerk or administrator of the team's unit or above. Final. */
export const DisbandTeam = closed({ type: literal('DisbandTeam'), teamId: TeamId })
export interface DisbandTeam extends t.TypeOf<typeof DisbandTeam> {}

/** All commands about a team. */
export const TeamCommand: Codec<TeamCommand> = variants('TeamCommand', [
  FoundTeam,
  JoinTeam,
  ChangeJoining,
  AskToJoin,
  RefuseJoining,
  LeaveTeam,
  ChangeLeader,
  AcceptLead,
  DeclineLead,
  ChangeOpenness,
  DisbandTeam,
])
export type TeamCommand =
  | FoundTeam
  | JoinTeam
  | ChangeJoining
  | AskToJoin
  | RefuseJoining
  | LeaveTeam
  | ChangeLeader
  | AcceptLead
  | DeclineLead
  | ChangeOpenness
  | DisbandTeam
