/** How detectors group what they saw, and put it into findings. */
import type { PersonId, UnitId } from '@zhiyuan/kernel'
import type { TeamId } from '../vocabulary/ids.ts'
import type { Finding } from './detector.ts'
import type { Evidence } from './facts/logged.ts'

/** An auditor opens some events and asks for the rest: a finding names at most these. */
const mostEvidence = 40

/** One thing that was seen: the month, the minutes that it brought, and its events. */
export interface Seen {
  readonly month: string
  readonly minutes: number
  readonly evidence: ReadonlyArray<Evidence>
}

/** The local month of a local day. */
export const readMonth = (day: string): string => day.slice(0, 7)

export const groupOnes = <A>(all: Iterable<A>, key: (one: A) => string): ReadonlyMap<string, ReadonlyArray<A>> => {
  const groups = new Map<string, A[]>()
  for (const one of all) {
    const name = key(one)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [one])
    else group.push(one)
  }
  return groups
}

export const sum = <A>(all: Iterable<A>, value: (one: A) => number): number => {
  let total = 0
  for (const one of all) total += value(one)
  return total
}

/** The share of those that pass, from 0 to 1; 0 of none. */
export const computeShare = <A>(all: ReadonlyArray<A>, passes: (one: A) => boolean): number =>
  all.length === 0 ? 0 : all.filter(passes).length / all.length

/** The middle of the values; 0 of none. */
export const median = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const listEvidence = (seen: ReadonlyArray<Seen>): ReadonlyArray<Evidence> =>
  [...new Map(seen.flatMap(({ evidence }) => evidence).map((one) => [`${one.stream} ${one.version}`, one])).values()]
    .sort((one, other) => compare(one.stream, other.stream) || one.version - other.version)
    .slice(0, mostEvidence)

/** Whom a finding is about. */
export interface Concerned {
  readonly persons?: Iterable<PersonId>
  readonly units?: Iterable<UnitId>
  readonly teams?: Iterable<TeamId>
}

export const listOnce = <A extends string>(all: Iterable<A> = []): ReadonlyArray<A> => [...new Set(all)].sort(compare)

export const makeFinding = (
  detector: string,
  { persons, units, teams }: Concerned,
  seen: ReadonlyArray<Seen>,
  signs: Finding['signs'],
  question: Finding['question'] = null,
): Finding => ({
  detector,
  persons: listOnce(persons),
  units: listOnce(units),
  teams: listOnce(teams),
  months: [...groupOnes(seen, ({ month }) => month)]
    .map(([month, of]) => ({ month, minutes: sum(of, ({ minutes }) => minutes), cases: of.length }))
    .sort((one, other) => compare(one.month, other.month)),
  signs,
  evidence: listEvidence(seen),
  question,
})

const nameSubject = ({ persons, units, teams, months }: Finding): string =>
  [...persons, ...units, ...teams, ...months.map(({ month }) => month)].join(' ')

/** In the order of whom they are about, which no order of unrelated streams changes. */
export const inOrder = (findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> =>
  [...findings].sort((one, other) => compare(nameSubject(one), nameSubject(other)))
