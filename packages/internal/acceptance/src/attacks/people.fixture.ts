/** A small county whose registrations, numbers and teams people try to bend, by the national defaults, in 2020. All people are made up. */
import { calendar2020to2026, nationalDefaultPolicy, type RoleName } from '@zhiyuan/domain'
import type { Instant } from '@zhiyuan/kernel'
import { openLedger } from '@zhiyuan/ledger'
import { manualClock, seededRandomness } from '@zhiyuan/runtime'
import { memoryStores } from '@zhiyuan/store-memory'

type Words = Readonly<Record<string, unknown>> & { readonly type: string }
export const actor = (person: string, role: RoleName, unit: string) => ({ type: 'person' as const, person, role, unit })

export const C = '131081'
export const T1 = '131081104'
export const V1 = '131081104201'
export const V2 = '131081104202'

/** deputy is a second administrator; b leads the open team B1 and g the agency squad K. */
export const who = {
  admin: actor('admin', 'administrator', C),
  deputy: actor('deputy', 'administrator', C),
  k1: actor('k1', 'clerk', V1),
  k2: actor('k2', 'clerk', V2),
  q1: actor('q1', 'approver', V1),
  a: actor('a', 'volunteer', V1),
  b: actor('b', 'volunteer', V1),
  d: actor('d', 'volunteer', V1),
  g: actor('g', 'volunteer', C),
  kid: actor('kid', 'volunteer', V1),
} as const

const noRisk = { known: false, description: null }
const instant = (words: string): Instant => `2020-${words.replace(' ', 'T')}:00.000Z` as Instant
export const why = (code: string) => ({ reason: { code, text: null } })

const openUnit = (unitId: string, level: string, parent: string | null): Words => ({
  type: 'OpenUnit',
  unitId,
  level,
  parent,
  name: unitId,
  code: unitId,
})
export const claim = (person: string, number = `no-${person}`): Words => ({ type: 'ClaimNumber', number, person })
export const register = (person: string, more: object = {}): Words => ({
  type: 'RegisterVolunteer',
  person,
  number: `no-${person}`,
  ageBand: 'adult',
  home: V1,
  homeFrom: '2020-01-01',
  ...more,
})
const foundTeam = (teamId: string, kind: string, leader: string): Words => ({
  type: 'FoundTeam',
  teamId,
  name: teamId,
  kind,
  unitId: V1,
  bodyId: V1,
  specialties: ['hardship-relief'],
  leader,
  open: { levels: ['city', 'township', 'village'], units: [] },
})

const given: ReadonlyArray<Words> = [
  openUnit(C, 'city', null),
  openUnit(T1, 'township', C),
  openUnit(V1, 'village', T1),
  openUnit(V2, 'village', T1),
  { type: 'TakePost', unitId: V1, post: 'approver', person: 'q1', office: null },
  { type: 'AdoptPolicy', ...nationalDefaultPolicy },
  ...calendar2020to2026.map((year) => ({ type: 'AdoptCalendarYear', ...year })),
  ...['a', 'b', 'd', 'admin2'].flatMap((person) => [claim(person), register(person)]),
  foundTeam('B1', 'brigade', 'b'),
  foundTeam('K', 'agency-squad', 'g'),
]

/** The county on 2020-04-20, and what a test does there: each answer is `ok`, `silent`, or the name of the refusal. */
export const openCounty = async () => {
  const clock = manualClock(instant('04-01 01:00'))
  const ports = { ...memoryStores(), clock, random: seededRandomness('people') }
  const create = { administrator: 'admin', unit: C }
  const ledger = await openLedger({ ports, log: 'people', jurisdiction: C, create })
  const send = async (command: Words, by: ReturnType<typeof actor>) => {
    const outcome = await ledger.sendUnknown(command, { actor: by })
    await ledger.settle()
    return outcome
  }
  const does = async (command: Words, by: ReturnType<typeof actor>): Promise<string> => {
    const outcome = await send(command, by)
    if (!outcome.ok) return outcome.rejection.type
    return outcome.events.length === 0 ? 'silent' : 'ok'
  }
  for (const command of given) {
    const answer = await does(command, who.admin)
    if (answer !== 'ok') throw new Error(`${command.type}: ${answer}`)
  }
  clock.set(instant('04-20 01:00'))
  return { ledger, clock, send, does, at: (words: string) => clock.set(instant(words)) }
}
export type County = Awaited<ReturnType<typeof openCounty>>

/** A session that V1 published for a day of April, and each person's records of it: entered on the next day, verified on the one after. */
export const serve = async (
  { does, at }: County,
  day: number,
  served: ReadonlyArray<readonly [person: string, start: string, end: string, minutes: number]>,
): Promise<void> => {
  const date = (n: number): string => `04-${String(n).padStart(2, '0')}`
  const sessionId = `S${day}`
  const planned = { start: instant(`${date(day)} 01:00`), end: instant(`${date(day)} 05:00`) }
  at(`${date(day - 1)} 01:00`)
  const session = {
    sessionId,
    host: V1,
    planned,
    content: 'hardship-relief',
    seats: null,
    risks: noRisk,
    responsible: 'b',
  }
  const published = await does({ type: 'PublishSession', ...session }, who.k1)
  if (published !== 'ok') throw new Error(published)
  at(`${date(day + 1)} 01:00`)
  for (const [person, start, end, minutes] of served) {
    const segments = [{ start: instant(`${date(day)} ${start}`), end: instant(`${date(day)} ${end}`) }]
    const record = { volunteer: person, recordId: `R-${person}-${day}`, segments, minutes, content: 'hardship-relief' }
    const body = { bodyId: V1, teamId: null, responsible: 'b', reason: null }
    const occasion = { type: 'session', sessionId, host: V1 }
    const entered = await does({ type: 'Backfill', occasion, ...record, ...body }, who.k1)
    if (entered !== 'ok') throw new Error(entered)
  }
  at(`${date(day + 4)} 01:00`)
  for (const [person] of served) {
    const verified = await does({ type: 'VerifyRecord', volunteer: person, recordId: `R-${person}-${day}` }, who.q1)
    if (verified !== 'ok') throw new Error(verified)
  }
}
