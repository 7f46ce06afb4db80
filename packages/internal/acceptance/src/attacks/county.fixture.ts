/** What the counties of the attacks share: units, words and people's commands, by the national defaults, in 2020. All people are made up. */
import { calendar2020to2026, nationalDefaultPolicy, type RoleName } from '@zhiyuan/domain'
import type { Instant } from '@zhiyuan/kernel'
import { openLedger } from '@zhiyuan/ledger'
import { manualClock, seededRandomness } from '@zhiyuan/runtime'
import { memoryStores } from '@zhiyuan/store-memory'

export type Words = Readonly<Record<string, unknown>> & { readonly type: string }

/** A city, a township and its village. */
export const C = '131081'
export const T1 = '131081104'
export const V1 = '131081104201'

export const actor = (person: string, role: RoleName, unit: string) => ({ type: 'person' as const, person, role, unit })
export const why = (code: string) => ({ reason: { code, text: null } })

/** An instant of 2020 in UTC, such as `05-06 01:00`. Beijing is 8 hours later. */
export const instant = (words: string): Instant => `2020-${words.replace(' ', 'T')}:00.000Z` as Instant
export const interval = (start: string, end: string) => ({ start: instant(start), end: instant(end) })

export const openUnit = (unitId: string, level: string, parent: string | null): Words => ({
  type: 'OpenUnit',
  unitId,
  level,
  parent,
  name: unitId,
  code: unitId,
})
export const takePost = (unitId: string, post: string, person: string): Words => ({
  type: 'TakePost',
  unitId,
  post,
  person,
  office: null,
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
export const foundTeam = (teamId: string, unitId: string, leader: string, kind = 'brigade'): Words => ({
  type: 'FoundTeam',
  teamId,
  name: teamId,
  kind,
  unitId,
  bodyId: unitId,
  specialties: ['hardship-relief'],
  leader,
  open: { levels: ['city', 'township', 'village'], units: [] },
})

/** The policy and the calendar of the county. */
export const rules: ReadonlyArray<Words> = [
  { type: 'AdoptPolicy', ...nationalDefaultPolicy },
  ...calendar2020to2026.map((year) => ({ type: 'AdoptCalendarYear', ...year })),
]

/** A ledger on memory that the administrator of the city founds, and its clock. */
export const foundLedger = async (log: string, start: string) => {
  const clock = manualClock(instant(start))
  const ports = { ...memoryStores(), clock, random: seededRandomness(log) }
  const create = { administrator: 'admin', unit: C }
  return { clock, ledger: await openLedger({ ports, log, jurisdiction: C, create }) }
}
