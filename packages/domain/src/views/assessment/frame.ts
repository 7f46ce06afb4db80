import {
  addDays,
  dayNumber,
  startOfDay,
  type Instant,
  type LocalDay,
  type PersonId,
  type UnitId,
} from '@zhiyuan/kernel'
import { findPolicyOfDay, type Policy } from '../../slices/organisation/policy/policy.read.ts'
import { listRosters } from '../../slices/organisation/roster/roster.read.ts'
import { findSurvivor } from '../../slices/people/humans/humans.read.ts'
import { groupByHuman, type Person } from '../people/people.ts'
import type { FigureInput, Period } from './input.ts'
import type { VolunteerRow } from '../volunteers/row.ts'
import { targetTerms } from '../../slices/assessment/targets.terms.ts'
import { localTerms } from '../../slices/organisation/policy/local.terms.ts'
import { readTerms } from '../../slices/organisation/policy/terms.ts'

/** The question, with all that is computed once for all rows. */
export interface Frame {
  readonly input: FigureInput
  readonly knownAt: Instant
  readonly root: UnitId
  /** The policy in force on the last day of the period, as known at K. */
  readonly policy: Policy
  readonly lastDay: LocalDay
  readonly begins: Instant
  readonly ends: Instant
  readonly people: ReadonlyArray<Person<VolunteerRow>>
  /** In-service heads by surviving person, with the area in which they count (S9): each person is on one roster (G2). */
  readonly heads: ReadonlyMap<PersonId, UnitId>
}

/** Builds the frame; null where no policy was in force, or where there are no units yet. */
export const buildFrame = (input: FigureInput): Frame | null => {
  const { period, knownAt, tree, policies, rosters, humans, volunteers } = input
  const lastDay = addDays(period.to, -1)
  const policy = findPolicyOfDay(policies, lastDay)
  if (policy === null || tree.root === null) return null
  const { zone } = readTerms(localTerms, policy)
  const heads = new Map<PersonId, UnitId>()
  for (const roster of listRosters(rosters, lastDay)) {
    for (const head of roster.heads) {
      const person = findSurvivor(humans, head)
      if (!heads.has(person)) heads.set(person, roster.area)
    }
  }
  return {
    input,
    knownAt,
    root: tree.root,
    policy,
    lastDay,
    heads,
    begins: startOfDay(zone, period.from),
    ends: startOfDay(zone, period.to),
    people: groupByHuman(volunteers, humans),
  }
}

/** Whether an instant of recording is in the period. */
export const isWithinPeriod = ({ begins, ends }: Frame, at: Instant): boolean => begins <= at && at < ends

/** The number of days of the period, and of the year in which it begins (I02). */
const countDays = ({ from, to }: Period): { readonly days: number; readonly year: number } => {
  const year = Number(from.slice(0, 4))
  const first = (of: number): number => dayNumber(`${String(of).padStart(4, '0')}-01-01` as LocalDay)
  return { days: Math.max(0, dayNumber(to) - dayNumber(from)), year: first(year + 1) - first(year) }
}

/** I02: whether the minutes of the heads reach the period's share of the year's target. It multiplies across, so that no fraction is rounded. */
export const keepsUp = ({ input, policy }: Frame, minutes: number, heads: number): boolean => {
  const { days, year } = countDays(input.period)
  return heads > 0 && minutes * year >= readTerms(targetTerms, policy).inServiceMinutesPerYear * days * heads
}
