/** What others may read of a team. */
import {
  streamRead,
  type Fold,
  type Instant,
  type PersonId,
  type StreamName,
  type StreamRead,
  type UnitId,
} from '@zhiyuan/kernel'
import type { BodyId, TeamId } from '../../../vocabulary/ids.ts'
import { listAncestors, isWithin, findParent, findUnit, type UnitTree } from '../units/units.read.ts'
import type { PublicName, TeamSpecialty } from '../../../vocabulary/values.ts'
import type { Joining, LeftOutReason, Openness, TeamEvent, TeamFounded, TeamKind } from './team.codec.ts'

/** One stay of a person in a team. */
export interface Membership {
  readonly person: PersonId
  readonly from: Instant
  /** Null while the person is a member. */
  readonly to: Instant | null
  /** Whether it is by the person's own word; another entered all others (O9). */
  readonly own: boolean
}

export interface ActiveTeam {
  readonly type: 'Active' | 'Disbanded'
  readonly teamId: TeamId
  readonly name: PublicName
  readonly kind: TeamKind
  readonly unitId: UnitId
  readonly bodyId: BodyId
  readonly specialties: ReadonlyArray<TeamSpecialty>
  /** Null once the first leader has said no, until another accepts; the team's office acts meanwhile (G9). */
  readonly leader: PersonId | null
  /** Who led before, and until when: a handed-over lead is looked back at too (O9). */
  readonly led: ReadonlyArray<{ readonly person: PersonId; readonly to: Instant }>
  /** The members, with the leader. */
  readonly members: ReadonlySet<PersonId>
  /** Every stay, also those that have ended, in the order in which they began (O9). */
  readonly memberships: ReadonlyArray<Membership>
  /** Whether people join by themselves (G9). */
  readonly joining: Joining
  /** Who has asked to join, and waits for the leader's answer. */
  readonly asked: ReadonlySet<PersonId>
  /** Who was proposed as leader, at first the one named by the founder, and has not answered (G9). */
  readonly proposed: PersonId | null
  readonly open: Openness
  readonly founded: Omit<TeamFounded, 'type' | 'foundedAt'>
}
export type TeamState = { readonly type: 'None' } | ActiveTeam

const dropAsked = ({ asked }: ActiveTeam, person: PersonId): ReadonlySet<PersonId> =>
  asked.has(person) ? new Set([...asked].filter((one) => one !== person)) : asked

/** Who asked to join has given the own word (G9). */
const addMember = (team: ActiveTeam, { person, from, own }: Omit<Membership, 'to'>): ActiveTeam =>
  team.members.has(person)
    ? team
    : {
        ...team,
        asked: dropAsked(team, person),
        members: new Set(team.members).add(person),
        memberships: [...team.memberships, { person, from, to: null, own: own || team.asked.has(person) }],
      }

/** Who leads by the own yes is a member by it, also where another had entered the person (G9). */
const changeLeader = (team: ActiveTeam, leader: PersonId, from: Instant): ActiveTeam => {
  const led = addMember({ ...team, leader, proposed: null }, { person: leader, from, own: true })
  const memberships = led.memberships.map((one) =>
    one.person === leader && one.to === null ? { ...one, own: true } : one,
  )
  const last = team.leader === null || team.leader === leader ? [] : [{ person: team.leader, to: from }]
  return { ...led, memberships, led: [...team.led, ...last] }
}

/** The first leader who says no was never a member; a person proposed later had nothing to lose. */
const declineLead = (team: ActiveTeam, person: PersonId): ActiveTeam =>
  team.leader !== person
    ? { ...team, proposed: null }
    : {
        ...team,
        leader: null,
        proposed: null,
        members: new Set([...team.members].filter((one) => one !== person)),
        memberships: team.memberships.filter((one) => one.person !== person),
      }

const endMember = (team: ActiveTeam, person: PersonId, to: Instant): ActiveTeam => ({
  ...team,
  members: new Set([...team.members].filter((one) => one !== person)),
  memberships: team.memberships.map((one) => (one.person === person && one.to === null ? { ...one, to } : one)),
})

