/** A small county as it stands before a test begins: the events of every stream that others read, by stream. */
import type { StreamName, Typed } from '@zhiyuan/kernel'
import { completeTerms, type PolicyTermsSaid } from '../policy.ts'
import { test1 } from '../presets/policies.ts'
import { calendar2020to2026 } from '../slices/organisation/policy/presets/calendar.ts'
import { slices } from '../slices.ts'
import { units } from './people.ts'

const { C, T1, V1, T2, V2 } = units
const opened = (unitId: string, level: string, parent: string | null) => ({
  type: 'UnitOpened',
  unitId,
  level,
  parent,
  name: unitId,
  code: unitId,
})
const post = (unitId: string, role: string, person: string) => ({
  type: 'PostTaken',
  unitId,
  post: role,
  person,
  office: null,
})

/** City C over T1 (with V1) and T2 (with V2); K is a body of C without an approver of its own (H16). */
export const unitEvents: ReadonlyArray<Typed> = [
  opened(C, 'city', null),
  opened(T1, 'township', C),
  opened(V1, 'village', T1),
  opened(T2, 'township', C),
  opened(V2, 'village', T2),
  { type: 'BodyRegistered', bodyId: 'K', unitId: C, name: 'K' } as Typed,
  post(V1, 'approver', 'q1'),
  post(V2, 'approver', 'q2'),
  post(V2, 'approver', 'k2'),
  post(C, 'approver', 'qc'),
]

/** Policy TEST-1 and the calendar years 2020 to 2026. */
const policyEvents: ReadonlyArray<Typed> = [
  { type: 'PolicyAdopted', ...test1 },
  ...calendar2020to2026.map((year) => ({ type: 'CalendarYearAdopted', ...year })),
]

/** The same book once TEST-2 holds from a day on: TEST-1 but for a few terms. */
export const policyChangedOn = (
  effectiveFrom: string,
  said: PolicyTermsSaid,
): Readonly<Record<StreamName, typeof policyEvents>> => {
  const test2 = { ...test1, version: 'TEST-2', effectiveFrom, sections: completeTerms(said, test1.sections) }
  return { 'policy-131081': [...policyEvents, { type: 'PolicyAdopted', ...test2 }] }
}

const roster = (rosterId: string, bodyId: string, heads: ReadonlyArray<string>) => ({
  type: 'RosterAdopted',
  rosterId,
  bodyId,
  area: bodyId,
  effectiveFrom: '2020-04-01',
  heads,
  source: 'synthetic',
})

const everyLevel = { levels: ['city', 'township', 'village'], units: [] }
const founded = (
  teamId: string,
  unitId: string,
  more: { body?: string; kind?: string; specialty: string; leader: string; open?: object },
) => ({
  type: 'TeamFounded',
  teamId,
  name: teamId,
  kind: more.kind ?? 'brigade',
  unitId,
  bodyId: more.body ?? unitId,
  specialties: [more.specialty],
  leader: more.leader,
  open: more.open ?? everyLevel,
})
const joined = (teamId: string, person: string) => ({ type: 'MemberJoined', teamId, person })

const registered = (person: string, home: string) => ({
  type: 'VolunteerRegistered',
  person,
  number: `no-${person}`,
  ageBand: 'adult',
  home,
  homeFrom: '2020-01-01',
})
const homes: Readonly<Record<string, string>> = { a: V1, b: V1, c: V2, d: V2, e: V2, g: C }

/** Everything that other slices may read, by stream. */
export const world: Readonly<Record<StreamName, ReadonlyArray<Typed>>> = {
  'units-131081': unitEvents,
  'policy-131081': policyEvents,
  'roster-131081': [roster('ro1', T1, ['a', 'x']), roster('ro2', T2, ['c', 'y']), roster('roc', C, ['d'])],
  'team-B1': [founded('B1', V1, { specialty: 'hardship-relief', leader: 'b' }), joined('B1', 'a'), joined('B1', 'e')],
  'team-B2': [founded('B2', V2, { specialty: 'culture-arts', leader: 'c' })],
  'team-K': [
    founded('K', C, {
      body: 'K',
      kind: 'agency-squad',
      specialty: 'medical-fitness',
      leader: 'g',
      open: { levels: ['city'], units: [] },
    }),
    joined('K', 'd'),
  ],
  ...Object.fromEntries(
    Object.entries(homes).map(([person, home]) => [`volunteer-${person}`, [registered(person, home)]]),
  ),
}

/** Where and when a test's commands come unless it says otherwise. */
export const scene = { slices, jurisdiction: '131081', now: '2020-04-20T02:00:00.000Z' } as const
