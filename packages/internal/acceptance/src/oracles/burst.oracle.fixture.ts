/**
 * Bursts (H12), judged anew after each entry from everything that was entered so far. The ledger's order is the order of the list.
 *
 * A record has [start, end). It places its human at each instant of it; a break inside it does not take the human out of the place.
 *
 * Choice: the threshold itself is a burst (the golden story: the third of three).
 * Choice: "one day" is the local day on which the service starts, never the day of entry: "whenever" they are entered, and a clerk may type the lists of
 * a week on a Friday.
 * Choice: for the day, an entry told late counts with the manual ones in every grade; for the instant, all but `system` ones told live count.
 * Choice: who is not counted (head count) is not held either. Head counts are read as known before the first entry.
 * Choice: an entry that is withdrawn, rejected or voided later still counts, else a burst could be melted and entered again.
 * Choice: a record lies in one case at a time, the one that held it first; at one entry its place comes before its day. So a festival on paper is one case,
 * although it passes both thresholds.
 * Choice: all instants of one order or session are one burst; so are all places of one unit and day.
 * Choice: a ruling settles the entries of its case: they still count for later ones, but no burst of either kind holds them again. What is entered later
 * into the burst, or is drawn into it by a later entry, is a new case. An entry at the instant of the ruling belongs to what was ruled.
 * Choice: an entry that names a record already entered (resubmitted, time added) replaces its interval from then on and is an entry of its own; a record that
 * is still held stays held in its case, even if the new interval lies elsewhere.
 */
import { localDay } from './calendar.oracle.fixture.ts'
import { isCounted } from './head-count.oracle.fixture.ts'
import type { HeadCount } from './head-count.oracle.fixture.ts'

export interface Entry {
  readonly record: string
  readonly human: string
  readonly grade: 'system' | 'attested' | 'manual'
  readonly told: 'live' | 'late'
  readonly enteredAt: number
  readonly enteredBy: string
  /** The order's round or the session. */
  readonly place: string
  /** The unit of the recording body. */
  readonly unit: string
  readonly start: number
  readonly end: number
}

/** A ruling names the burst: `placeBurst` or `dayBurst`; it rules the case that is open then, if there is one. */
export interface BurstRuling {
  readonly burst: string
  readonly at: number
}

export interface BurstTerms {
  readonly people: number
  readonly peopleADay: number
}

export interface BurstStory {
  readonly entries: readonly Entry[]
  readonly counts: readonly HeadCount[]
  readonly rulings: readonly BurstRuling[]
  readonly terms: BurstTerms
  readonly offsetMinutes: number
}

export interface BurstHold {
  readonly record: string
  readonly from: number
}

export interface BurstCase {
  /** The burst and the number of its case: `place:S#1`. */
  readonly id: string
  readonly burst: string
  readonly openedAt: number
  readonly ruledAt: number | null
  readonly holds: readonly BurstHold[]
}

export interface BurstAnswer {
  readonly cases: readonly BurstCase[]
  /** The last hold of each record, ruled or not; null where no burst ever held it. */
  readonly records: ReadonlyMap<string, { readonly heldFrom: number; readonly case: string } | null>
}

interface OpenCase {
  id: string
  burst: string
  openedAt: number
  ruledAt: number | null
  holds: BurstHold[]
  entries: Set<Entry>
}

export const placeBurst = (place: string): string => `place:${place}`
export const dayBurst = (unit: string, localDate: string): string => `day:${unit}:${localDate}`

const countHumans = (entries: readonly Entry[]): number => new Set(entries.map(({ human }) => human)).size

/** The last entry of each record, without `system` and without what a head count covers. */
const listSuspects = (entries: readonly Entry[], story: BurstStory): readonly Entry[] => {
  const last = new Map(entries.map((entry) => [entry.record, entry]))
  return [...last.values()].filter((entry) => {
    const date = localDay(entry.start, story.offsetMinutes)
    const lists = story.counts.filter(({ list }) => list.records.includes(entry.record))
    const covered = lists.some(({ list }) => isCounted(list.list, entry.place, date, story.counts))
    return !covered && !(entry.grade === 'system' && entry.told === 'live')
  })
}