const evolve = (state: TeamState, event: TeamEvent): TeamState => {
  if (event.type === 'TeamFounded') {
    const { type: _type, foundedAt, ...founded } = event
    const { teamId, name, kind, unitId, bodyId, specialties, leader, open } = founded
    return {
      type: 'Active',
      teamId,
      name,
      kind,
      unitId,
      bodyId,
      specialties,
      leader,
      led: [],
      members: new Set([leader]),
      memberships: [{ person: leader, from: foundedAt, to: null, own: false }],
      joining: kind === 'agency-squad' ? 'by-leader' : 'open',
      asked: new Set(),
      proposed: leader,
      open,
      founded,
    }
  }
  if (state.type === 'None') return state
  switch (event.type) {
    case 'MemberJoined':
      return addMember(state, { person: event.person, from: event.joinedAt, own: event.by === event.person })
    case 'MemberLeft':
      return endMember(state, event.person, event.leftAt)
    case 'JoiningChanged':
      return { ...state, joining: event.joining }
    case 'JoiningAsked':
      return { ...state, asked: new Set(state.asked).add(event.person) }
    case 'JoiningRefused':
      return { ...state, asked: dropAsked(state, event.person) }
    case 'LeaderProposed':
      return { ...state, proposed: event.leader }
    case 'LeaderDeclined':
      return declineLead(state, event.leader)
    case 'LeaderChanged':
      return changeLeader(state, event.leader, event.changedAt)
    case 'OpennessChanged':
      return { ...state, open: event.open }
    case 'TeamDisbanded':
      return { ...state, type: 'Disbanded' }
  }
}

export const teamFold: Fold<TeamState, TeamEvent> = { initial: { type: 'None' }, evolve }
export const teamStream = (team: TeamId): StreamName => `team-${team}`
export const teamRead = (team: TeamId): StreamRead<TeamState> => streamRead(teamStream(team), teamFold)

/** Whether the person leads the team, which is active. */
export const hasLeader = (team: TeamState | null, person: PersonId | null): boolean =>
  person !== null && team?.type === 'Active' && team.leader === person

/** From when a membership is looked for, and up to when one counts that another had entered. */
export interface MemberSpan {
  readonly since: Instant
  readonly entered: Instant
}

/**
 * Whether a person was a member at any time from an instant on, also one who has left since (O9). A membership that another entered once the
 * case had begun says nothing: else a leader could silence a reviewer by it.
 */
export const wasMember = (team: TeamState, person: PersonId, { since, entered }: MemberSpan): boolean =>
  team.type !== 'None' &&
  team.memberships.some(
    (one) => one.person === person && (one.own || one.from < entered) && (one.to === null || one.to >= since),
  )

/** Whether a person led at any time from an instant on, also one who has handed the lead over since, and was a member by it (O9). */
export const wasLeader = (team: TeamState, person: PersonId, span: MemberSpan): boolean =>
  team.type !== 'None' &&
  (team.leader === person ||
    (wasMember(team, person, span) && team.led.some((one) => one.person === person && one.to >= span.since)))

/** What ranking needs of a team. */
export interface TeamFacts {
  readonly unitId: UnitId
  readonly specialties: ReadonlyArray<TeamSpecialty>
  readonly open: Openness
  readonly active: boolean
}

/** What an order asks of a team. */
export interface Wanted {
  readonly handler: UnitId
  readonly specialty: TeamSpecialty
}

/** In the handler's unit or below, its ancestors, its siblings, or a unit to which the team opened itself by name (O10). */
const isInReach = (team: TeamFacts, tree: UnitTree, handler: UnitId): boolean => {
  if (team.open.units.includes(handler) || isWithin(tree, team.unitId, handler)) return true
  const parent = findParent(tree, handler)
  return (
    listAncestors(tree, handler).includes(team.unitId) || (parent !== null && findParent(tree, team.unitId) === parent)
  )
}

/** O10: null for a candidate, else the first reason against it: `level`, `specialty`, `area`. */
export const judgeFit = (
  team: TeamFacts,
  tree: UnitTree,
  { handler, specialty }: Wanted,
): 'candidate' | LeftOutReason => {
  const level = findUnit(tree, handler)?.level
  const open = team.open.units.includes(handler) || (level !== undefined && team.open.levels.includes(level))
  if (!open) return 'level'
  if (!team.specialties.includes(specialty)) return 'specialty'
  return team.active && isInReach(team, tree, handler) ? 'candidate' : 'area'
}

export const isCandidate = (team: TeamState, tree: UnitTree, wanted: Wanted): 'candidate' | LeftOutReason =>
  team.type === 'None' ? 'area' : judgeFit({ ...team, active: team.type === 'Active' }, tree, wanted)
