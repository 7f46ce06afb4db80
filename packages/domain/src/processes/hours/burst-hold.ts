/** Bursts are found by counting people (H12), by place and instant, and by unit and day. */
import { send, type Envelope, type Instant, type PersonId, type Process, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import { isSameOccasion, type Occasion } from '../../vocabulary/occasion.ts'
import type { BurstId } from '../../vocabulary/ids.ts'
import type { HeadCountEvent } from '../../slices/attendance/head-count/head-count.codec.ts'
import { headCountFold, isOnCountedList } from '../../slices/attendance/head-count/head-count.read.ts'
import { mostEntries } from '../../slices/hours/burst/burst.codec.ts'
import { isDayBurst, isSameRecord, nameDayBurst, namePlaceBurst } from '../../slices/hours/burst/burst.read.ts'
import { burstTerms, smallestBurst } from '../../slices/hours/record/burst.terms.ts'
import { findGuardPolicy, policyFold, type PolicyBook } from '../../slices/organisation/policy/policy.read.ts'
import { readTerms } from '../../slices/organisation/policy/terms.ts'
import { findSurvivor, humansFold } from '../../slices/people/humans/humans.read.ts'
import {
  beginRow,
  dayHeadsKey,
  entriesKey,
  evolveRow,
  humansKey,
  isEntering,
  isHeadCount,
  listKeys,
  placeHeadsKey,
  policiesKey,
  type BurstRow,
  type RowEntry,
} from './burst-row.ts'

/** What the entries of a burst are judged by. */
interface Judging {
  readonly book: PolicyBook
  readonly findHuman: (person: PersonId) => PersonId
  /** The head counts and lists of the place, or of the day. */
  readonly heads: ReadonlyArray<HeadCountEvent>
}

type FindRow = (key: string) => BurstRow | undefined

const makeJudging = (find: FindRow, headsKey: string): Judging => {
  const policies = find(policiesKey)
  const humans = find(humansKey)
  const heads = find(headsKey)
  const book = (policies?.type === 'policies' ? policies.events : []).reduce(policyFold.evolve, policyFold.initial)
  const known = (humans?.type === 'humans' ? humans.events : []).reduce(humansFold.evolve, humansFold.initial)
  return {
    book,
    findHuman: (person) => findSurvivor(known, person),
    heads: heads?.type === 'heads' ? heads.events : [],
  }
}

/** Who stands on a list of that day within a head count is not counted, and not held either. */
const listSuspects = (entries: ReadonlyArray<RowEntry>, { heads, findHuman }: Judging): ReadonlyArray<RowEntry> => {
  if (heads.length === 0) return entries
  return entries.filter(({ source, day, volunteer }) => {
    const told = heads.filter(({ occasion }) => isSameOccasion(occasion, source))
    const state = told.reduce(headCountFold.evolve, headCountFold.initial)
    const ofDay = { ...state, lists: state.lists.filter((one) => one.day === day) }
    return !isOnCountedList(ofDay, volunteer, findHuman)
  })
}

const readBursts = ({ book }: Judging, at: Instant) => {
  const policy = findGuardPolicy(book, at)
  return policy === null ? null : readTerms(burstTerms, policy)
}

const countHumans = (entries: ReadonlyArray<RowEntry>, { findHuman }: Judging): number =>
  new Set(entries.map(({ volunteer }) => findHuman(volunteer))).size

/** Each largest crowd stands at the start of an interval. A segment is half-open, so who has left by then is not there. */
const findCrowd = (entries: ReadonlyArray<RowEntry>, judging: Judging): ReadonlyArray<RowEntry> => {
  const crowd = new Set<RowEntry>()
  let there: ReadonlyArray<RowEntry> = []
  for (const start of [...new Set(entries.map((entry) => entry.start))].sort()) {
    there = [...there, ...entries.filter((one) => one.start === start)].filter(({ end }) => end > start)
    const most = readBursts(judging, start)?.people ?? Infinity
    if (there.length >= most && countHumans(there, judging) >= most) there.forEach((one) => crowd.add(one))
  }
  return entries.filter((one) => crowd.has(one))
}

const findDayCrowd = (entries: ReadonlyArray<RowEntry>, judging: Judging): ReadonlyArray<RowEntry> => {
  const [first] = entries
  const most = first === undefined ? null : (readBursts(judging, first.start)?.peopleADay ?? null)
  return most !== null && countHumans(entries, judging) >= most ? entries : []
}

const chunk = <A>(all: ReadonlyArray<A>, size: number): ReadonlyArray<ReadonlyArray<A>> =>
  all.length === 0 ? [] : [all.slice(0, size), ...chunk(all.slice(size), size)]

/** A burst that an event may have made, and where the head counts are found that speak for its people. */
interface Suspected {
  readonly burstId: BurstId
  readonly headsKey: string
}

const suspectPlace = (occasion: Occasion): Suspected => ({
  burstId: namePlaceBurst(occasion),
  headsKey: placeHeadsKey(occasion),
})

/** Place comes before day: so a festival on paper is one case, though its day has many people too. */
const listSuspected = (event: LedgerEvent): ReadonlyArray<Suspected> => {
  if (isEntering(event)) {
    const { source, recordingUnit, day } = event
    return [suspectPlace(source), { burstId: nameDayBurst(recordingUnit, day), headsKey: dayHeadsKey(day) }]
  }
  if (event.type === 'DayDoubted') return [{ burstId: event.burstId, headsKey: dayHeadsKey(event.day) }]
  return isHeadCount(event) ? [suspectPlace(event.occasion)] : []
}

const copyEntry = ({ volunteer, recordId, enteredAt, day, source, unit }: RowEntry) => ({
  volunteer,
  recordId,
  enteredAt,
  day,
  source,
  unit,
})

/** The entries of the burst that it does not know yet. */
const findFresh = ({ burstId, headsKey }: Suspected, find: FindRow): ReadonlyArray<RowEntry> => {
  const row = find(entriesKey(burstId))
  if (row?.type !== 'entries' || row.entries.length < smallestBurst) return []
  const judging = makeJudging(find, headsKey)
  const suspects = listSuspects(row.entries, judging)
  const crowd = isDayBurst(burstId) ? findDayCrowd(suspects, judging) : findCrowd(suspects, judging)
  return crowd.filter(({ noted }) => !noted)
}

const tell = (burstId: BurstId, entries: ReadonlyArray<RowEntry>): ReadonlyArray<Reaction<LedgerCommand>> =>
  chunk(entries.map(copyEntry), mostEntries).map((some) => send({ type: 'NoteBurst', burstId, entries: some }))

/** The burst of the day is not told what the one of the place is told by the same event: both may be decided at once. */
const tellBursts = (suspected: ReadonlyArray<Suspected>, find: FindRow): ReadonlyArray<Reaction<LedgerCommand>> => {
  const [place, day] = suspected
  if (place === undefined) return []
  const ofPlace = findFresh(place, find)
  const ofDay = day === undefined ? [] : findFresh(day, find)
  const left = ofDay.filter((one) => !ofPlace.some((other) => isSameRecord(one, other)))
  return [...tell(place.burstId, ofPlace), ...(day === undefined ? [] : tell(day.burstId, left))]
}

/** Lists whose people a dropped list or a lower head count may take out of the head count: all of that day, dropped ones too. */
const isListed = ({ day, volunteer }: RowEntry, { heads, findHuman }: Judging): boolean =>
  heads.some(
    (list) =>
      list.type === 'ListNoted' &&
      list.day === day &&
      list.people.some((person) => findHuman(person) === findHuman(volunteer)),
  )

/** A list is of one place, and its people count in the day of a unit too. The entries of the place name the units; the day is looked at by an event of its own. */
const doubtDays = ({ id, data }: Envelope<LedgerEvent>, find: FindRow): ReadonlyArray<Reaction<LedgerCommand>> => {
  if ((data.type !== 'ListDropped' && data.type !== 'HeadCountTold') || data.day === null) return []
  const { occasion, day } = data
  const row = find(entriesKey(namePlaceBurst(occasion)))
  const ofDay = row?.type === 'entries' ? row.entries.filter((one) => one.day === day) : []
  const judging = makeJudging(find, placeHeadsKey(occasion))
  const counted = listSuspects(ofDay, judging).filter((one) => isListed(one, judging))
  const bursts = new Set(counted.map(({ unit }) => nameDayBurst(unit, day)))
  return [...bursts].map((burstId) => send({ type: 'DoubtDay', burstId, day, because: id }))
}

/**
 * H12: many people whom records that are not `system` place in one order or session at one instant, or on one day with `manual` records of one
 * unit's bodies, whoever enters them and whenever. How many is said by the policy of the service day. A record that is withdrawn or refused
 * later still counts, so that no burst is melted and entered again.
 */
export const burstHold: Process<BurstRow, LedgerEvent, LedgerCommand> = {
  name: 'burst-hold',
  version: 3,
  initial: beginRow,
  keys: listKeys,
  evolve: evolveRow,
  react: (envelope, rows) => {
    const keys = listKeys(envelope.data)
    const find: FindRow = (key) => rows[keys.indexOf(key)]
    return [...tellBursts(listSuspected(envelope.data), find), ...doubtDays(envelope, find)]
  },
}
