/** Working days and terms. While the notice of a calendar year is not adopted, the year is assumed to be Monday to Friday. */
import {
  addDays,
  endOfDay,
  localDay,
  plusMillis,
  msPerDay,
  plusHours,
  weekday,
  type Instant,
  type LocalDay,
} from '@zhiyuan/kernel'
import { localTerms } from './local.terms.ts'
import type { Policy, PolicyBook } from './policy.state.ts'
import type { Term } from './term.codec.ts'
import { readTerms } from './terms.ts'

export interface WorkingDay {
  readonly working: boolean
  /** The notice of the day's year is not adopted yet. */
  readonly assumed: boolean
}

export const isWorkingDay = ({ years }: PolicyBook, day: LocalDay): WorkingDay => {
  const year = years.get(Number(day.slice(0, 4)))
  const weekdayWork = weekday(day) <= 5
  if (year === undefined) return { working: weekdayWork, assumed: true }
  const working = year.daysWorked.includes(day) || (weekdayWork && !year.daysOff.includes(day))
  return { working, assumed: false }
}

/** A length of time, and the instant at which it begins. */
export interface RunningFrom {
  readonly term: Term
  readonly from: Instant
}

/** When a term ends. */
export interface Due {
  readonly dueAt: Instant
  /** The end rests on a calendar year that is not adopted yet. */
  readonly assumed: boolean
}

/** The n-th working day after a day; ten years later at the most, so that the function is total on any calendar. */
export const addWorkingDays = (
  book: PolicyBook,
  day: LocalDay,
  n: number,
): { readonly day: LocalDay; readonly assumed: boolean } => {
  let current = day
  let left = n
  let assumed = false
  for (let days = 0; left > 0 && days < 3660 + 3 * n; days += 1) {
    current = addDays(current, 1)
    const found = isWorkingDay(book, current)
    assumed ||= found.assumed
    if (found.working) left -= 1
  }
  return { day: current, assumed }
}

/** The local day of an instant, in a policy's local time. */
export const findLocalDay = (policy: Policy, at: Instant): LocalDay => localDay(readTerms(localTerms, policy).zone, at)

/** Elapsed hours or days, or the midnight that ends the n-th working day after the starting one. */
export const computeDue = (book: PolicyBook, policy: Policy, { term, from }: RunningFrom): Due => {
  if ('hours' in term) return { dueAt: plusHours(from, term.hours), assumed: false }
  if ('days' in term) return { dueAt: plusMillis(from, term.days * msPerDay), assumed: false }
  const { day, assumed } = addWorkingDays(book, findLocalDay(policy, from), term.workingDays)
  return { dueAt: endOfDay(readTerms(localTerms, policy).zone, day), assumed }
}