/** Each largest crowd of a place stands at the start of one of its intervals. */
const findCrowd = (entries: readonly Entry[], people: number): readonly Entry[] => {
  const crowd = new Set<Entry>()
  for (const start of new Set(entries.map((entry) => entry.start))) {
    const there = entries.filter((entry) => entry.start <= start && start < entry.end)
    if (countHumans(there) >= people) there.forEach((entry) => crowd.add(entry))
  }
  return entries.filter((entry) => crowd.has(entry))
}

/** The bursts that an entry can have changed, place before day. */
const findBursts = (now: Entry, suspects: readonly Entry[], story: BurstStory) => {
  const date = localDay(now.start, story.offsetMinutes)
  const ofPlace = suspects.filter(({ place }) => place === now.place)
  const ofDay = suspects.filter(
    ({ unit, start, grade, told }) =>
      unit === now.unit && localDay(start, story.offsetMinutes) === date && (grade === 'manual' || told === 'late'),
  )
  return [
    { burst: placeBurst(now.place), entries: findCrowd(ofPlace, story.terms.people) },
    { burst: dayBurst(now.unit, date), entries: countHumans(ofDay) >= story.terms.peopleADay ? ofDay : [] },
  ]
}

const openCase = (cases: OpenCase[], burst: string, openedAt: number): OpenCase => {
  const open = cases.find((one) => one.burst === burst && one.ruledAt === null)
  if (open !== undefined) return open
  const number = cases.filter((one) => one.burst === burst).length + 1
  const opened = { id: `${burst}#${number}`, burst, openedAt, ruledAt: null, holds: [], entries: new Set<Entry>() }
  cases.push(opened)
  return opened
}

const holdAll = (cases: OpenCase[], burst: string, entries: readonly Entry[], at: number): void => {
  for (const entry of entries) {
    const isSettled = cases.some((one) => one.entries.has(entry))
    const isHeld = cases.some((one) => one.ruledAt === null && one.holds.some(({ record }) => record === entry.record))
    if (isSettled || isHeld) continue
    const one = openCase(cases, burst, at)
    one.holds.push({ record: entry.record, from: at })
    one.entries.add(entry)
  }
}

/** A resubmission of a held record is ruled with the case that holds the record. */
const settleResubmission = (cases: OpenCase[], entry: Entry): void => {
  const holding = cases.find((one) => one.ruledAt === null && one.holds.some(({ record }) => record === entry.record))
  holding?.entries.add(entry)
}

const rule = (cases: OpenCase[], { burst, at }: BurstRuling): void => {
  const open = cases.find((one) => one.burst === burst && one.ruledAt === null)
  if (open !== undefined && open.openedAt <= at) open.ruledAt = at
}

/** Tells each hold and each case of a story. */
export const findBurstCases = (story: BurstStory): BurstAnswer => {
  const cases: OpenCase[] = []
  const rulings = [...story.rulings].sort((a, b) => a.at - b.at)
  story.entries.forEach((entry, index) => {
    while (rulings[0] !== undefined && rulings[0].at < entry.enteredAt) rule(cases, rulings.shift()!)
    const suspects = listSuspects(story.entries.slice(0, index + 1), story)
    settleResubmission(cases, entry)
    for (const { burst, entries } of findBursts(entry, suspects, story)) holdAll(cases, burst, entries, entry.enteredAt)
  })
  rulings.forEach((ruling) => rule(cases, ruling))
  const records = new Map<string, { heldFrom: number; case: string } | null>()
  for (const { record } of story.entries) records.set(record, null)
  for (const { id, holds } of cases)
    for (const { record, from } of holds) records.set(record, { heldFrom: from, case: id })
  return {
    cases: cases.map(({ id, burst, openedAt, ruledAt, holds }) => ({ id, burst, openedAt, ruledAt, holds })),
    records,
  }
}
