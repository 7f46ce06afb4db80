/** The county that is attacked: a city, a township and two villages under the national preset, in 2020. All people are made up. */
import {
  calendar2020to2026,
  manualClock,
  nationalDefaultPolicy,
  openLedger,
  seededRandomness,
  type CompletePolicy,
  type Ledger,
  type ManualClock,
  type RoleName,
} from '@zhiyuan/ledger'
import { memoryStores } from '@zhiyuan/store-memory'

export type Words = Readonly<Record<string, unknown>> & { readonly type: string }
export interface Actor {
  readonly type: 'person'
  readonly person: string
  readonly role: RoleName
  readonly unit: string
}

export const C = '131081'
export const T1 = '131081104'
export const V1 = '131081104201'
export const V2 = '131081104202'

export const actor = (person: string, role: RoleName, unit: string): Actor => ({ type: 'person', person, role, unit })

/** An instant of 2020 in UTC, such as `05-06 01:00`. Beijing is 8 hours later. */
export const instant = (words: string): string => `2020-${words.replace(' ', 'T')}:00.000Z`
export const interval = (start: string, end: string) => ({ start: instant(start), end: instant(end) })

/** Who holds which office; k0 and q0 are the honest clerk and approver of the village. Everyone else is a volunteer or resident of it. */
const offices: ReadonlyArray<Actor> = [
  actor('admin', 'administrator', C),
  actor('deputy', 'administrator', C),
  actor('pc', 'dispatcher', C),
  actor('m', 'assessor', C),
  actor('s', 'star-authority', C),
  actor('qc', 'approver', C),
  actor('kt', 'clerk', T1),
  actor('p1', 'dispatcher', T1),
  actor('qt', 'approver', T1),
  actor('k0', 'clerk', V1),
  actor('k1', 'clerk', V1),
  actor('k3', 'recorder', V1),
  actor('q0', 'approver', V1),
  actor('q1', 'approver', V1),
  actor('h', 'grid-worker', V1),
  actor('k2', 'clerk', V2),
  actor('q2', 'approver', V2),
  actor('c', 'volunteer', V2),
  actor('g', 'volunteer', V2),
]
const residents = ['r1', 'r2', 'f1']

/** The person in the usual role. */
export const findActor = (person: string): Actor =>
  offices.find((one) => one.person === person) ??
  actor(person, residents.includes(person) ? 'resident' : 'volunteer', V1)

const openUnit = (unitId: string, level: string, parent: string | null): Words => ({
  type: 'OpenUnit',
  ...{ unitId, level, parent, name: unitId, code: unitId },
})
export const takePost = (unitId: string, post: string, person: string): Words => ({
  type: 'TakePost',
  ...{ unitId, post, person, office: null },
})
export const claim = (person: string, number = `no-${person}`): Words => ({ type: 'ClaimNumber', number, person })
export const register = (person: string, home = V1, more: object = {}): Words => ({
  type: 'RegisterVolunteer',
  ...{ person, number: `no-${person}`, ageBand: 'adult', home, homeFrom: '2020-01-01' },
  ...more,
})
const specialties = ['hardship-relief', 'schooling']
const foundTeam = (teamId: string, unitId: string, leader: string, kind = 'brigade'): Words => ({
  type: 'FoundTeam',
  ...{ teamId, name: teamId, kind, unitId, bodyId: unitId, specialties, leader },
  open: { levels: ['city', 'township', 'village'], units: [] },
})

/** Volunteers v0, v1 and so on. */
export const listNames = (people: number): ReadonlyArray<string> => Array.from({ length: people }, (_, n) => `v${n}`)

const listGiven = (policy: CompletePolicy, people: number): ReadonlyArray<Words> => [
  openUnit(C, 'city', null),
  openUnit(T1, 'township', C),
  openUnit(V1, 'village', T1),
  openUnit(V2, 'village', T1),
  ...offices.filter(({ role }) => role === 'approver').map(({ person, unit }) => takePost(unit, 'approver', person)),
  takePost(C, 'assessor', 'm'),
  takePost(C, 'star-authority', 's'),
  { type: 'AdoptPolicy', ...policy },
  ...calendar2020to2026.map((year) => ({ type: 'AdoptCalendarYear', ...year })),
  ...['a', 'b', 'f', ...listNames(people)].flatMap((person) => [claim(person), register(person)]),
  ...['c', 'g'].flatMap((person) => [claim(person), register(person, V2)]),
  foundTeam('TA', V1, 'b'),
  foundTeam('TB', V2, 'c'),
]

export interface County {
  readonly ledger: Ledger
  readonly clock: ManualClock
}

/** The county on 2020-04-01: b leads TA of the village with a and f in it, c leads TB of the other one. */
export const openCounty = async (people: number, policy: CompletePolicy = nationalDefaultPolicy): Promise<County> => {
  const clock = manualClock(instant('04-01 01:00'))
  const ports = { ...memoryStores(), clock, random: seededRandomness('attacks') }
  const create = { administrator: 'admin', unit: C }
  const ledger = await openLedger({ ports, log: 'attacks', jurisdiction: C, create })
  const give = async (by: string, command: Words): Promise<void> => {
    const outcome = await ledger.sendUnknown(command, { actor: findActor(by) })
    if (!outcome.ok) throw new Error(`given: ${JSON.stringify(command)}: ${JSON.stringify(outcome.rejection)}`)
  }
  for (const command of listGiven(policy, people)) await give('admin', command)
  for (const person of ['a', 'f']) await give('b', { type: 'JoinTeam', teamId: 'TA', person })
  await ledger.settle()
  return { ledger, clock }
}

export type { CompletePolicy }
