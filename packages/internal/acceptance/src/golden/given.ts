/** What is in place before the first row: recorded 2020-04-01T01:00Z. */
import type { RoleName } from '@zhiyuan/domain'
import type { StoryCommand, StoryCommands } from './command.ts'
import { actors, units } from './people.ts'

const { C, T1, V1, T2, V2 } = units
type Level = StoryCommands['OpenUnit']['level']
const open = (unitId: string, level: Level, parent: string | null, name: string): StoryCommand => ({
  type: 'OpenUnit',
  unitId,
  level,
  parent,
  name,
  code: unitId,
})
const post = (unitId: string, role: RoleName, person: string): StoryCommand => ({
  type: 'TakePost',
  unitId,
  post: role,
  person,
  office: null,
})
type Openness = StoryCommands['FoundTeam']['open']
const everyLevel: Openness = { levels: ['city', 'township', 'village'], units: [] }

export const organisation: ReadonlyArray<StoryCommand> = [
  open(C, 'city', null, '霸州市'),
  open(T1, 'township', C, 'T1'),
  open(V1, 'village', T1, 'V1'),
  open(T2, 'township', C, 'T2'),
  open(V2, 'village', T2, 'V2'),
  { type: 'RegisterBody', bodyId: 'K', unitId: C, name: 'K' },
  post(V1, 'approver', 'q1'),
  post(V2, 'approver', 'q2'),
  post(V2, 'approver', 'k2'),
  post(C, 'approver', 'qc'),
]

const population = (unitId: string, heads: number): StoryCommand => ({
  type: 'PublishPopulation',
  unitId,
  heads,
  referenceDate: '2020-01-01',
  publishedAt: '2020-03-01T00:00:00.000Z',
  source: 'synthetic',
  synthetic: true,
})

export const populations = [population(T1, 20), population(T2, 30), population(C, 50)]

const roster = (rosterId: string, bodyId: string, area: string, heads: ReadonlyArray<string>): StoryCommand => ({
  type: 'AdoptRoster',
  rosterId,
  bodyId,
  area,
  effectiveFrom: '2020-04-01',
  heads,
  source: 'synthetic',
})

export const rosters = [
  roster('ro1', T1, T1, ['a', 'x']),
  roster('ro2', T2, T2, ['c', 'y']),
  roster('roc', C, C, ['d']),
]

const team = (
  teamId: string,
  kind: StoryCommands['FoundTeam']['kind'],
  unitId: string,
  bodyId: string,
  more: { specialty: string; leader: string; open?: Openness },
): StoryCommand => ({
  type: 'FoundTeam',
  teamId,
  name: teamId,
  kind,
  unitId,
  bodyId,
  specialties: [more.specialty],
  leader: more.leader,
  open: more.open ?? everyLevel,
})
const joinTeam = (teamId: string, person: string): StoryCommand => ({ type: 'JoinTeam', teamId, person })

export const teams = [
  team('B1', 'brigade', V1, V1, { specialty: 'hardship-relief', leader: 'b' }),
  joinTeam('B1', 'a'),
  joinTeam('B1', 'e'),
  team('B2', 'brigade', V2, V2, { specialty: 'culture-arts', leader: 'c' }),
  team('K', 'agency-squad', C, 'K', {
    specialty: 'medical-fitness',
    leader: 'g',
    open: { levels: ['city'], units: [] },
  }),
  joinTeam('K', 'd'),
]

const homes = { a: V1, b: V1, c: V2, d: V2, e: V2 } as const

export const volunteers = Object.entries(homes).flatMap(([person, home]): ReadonlyArray<StoryCommand> => [
  { type: 'ClaimNumber', number: `no-${person}`, person },
  { type: 'RegisterVolunteer', person, number: `no-${person}`, ageBand: 'adult', home, homeFrom: '2020-01-01' },
])

export const giver = actors.admin

const leaders: Readonly<Record<string, typeof giver>> = { B1: actors.b, B2: actors.c, K: actors.g }
/** A leader lets the members join; the administrator does the rest. */
export const findGiver = (command: StoryCommand): typeof giver =>
  command.type === 'JoinTeam' ? (leaders[String(command['teamId'])] ?? giver) : giver
