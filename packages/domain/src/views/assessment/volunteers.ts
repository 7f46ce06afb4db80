import type { PersonId, UnitId } from '@zhiyuan/kernel'
import { counters } from '../../indicators/index.ts'
import type { Give, PersonOfPeriod } from '../../indicators/indicator.ts'
import { pickHome, type Home } from '../../slices/people/volunteer/volunteer.read.ts'
import { isKnown, listKnown } from '../known.ts'
import type { Person } from '../people/people.ts'
import type { VolunteerRow } from '../volunteers/row.ts'
import type { Measure, Sink } from './contribution.ts'
import type { Frame } from './frame.ts'
import { periodRecords, type PeriodRecord } from './records.ts'

type HomeArea = Pick<Home, 'home' | 'outside'>

/** The last home in effect before the period's end (S9). A person without one belongs to no township, and so to the city itself. */
const findHomeArea = ({ knownAt: at, lastDay, root }: Frame, { rows }: Person<VolunteerRow>): HomeArea => {
  for (const { homes } of rows) {
    const home = pickHome(listKnown(homes, at), lastDay)
    if (home !== null) return home
  }
  return { home: root, outside: false }
}

const makeGive =
  (into: Sink, row: string) =>
  (unit: UnitId): Give<Measure> =>
  (measure, n, d) => {
    into({ measure, unit, view: 'volunteers', row, n, d })
  }

/** The receivers of the contributions and of every record of the period. */
export interface Takers {
  readonly into: Sink
  readonly seen: (record: PeriodRecord) => void
}

const countHead = (frame: Frame, minutes: number, give: Give<Measure>): void => {
  for (const count of counters.ofHead) count(frame, minutes, give)
}

type Tally = Map<Measure, { n: number; d: number }>

const addTo =
  (tally: Tally): Give<Measure> =>
  (measure, n, d) => {
    const sum = tally.get(measure)
    if (sum === undefined) tally.set(measure, { n, d })
    else {
      sum.n += n
      sum.d += d
    }
  }

const countRecord = (record: PeriodRecord, give: Give<Measure>): void => {
  for (const count of counters.ofRecord) count(record, give)
  if (record.counts) give(`minutes.served.${record.grade}`, record.minutes, 0)
}

type UnitGive = (unit: UnitId) => Give<Measure>

/** Sums by the area served; one person serves in few areas. */
const countServed = (records: ReadonlyArray<PeriodRecord>, unitGive: UnitGive): void => {
  const tallies = new Map<UnitId, Tally>()
  for (const record of records) {
    const tally = tallies.get(record.served) ?? new Map<Measure, { n: number; d: number }>()
    tallies.set(record.served, tally)
    countRecord(record, addTo(tally))
  }
  for (const [unit, tally] of tallies) for (const [measure, { n, d }] of tally) unitGive(unit)(measure, n, d)
}

const countResident = (person: PersonOfPeriod, give: Give<Measure>): void => {
  for (const count of counters.ofPerson) count(person, give)
  const minutes = { system: 0, attested: 0, manual: 0 }
  for (const record of person.counted) minutes[record.grade] += record.minutes
  for (const grade of ['system', 'attested', 'manual'] as const)
    if (minutes[grade] > 0) give(`minutes.home.${grade}`, minutes[grade], 0)
}

const countPerson = (frame: Frame, person: Person<VolunteerRow>, { into, seen }: Takers): void => {
  const records = periodRecords(frame, person)
  const counted = records.filter(({ counts, minutes }) => counts && minutes > 0)
  const minutes = counted.reduce((sum, record) => sum + record.minutes, 0)
  const area = frame.heads.get(person.person)
  const unitGive = makeGive(into, person.person)
  if (area !== undefined) countHead(frame, minutes, unitGive(area))
  const registered = person.rows.some(
    (row) => isKnown(row.registered, frame.knownAt) && row.registered.recordedAt < frame.ends,
  )
  const { home, outside } = findHomeArea(frame, person)
  countResident({ counted, minutes, isHead: area !== undefined, registered, outside }, unitGive(home))
  countServed(records, unitGive)
  records.forEach(seen)
}

/** The contributions of persons and their records, and minutes by area (H17). */
export const volunteerContributions = (frame: Frame, takers: Takers): void => {
  const known = new Set<PersonId>()
  for (const person of frame.people) {
    known.add(person.person)
    countPerson(frame, person, takers)
  }
  for (const [head, area] of frame.heads) if (!known.has(head)) countHead(frame, 0, makeGive(takers.into, head)(area))
}
