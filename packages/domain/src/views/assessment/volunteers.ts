import type { PersonId, UnitId } from '@zhiyuan/kernel'
import { recordTerms } from '../../slices/hours/record/record.terms.ts'
import { readTerms } from '../../slices/organisation/policy/terms.ts'
import { homeAmong } from '../../slices/people/volunteer/volunteer.read.ts'
import { isKnown, knownAt } from '../known.ts'
import type { Person } from '../people/survivors.ts'
import { recordAt, type KnownRecord } from '../records/record-standing.ts'
import type { BodyId } from '../../vocabulary/ids.ts'
import type { Measure, Sink } from './contribution.ts'
import { keepsUp, type Frame } from './frame.ts'
import type { VolunteerRow } from '../volunteers/row.ts'

/** A record of the period, as known at K. */
export interface PeriodRecord extends KnownRecord {
  readonly bodyId: BodyId
  readonly served: UnitId
  /** S8: verified, and of a grade that the policy counts. */
  readonly counts: boolean
}

/** S7: a record belongs to the period in which its first segment starts, and is never split. */
const periodRecords = (
  { input: { period }, knownAt: at, policy, root }: Frame,
  { rows }: Person<VolunteerRow>,
): ReadonlyArray<PeriodRecord> => {
  const found: PeriodRecord[] = []
  const { countedGrades } = readTerms(recordTerms, policy)
  for (const { records } of rows) {
    for (const history of records) {
      const record = recordAt(history, at)
      if (record === null || record.day < period.from || record.day >= period.to) continue
      const counts = record.standing === 'verified' && countedGrades.includes(record.grade)
      found.push({ ...record, bodyId: history.bodyId, served: history.servedUnit ?? root, counts })
    }
  }
  return found
}

/** Home is the last in effect before the period's end (S9); who has none belongs to no township, and so to the city itself. */
const homeOf = ({ knownAt: at, lastDay, root }: Frame, { rows }: Person<VolunteerRow>): UnitId => {
  for (const { homes } of rows) {
    const home = homeAmong(knownAt(homes, at), lastDay)
    if (home !== null) return home
  }
  return root
}

type Give = (measure: Measure, unit: UnitId, n: number, d: number) => void

const giver =
  (into: Sink, row: string): Give =>
  (measure, unit, n, d) => {
    into({ measure, unit, view: 'volunteers', row, n, d })
  }

/** Who takes the contributions, and who every record of the period. */
export interface Takers {
  readonly into: Sink
  readonly seen: (record: PeriodRecord) => void
}

const asHead = (frame: Frame, minutes: number, area: UnitId, give: Give): void => {
  give('I01', area, minutes > 0 ? 1 : 0, 1)
  give('I02', area, minutes, 1)
  give('I02.at-target', area, keepsUp(frame, minutes, 1) ? 1 : 0, 1)
}

type Tally = Map<Measure, { n: number; d: number }>

const count = (tally: Tally, measure: Measure, n: number, d: number): void => {
  const sum = tally.get(measure)
  if (sum === undefined) tally.set(measure, { n, d })
  else {
    sum.n += n
    sum.d += d
  }
}

const countRecord = (tally: Tally, { standing, minutes, grade, late, counts }: PeriodRecord): void => {
  if (standing === 'held' || standing === 'suspended' || standing === 'voided')
    count(tally, `I14.${standing}`, minutes, 0)
  if (!counts) return
  count(tally, 'I14', grade === 'manual' ? 0 : minutes, minutes)
  if (late) count(tally, 'I14.late', minutes, 0)
  count(tally, `minutes.served.${grade}`, minutes, 0)
}

/** By the area served; a person has served in few. */
const asServed = (records: ReadonlyArray<PeriodRecord>, give: Give): void => {
  const tallies = new Map<UnitId, Tally>()
  for (const record of records) {
    const tally = tallies.get(record.served) ?? new Map<Measure, { n: number; d: number }>()
    tallies.set(record.served, tally)
    countRecord(tally, record)
  }
  for (const [unit, tally] of tallies) for (const [measure, { n, d }] of tally) give(measure, unit, n, d)
}

const asResident = (counted: ReadonlyArray<PeriodRecord>, home: UnitId, give: Give): void => {
  give('I03.all', home, 1, 0)
  give('I03.visits', home, counted.length, 0)
  const minutes = { system: 0, attested: 0, manual: 0 }
  for (const record of counted) minutes[record.grade] += record.minutes
  for (const grade of ['system', 'attested', 'manual'] as const)
    if (minutes[grade] > 0) give(`minutes.home.${grade}`, home, minutes[grade], 0)
}

const ofPerson = (frame: Frame, person: Person<VolunteerRow>, { into, seen }: Takers): void => {
  const home = homeOf(frame, person)
  const records = periodRecords(frame, person)
  const counted = records.filter(({ counts, minutes }) => counts && minutes > 0)
  const minutes = counted.reduce((sum, record) => sum + record.minutes, 0)
  const area = frame.heads.get(person.person)
  const give = giver(into, person.person)
  if (area !== undefined) asHead(frame, minutes, area, give)
  if (minutes > 0 && area === undefined) give('I03', home, 1, 0)
  if (minutes > 0) asResident(counted, home, give)
  const registered = person.rows.some(
    (row) => isKnown(row.registered, frame.knownAt) && row.registered.occurredAt < frame.ends,
  )
  if (registered) give('I03.registered', home, 1, 0)
  asServed(records, give)
  records.forEach(seen)
}

/** I01, I02, I03, I14 and minutes by area: each by the area that it names (H17). */
export const volunteerContributions = (frame: Frame, takers: Takers): void => {
  const known = new Set<PersonId>()
  for (const person of frame.people) {
    known.add(person.person)
    ofPerson(frame, person, takers)
  }
  for (const [head, area] of frame.heads) if (!known.has(head)) asHead(frame, 0, area, giver(takers.into, head))
}
