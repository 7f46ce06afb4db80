/** The facts that detectors read: gathered from the log once, however many detectors look at them. */
import type { PersonId, UnitId } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import type { EventType } from '../../views/cases.ts'
import type { OrderId, PolicyVersion, TeamId } from '../../vocabulary/ids.ts'
import type { UnitLevel } from '../../vocabulary/values.ts'
import type { Policy } from '../../slices/organisation/policy/policy.read.ts'
import { humansFold, type Humans } from '../../slices/people/humans/humans.read.ts'
import type { Logged } from './logged.ts'
import { noteOrder, orderEvents, type OrderFact } from './order-facts.ts'
import {
  headEvents,
  noteHeads,
  notePresence,
  presenceEvents,
  type HeadFact,
  type PresenceFact,
} from './presence-facts.ts'
import { noteRecord, recordEvents, type RecordFact } from './record-facts.ts'

export interface Facts {
  /** By volunteer and record id. */
  readonly records: ReadonlyMap<string, RecordFact>
  readonly orders: ReadonlyMap<OrderId, OrderFact>
  /** By occasion and volunteer. */
  readonly presences: ReadonlyMap<string, PresenceFact>
  /** By the key of their occasion. */
  readonly heads: ReadonlyMap<string, ReadonlyArray<HeadFact>>
  /** The teams that a person ever joined or led. */
  readonly teams: ReadonlyMap<PersonId, ReadonlySet<TeamId>>
  readonly levels: ReadonlyMap<UnitId, UnitLevel>
  readonly policies: ReadonlyMap<PolicyVersion, Pick<Policy, 'sections'>>
  /** Which registrations are one human (G2). */
  readonly humans: Humans
}

const noteTeam = (teams: Map<PersonId, ReadonlySet<TeamId>>, event: LedgerEvent): void => {
  const join = (person: PersonId, team: TeamId): void => {
    teams.set(person, new Set(teams.get(person)).add(team))
  }
  if (event.type === 'MemberJoined') join(event.person, event.teamId)
  if (event.type === 'TeamFounded' || event.type === 'LeaderChanged') join(event.leader, event.teamId)
}

/** The events that each kind of facts is read off. A type that is missing here changes nothing. */
export const factEvents: Readonly<Record<keyof Facts, ReadonlyArray<EventType>>> = {
  records: recordEvents,
  orders: orderEvents,
  presences: presenceEvents,
  heads: headEvents,
  teams: ['TeamFounded', 'MemberJoined', 'LeaderChanged'],
  levels: ['UnitOpened'],
  policies: ['PolicyAdopted'],
  humans: ['RegistrationsMerged', 'RegistrationsSplit'],
}

/** Facts that grow event by event, in the order of the log. */
interface Gathering {
  readonly take: (logged: Logged) => void
  readonly facts: () => Facts
}

/** Gathers the facts that are asked for; the others stay empty. What the log holds besides is passed over. */
export const beginFacts = (asked: ReadonlySet<keyof Facts>): Gathering => {
  const records = new Map<string, RecordFact>()
  const orders = new Map<OrderId, OrderFact>()
  const presences = new Map<string, PresenceFact>()
  const heads = new Map<string, ReadonlyArray<HeadFact>>()
  const teams = new Map<PersonId, ReadonlySet<TeamId>>()
  const levels = new Map<UnitId, UnitLevel>()
  const policies = new Map<PolicyVersion, Pick<Policy, 'sections'>>()
  let humans = humansFold.initial
  const notes: Readonly<Record<keyof Facts, (logged: Logged) => void>> = {
    records: (logged) => noteRecord(records, logged),
    orders: (logged) => noteOrder(orders, logged),
    presences: (logged) => notePresence(presences, logged),
    heads: (logged) => noteHeads(heads, logged),
    teams: ({ data }) => noteTeam(teams, data),
    levels: ({ data }) => {
      if (data.type === 'UnitOpened') levels.set(data.unitId, data.level)
    },
    policies: ({ data }) => {
      if (data.type === 'PolicyAdopted') policies.set(data.version, data)
    },
    humans: ({ data }) => {
      if (data.type === 'RegistrationsMerged' || data.type === 'RegistrationsSplit') {
        humans = humansFold.evolve(humans, data)
      }
    },
  }
  const wanted = new Map<string, ((logged: Logged) => void)[]>()
  for (const name of asked) {
    for (const type of factEvents[name]) wanted.set(type, [...(wanted.get(type) ?? []), notes[name]])
  }
  return {
    take: (logged) => {
      for (const note of wanted.get(logged.data.type) ?? []) note(logged)
    },
    facts: () => ({ records, orders, presences, heads, teams, levels, policies, humans }),
  }
}
