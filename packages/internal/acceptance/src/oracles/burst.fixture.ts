import { day, hour, minute } from './calendar.oracle.fixture.ts'
import { findBurstCases } from './burst.oracle.fixture.ts'
import type { BurstAnswer, BurstStory, Entry } from './burst.oracle.fixture.ts'
import type { HeadCount } from './head-count.oracle.fixture.ts'

/** Entries of one place and one morning, typed three days later, eleven minutes apart, by a clerk each. */
export const morning = Date.parse('2024-03-04T09:00:00+08:00')
export const typed = morning + 3 * day

export const makeEntry = (n: number, fields: Partial<Entry> = {}): Entry => ({
  record: `R${n}`,
  human: `h${n}`,
  grade: 'attested',
  told: 'live',
  enteredAt: typed + n * 11 * minute,
  enteredBy: `k${n}`,
  place: 'S',
  unit: 'V1',
  start: morning,
  end: morning + 2 * hour,
  ...fields,
})
export const makeEntries = (n: number, fields: (index: number) => Partial<Entry> = () => ({})): readonly Entry[] =>
  Array.from({ length: n }, (_, index) => makeEntry(index, fields(index)))
export const tell = (entries: readonly Entry[], more: Partial<BurstStory> = {}): BurstAnswer =>
  findBurstCases({
    entries,
    counts: [],
    rulings: [],
    terms: { people: 20, peopleADay: 60 },
    offsetMinutes: 480,
    ...more,
  })
export const countHeld = (answer: BurstAnswer): number =>
  [...answer.records.values()].filter((hold) => hold !== null).length
export const countList = (entries: readonly Entry[], fields: Partial<HeadCount> = {}): HeadCount => ({
  place: 'S',
  localDay: '2024-03-04',
  count: entries.length,
  name: 'villager',
  hand: 'k9',
  list: { list: 'sheet', name: 'leader', hand: 'k1', records: entries.map(({ record }) => record) },
  ...fields,
})
