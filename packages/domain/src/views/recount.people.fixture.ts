/** The naive recount of people: who is one human, where each lives, who is on a roster, and how many live in a unit. */
import { units } from '../fixtures/people.ts'
import { text, type NaiveEvents, type Said } from './recount.events.fixture.ts'

const { C, T1, V1, T2, V2 } = units
const heads: Readonly<Record<string, string>> = { a: T1, x: T1, c: T2, y: T2, d: C }

const names = (event: Said, field: string): ReadonlyArray<string> => event[field] as ReadonlyArray<string>

/** The registration that a person goes by after all merges and splits. */
export const findSurvivor = ({ pickEvents }: NaiveEvents, person: string): string =>
  pickEvents('RegistrationsMerged', 'RegistrationsSplit').reduce((survivor, one) => {
    if (one.type === 'RegistrationsMerged')
      return names(one, 'joining').includes(person) ? text(one, 'survivor') : survivor
    const part = [names(one, 'leaving'), names(one, 'staying')].find((group) => group.includes(person))
    return part?.[0] ?? survivor
  }, person)

const findLastHome = ({ pickEvents, period }: NaiveEvents, person: string): Said | null => {
  const moves = pickEvents('VolunteerRegistered', 'HomeMoved').filter((one) => one['person'] === person)
  const dated = moves.map((one, index) => ({
    from: text(one, one.type === 'HomeMoved' ? 'from' : 'homeFrom'),
    index,
    one,
  }))
  const before = dated.filter(({ from }) => from < period.to)
  return before.sort((a, b) => (a.from === b.from ? a.index - b.index : a.from < b.from ? -1 : 1)).at(-1)?.one ?? null
}

const findHomeOfHuman = (naive: NaiveEvents, person: string): Said | null => {
  const others = ['a', 'b', 'c', 'd', 'e'].filter((other) => findSurvivor(naive, other) === person)
  const homes = [person, ...others].map((registration) => findLastHome(naive, registration))
  return homes.find((home) => home !== null) ?? null
}

/** The unit in which a person lives at the end of the period; the city where none is known. */
export const findHome = (naive: NaiveEvents, person: string): string => {
  const home = findHomeOfHuman(naive, person)
  return home === null ? C : text(home, 'home')
}

/** Whether a person lives outside the tree at the end of the period. */
export const isOutside = (naive: NaiveEvents, person: string): boolean =>
  findHomeOfHuman(naive, person)?.['outside'] === true

/** Every human that an event names. */
export const listHumans = (naive: NaiveEvents): ReadonlyArray<string> => {
  const named = naive.events.map((one) => text(one, 'person' in one ? 'person' : 'volunteer'))
  return [...new Set(named.map((person) => findSurvivor(naive, person)))]
}

/** The heads of the rosters of an area, as humans. */
export const listHeads = (naive: NaiveEvents): ReadonlyArray<string> =>
  Object.entries(heads)
    .filter(([, area]) => naive.isInArea(area))
    .map(([head]) => findSurvivor(naive, head))

/** Whether a human is a head of any roster. */
export const isHead = (naive: NaiveEvents, person: string): boolean =>
  Object.keys(heads).some((head) => findSurvivor(naive, head) === person)

/** The population of a unit as last published, or the sum of the units below; null where one of them has none. */
export const findPopulation = (naive: NaiveEvents, unit: string): number | null => {
  const { pickEvents, period, knownAt } = naive
  const published = pickEvents('PopulationPublished').filter(
    (one) => one['unitId'] === unit && text(one, 'publishedAt') <= knownAt && text(one, 'referenceDate') <= period.to,
  )
  const latest = published.reduce<Said | null>(
    (a, b) => (a === null || text(b, 'referenceDate') >= text(a, 'referenceDate') ? b : a),
    null,
  )
  if (latest !== null) return Number(latest['heads'])
  const below: Readonly<Record<string, ReadonlyArray<string>>> = { [C]: [T1, T2], [T1]: [V1], [T2]: [V2] }
  const parts = (below[unit] ?? []).map((part) => findPopulation(naive, part))
  if (parts.length === 0 || parts.includes(null)) return null
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
}
