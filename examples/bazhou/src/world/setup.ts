/** The commands that build the world, in the batches in which they may be sent together. */
import { bazhou2020, calendar2020to2026, nationalDefaultPolicy } from '@zhiyuan/domain'
import type { Chance } from '../simulation/chance.ts'
import type { Deed } from '../simulation/agenda.ts'
import { administrator, approver, volunteerActor } from './people.ts'
import { squadCount, simulateTeams, type Team } from './teams.ts'
import { cityCode, divisions, type Division } from './units.ts'
import type { Instant } from '@zhiyuan/kernel'
import type { PlainCommands } from '@zhiyuan/ledger'

export interface World {
  readonly units: ReadonlyArray<Division>
  readonly teams: ReadonlyArray<Team>
  readonly homeOf: ReadonlyMap<string, string>
  /** Sent one batch after the other. */
  readonly batches: ReadonlyArray<ReadonlyArray<Deed>>
}

type Command = Deed['command']

const policies: ReadonlyArray<Command> = [
  { type: 'AdoptPolicy', ...nationalDefaultPolicy },
  { type: 'AdoptPolicy', ...bazhou2020 },
  ...calendar2020to2026.map((year) => ({ type: 'AdoptCalendarYear' as const, ...year })),
]

const openUnit = ({ code, name, parent, level }: Division): Command => ({
  type: 'OpenUnit',
  unitId: code,
  level,
  parent: level === 'city' ? null : parent,
  name,
  code,
})

/** One approver a township and one at the city; villages and city bodies have none of their own (H16). */
const posts = (units: ReadonlyArray<Division>): ReadonlyArray<Command> =>
  units
    .filter(({ level }) => level !== 'village')
    .map(({ code }) => ({
      type: 'TakePost',
      unitId: code,
      post: 'approver',
      person: approver(code).person,
      office: null,
    }))

const bodies: ReadonlyArray<Command> = Array.from({ length: squadCount }, (_, i) => ({
  type: 'RegisterBody',
  bodyId: `body-${i + 1}`,
  unitId: cityCode,
  name: `市直单位${i + 1}（模拟 simulated）`,
}))

const census = 622_975
/** The census of 2010 for the city; townships share it by their number of villages, labelled synthetic. */
const populations = (units: ReadonlyArray<Division>): ReadonlyArray<Command> => {
  const countVillages = (code: string) =>
    units.filter(({ parent, level }) => level === 'village' && parent === code).length
  const figure = (unitId: string, heads: number, synthetic: boolean): Command => ({
    type: 'PublishPopulation',
    unitId,
    heads,
    referenceDate: '2010-11-01',
    publishedAt: '2011-04-28T00:00:00.000Z',
    source: synthetic
      ? '按村数分摊的模拟数 (synthetic: the 2010 census split by number of villages)'
      : '2010年第六次全国人口普查 (census of 2010)',
    synthetic,
  })
  const townships = units.filter(({ level }) => level === 'township')
  return [
    figure(cityCode, census, false),
    ...townships.map(({ code }) => figure(code, Math.floor((census * countVillages(code)) / 390), true)),
  ]
}

/** The heads of a roster: the members of the township's teams, and a quarter as many people without a volunteer number. */
const roster = (area: string, teams: ReadonlyArray<Team>): Command => {
  const serving = teams
    .filter(({ unit, kind }) => unit === area && kind !== 'brigade')
    .flatMap(({ members }) => members)
  return {
    type: 'AdoptRoster',
    rosterId: `roster-${area}`,
    bodyId: area,
    area,
    effectiveFrom: '2020-04-01',
    heads: [...serving, ...Array.from({ length: Math.ceil(serving.length / 4) }, (_, i) => `staff-${area}-${i + 1}`)],
    source: '模拟名册 (simulated roster)',
  }
}

const foundTeam = ({ id, name, kind, unit, body, specialties, levels, members }: Team): PlainCommands['FoundTeam'] => ({
  type: 'FoundTeam',
  teamId: id,
  name: `${name}（模拟）`,
  kind,
  unitId: unit,
  bodyId: body,
  specialties,
  leader: members[0] ?? '',
  open: { levels, units: [] },
})

/** City staff live in some village, the other volunteers where their team is. */
const homes = (
  units: ReadonlyArray<Division>,
  teams: ReadonlyArray<Team>,
  chance: Chance,
): ReadonlyMap<string, string> => {
  const villages = units.filter(({ level }) => level === 'village')
  const pickHome = (unit: string, person: string): string => {
    const near = villages.filter(({ parent, code }) => code === unit || parent === unit)
    return chance.pick(near.length > 0 ? near : villages, 'home', person)?.code ?? cityCode
  }
  return new Map(
    teams.flatMap(({ unit, members }) => members.map((person) => [person, pickHome(unit, person)] as const)),
  )
}

/** Commands that go to one stream share a lane, so that they keep their order. */
const deeds = (
  at: Instant,
  lane: (command: Command) => string,
  commands: ReadonlyArray<Command>,
): ReadonlyArray<Deed> => commands.map((command) => ({ at, by: administrator, lane: lane(command), command }))

/** The world as it stands when April 2020 begins; teams, volunteers, posts and rosters are simulated. */
export const buildWorldDeeds = (at: Instant, chance: Chance): World => {
  const units = divisions()
  const teams = simulateTeams(units, chance)
  const homeOf = homes(units, teams, chance)
  const people = [...homeOf]
  const one = (commands: ReadonlyArray<Command>) => commands.map((command) => deeds(at, () => 'one', [command]))
  const streams = <C extends Command>(key: keyof C, commands: ReadonlyArray<C>) =>
    commands.map((command) => ({ at, by: administrator, lane: String(command[key]), command }))
  const townships = units.filter(({ level }) => level === 'township').map(({ code }) => code)
  return {
    units,
    teams,
    homeOf,
    batches: [
      deeds(at, () => 'units', [...units.map(openUnit), ...bodies, ...posts(units)]),
      deeds(at, () => 'policy', [...policies, ...populations(units)]),
      streams('teamId', teams.map(foundTeam)),
      ...one([cityCode, ...townships].map((area) => roster(area, teams))),
      teams.flatMap(({ id, members: [leader = '', ...others] }) =>
        others.map((person): Deed => ({
          at,
          by: volunteerActor(leader, homeOf.get(leader) ?? cityCode),
          lane: id,
          command: { type: 'JoinTeam', teamId: id, person },
        })),
      ),
      streams(
        'number',
        people.map(([person]) => ({ type: 'ClaimNumber' as const, number: `no-${person}`, person })),
      ),
      streams(
        'person',
        people.map(([person, home]) => ({
          type: 'RegisterVolunteer' as const,
          person,
          number: `no-${person}`,
          ageBand: 'adult' as const,
          home,
          homeFrom: '2020-01-01',
        })),
      ),
    ],
  }
}
