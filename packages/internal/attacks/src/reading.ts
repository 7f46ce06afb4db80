/** What the public face says after an attack: what counted, and what waits for whom. */
import type { Ledger, ToDoItem } from '@zhiyuan/ledger'
import type { Attack } from './attack.ts'
import { C, T1, V1, V2, type County } from './county.ts'

/** A hold or a mark on what was made, or an item of a to-do, with when it came first. */
export interface Flag {
  readonly what: string
  readonly at: string
  /** The units on whose to-do it stands, the lowest first; none for what only the record shows. */
  readonly units: ReadonlyArray<string>
}
export interface Reading {
  /** Minutes of the gainers that count towards a star. */
  readonly minutes: number
  /** Of these by hand: alone they reach no star (W1). */
  readonly manual: number
  /** Of these, the most of one calendar month. */
  readonly month: number
  readonly points: number
  /** The highest level granted to one of them. */
  readonly star: number
  /** Reviews in their scores, where the attack is about them. */
  readonly reviews: number
  /** Minutes that honest people lost. */
  readonly lost: number
  readonly flags: ReadonlyArray<Flag>
}

/** What stands in a to-do because something is wrong, rather than because it is the turn of an officer. */
const alarms: ReadonlySet<ToDoItem['waits']> = new Set([
  'hold',
  'burst',
  'case',
  'hurry',
  'vouching',
  'ruling',
  'overlap',
  'two-services',
  'entry',
  'confirmation',
  'star-decision',
  'second-person',
  'supervision',
  'late-order',
  'twins',
  'unmet',
  'seats',
  'excuse',
  'release',
  'joining',
  'abort',
  'resubmission',
  'correction',
  'late-objection',
  'late-correction',
] as const)

const sum = (figures: ReadonlyArray<number>): number => figures.reduce((total, figure) => total + figure, 0)
const findMost = (minutes: ReadonlyMap<string, number>): number => Math.max(0, ...minutes.values())

/** The verified minutes of each month, over all gainers. */
const countMonths = async (ledger: Ledger, people: ReadonlyArray<string>): Promise<ReadonlyMap<string, number>> => {
  const months = new Map<string, number>()
  for (const person of people)
    for (const { status, day, minutes } of await ledger.records(person)) {
      const month = day.slice(0, 7)
      if (status === 'verified') months.set(month, (months.get(month) ?? 0) + minutes)
    }
  return months
}

const listHolds = async (ledger: Ledger, person: string): Promise<ReadonlyArray<Flag>> =>
  (await ledger.records(person)).flatMap(({ holds, marks, enteredAt, status, since }) => [
    ...holds.map((hold): Flag => ({ what: `hold ${hold.kind}`, at: hold.since, units: [] })),
    ...marks.map((mark): Flag => ({ what: `mark ${mark}`, at: enteredAt, units: [] })),
    ...(status === 'suspended' ? [{ what: 'suspended', at: since, units: [] }] : []),
  ])

const nameItem = ({ place, subject, waits }: ToDoItem): string => `${place} ${waits} ${JSON.stringify(subject)}`

/** What an honest officer vouched for waits for a look as well, and says nothing of an attack. */
const isHonest = ({ subject }: ToDoItem, colluders: ReadonlyArray<string>): boolean =>
  subject.type === 'vouching' && !colluders.includes(subject.person)

/** The alarms of the county, each with every unit that has it on its list: its own, and those above. */
const listAlarms = async (
  ledger: Ledger,
  now: string,
  colluders: ReadonlyArray<string>,
): Promise<ReadonlyArray<Flag>> => {
  const lists = await Promise.all(
    [V1, V2, T1, C].map(async (unit) => ({ unit, items: new Set((await ledger.toDo(unit)).map(nameItem)) })),
  )
  const findLate = ({ due }: ToDoItem): string | null => due.map(({ at }) => at).find((at) => at <= now) ?? null
  return (await ledger.toDo(C))
    .filter((item) => (alarms.has(item.waits) && !isHonest(item, colluders)) || findLate(item) !== null)
    .map((item) => ({
      ...(alarms.has(item.waits)
        ? { what: `${item.subject.type} ${item.waits}`, at: item.since.recordedAt }
        : { what: `${item.subject.type} ${item.waits} overdue`, at: findLate(item) ?? now }),
      units: lists.flatMap(({ unit, items }) => (items.has(nameItem(item)) ? [unit] : [])),
    }))
}

/** One flag of each kind and unit, the earliest, in the order of what happened. */
const keepFirst = (flags: ReadonlyArray<Flag>): ReadonlyArray<Flag> => {
  const first = new Map<string, Flag>()
  for (const flag of flags.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))) {
    const key = `${flag.units.join(' ')} ${flag.what}`
    if (!first.has(key)) first.set(key, flag)
  }
  return [...first.values()]
}

export const readCounty = async (
  { ledger, clock }: County,
  { colluders, gain, served = 0, due = {}, aimsAtReviews }: Attack,
): Promise<Reading> => {
  const known = { knownAt: clock.now() }
  const stars = await Promise.all(gain.map((person) => ledger.star(person, known)))
  const books = await Promise.all(gain.map((person) => ledger.passbook(person)))
  const lost = await Promise.all(
    Object.entries(due).map(async ([person, minutes]) =>
      Math.max(0, minutes - ((await ledger.star(person, known))?.minutes ?? 0)),
    ),
  )
  const holds = (await Promise.all(gain.map((person) => listHolds(ledger, person)))).flat()
  const minutes = Math.max(0, sum(stars.map((star) => star?.minutes ?? 0)) - served)
  return {
    minutes,
    manual: Math.min(minutes, sum(stars.map((star) => star?.counted.manual ?? 0))),
    month: Math.max(0, findMost(await countMonths(ledger, gain)) - served),
    points: sum(books.map(({ spent }) => spent)),
    star: Math.max(0, ...stars.map((star) => star?.granted ?? 0)),
    reviews: aimsAtReviews === true ? sum(stars.map((star) => star?.score.count ?? 0)) : 0,
    lost: sum(lost),
    flags: keepFirst([...holds, ...(await listAlarms(ledger, clock.now(), colluders))]),
  }
}
