import type { PersonId } from '@zhiyuan/kernel'
import type { TeamId } from '../vocabulary/ids.ts'
import { findSurvivor } from '../slices/people/humans/humans.read.ts'
import type { Detector, Finding } from './detector.ts'
import type { Facts } from './facts/facts.ts'
import { groupOnes, inOrder, makeFinding } from './listing.ts'
import { listVisits, visitFacts, type Visit } from './visits.ts'

const name = 'mutual-service'

/** Visits of one team to members of another in a month: fewer are neighbours' help. */
const fewestVisits = 4
/** A team that mostly serves the public gives less than half of its visits to the members of one team. */
const greatShare = 0.5

/** By team, the teams whose members it mostly serves, with the visits. */
type Served = ReadonlyMap<TeamId, ReadonlyMap<TeamId, ReadonlyArray<Visit>>>

const joinRegistrations = ({ teams, humans }: Facts): ReadonlyMap<PersonId, ReadonlySet<TeamId>> => {
  const joined = new Map<PersonId, ReadonlySet<TeamId>>()
  for (const [person, of] of teams) {
    const human = findSurvivor(humans, person)
    joined.set(human, new Set([...(joined.get(human) ?? []), ...of]))
  }
  return joined
}

const listServed = (visits: ReadonlyArray<Visit>, teams: ReadonlyMap<PersonId, ReadonlySet<TeamId>>): Served => {
  const served = new Map<TeamId, ReadonlyMap<TeamId, ReadonlyArray<Visit>>>()
  for (const own of groupOnes(visits, ({ teamId }) => teamId ?? '').values()) {
    const teamId = own[0]?.teamId ?? null
    if (teamId === null) continue
    const among = new Map<TeamId, ReadonlyArray<Visit>>()
    for (const visit of own) {
      const of = teams.get(visit.requester)
      if (of === undefined || of.has(teamId)) continue
      for (const other of of) among.set(other, [...(among.get(other) ?? []), visit])
    }
    const strong = [...among].filter(([, to]) => to.length >= Math.max(fewestVisits, greatShare * own.length))
    if (strong.length > 0) served.set(teamId, new Map(strong))
  }
  return served
}

interface Ring {
  readonly teams: ReadonlyArray<TeamId>
  readonly visits: ReadonlyArray<Visit>
}

/** Rings of two or three teams, each from its first team by id. */
const listRings = (served: Served): ReadonlyArray<Ring> => {
  const rings: Ring[] = []
  for (const [one, toOthers] of served) {
    for (const [other, there] of toOthers) {
      if (other <= one) continue
      const back = served.get(other)?.get(one)
      if (back !== undefined) rings.push({ teams: [one, other], visits: [...there, ...back] })
      for (const [third, onward] of served.get(other) ?? []) {
        const home = served.get(third)?.get(one)
        if (third <= one || home === undefined) continue
        rings.push({ teams: [one, other, third], visits: [...there, ...onward, ...home] })
      }
    }
  }
  return rings
}

const find = (facts: Facts): ReadonlyArray<Finding> => {
  const teams = joinRegistrations(facts)
  const months = [...groupOnes(listVisits(facts), ({ month }) => month).values()]
  const found = months.flatMap((visits) =>
    listRings(listServed(visits, teams)).map((ring) => {
      const persons = ring.visits.flatMap(({ requester, volunteer }) => [requester, volunteer])
      return makeFinding(name, { teams: ring.teams, persons }, ring.visits, { ring: ring.teams.length })
    }),
  )
  return inOrder(found)
}

export const mutualService: Detector = {
  name,
  title: { zh: '队伍互刷', en: 'Teams that serve each other' },
  sees: {
    zh: '两三支队伍成环：每支队伍一个月里半数以上的走访（至少四次）都服务下一支队伍的队员。',
    en: 'Two or three teams in a ring: half of the visits of each in a month, four or more, serve members of the next.',
  },
  passes: {
    zh: '四支以上队伍成环；队员以未入队亲属的名义求助；每队服务外人过半。',
    en: 'A ring of four; members who ask in the name of relatives outside the teams; teams that give more than half to others.',
  },
  honest: {
    zh: '邻村两队服务全村老人，其中也有对方队员：不到一半。',
    en: 'Two teams of neighbouring villages that serve all elders, members of the other among them: less than half.',
  },
  reads: [...visitFacts, 'teams'],
  find,
}
