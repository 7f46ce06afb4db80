/** The facts that detectors read: gathered from the log once, however many detectors look at them. */
import type { PersonId, UnitId } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import type { OrderId, PolicyVersion, TeamId } from '../../vocabulary/ids.ts'
import type { UnitLevel } from '../../vocabulary/values.ts'
import type { Policy } from '../../slices/organisation/policy/policy.read.ts'
import { humansFold, type Humans } from '../../slices/people/humans/humans.read.ts'
import type { Logged } from './logged.ts'
import { noteOrder, type OrderFact } from './order-facts.ts'
import { noteRecord, type RecordFact } from './record-facts.ts'

export interface Facts {
  /** By volunteer and record id. */
  readonly records: ReadonlyMap<string, RecordFact>
  readonly orders: ReadonlyMap<OrderId, OrderFact>
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

/** Gathers the facts that are asked for; the others stay empty. What the log holds besides is passed over. */
export const gatherFacts = (events: Iterable<Logged>, asked: ReadonlySet<keyof Facts>): Facts => {
  const records = new Map<string, RecordFact>()
  const orders = new Map<OrderId, OrderFact>()
  const teams = new Map<PersonId, ReadonlySet<TeamId>>()
  const levels = new Map<UnitId, UnitLevel>()
  const policies = new Map<PolicyVersion, Pick<Policy, 'sections'>>()
  let humans = humansFold.initial
  const notes: Readonly<Record<keyof Facts, (logged: Logged) => void>> = {
    records: (logged) => noteRecord(records, logged),
    orders: (logged) => noteOrder(orders, logged),
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
  const wanted = Object.entries(notes).flatMap(([name, note]) => (asked.has(name as keyof Facts) ? [note] : []))
  for (const logged of events) for (const note of wanted) note(logged)
  return { records, orders, teams, levels, policies, humans }
}
