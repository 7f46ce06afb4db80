/**
 * Terms of working days while the calendar changes (H4, W2).
 *
 * Choice: at each instant the calendar adopted last is the calendar of every term, also of terms that run already.
 * Choice: a term ends at the first instant at which it is over by the calendar of that instant. What has ended stays ended, also when a later calendar
 * would have let it run; so no act is made late or in time in hindsight.
 * Choice: a calendar that shortens a running term ends it at its adoption at the earliest, because before that the longer term was true.
 * Choice: a mark, a running term and a public notice ask this one function; a record is late when it is made at the end of the term or later.
 * Choice: the term starts at the end of the service for H4, at the opening of the notice for W2. A grant is possible from the end on.
 * Choice: two calendars of one instant: the later in the list counts. Before the first one the first one counts, because some calendar must.
 */
import { endTerm } from './calendar.oracle.fixture.ts'
import type { Calendar } from './calendar.oracle.fixture.ts'

export interface CalendarEdition {
  readonly adoptedAt: number
  readonly isWorkingDay: Calendar['isWorkingDay']
}

export interface CalendarHistory {
  readonly offsetMinutes: number
  /** At least one edition, in order of adoption. */
  readonly editions: readonly CalendarEdition[]
}

/** The calendar of an instant. */
const findCalendar = ({ offsetMinutes, editions }: CalendarHistory, at: number): Calendar => {
  const known = editions.filter(({ adoptedAt }) => adoptedAt <= at).at(-1) ?? editions[0]
  return { offsetMinutes, isWorkingDay: known?.isWorkingDay ?? (() => true) }
}

/** The end of a term that started at `start`, as it is known at `known`: final once it is over, else what the calendar of `known` says. */
export const findTermEnd = (start: number, workingDays: number, history: CalendarHistory, known: number): number => {
  const changes = history.editions.map(({ adoptedAt }) => adoptedAt).filter((at) => at > start && at <= known)
  const since = [start, ...changes]
  for (const [index, from] of since.entries()) {
    const end = Math.max(from, endTerm(start, workingDays, findCalendar(history, from)))
    const next = since[index + 1]
    if (next === undefined || end < next) return end
  }
  return start
}

/** Tells whether a term is over at an instant. */
export const hasTermEnded = (start: number, workingDays: number, history: CalendarHistory, at: number): boolean =>
  at >= findTermEnd(start, workingDays, history, at)

/** H4: the mark of a record. */
export const isLateRecord = (serviceEnd: number, madeAt: number, history: CalendarHistory, workingDays = 10): boolean =>
  hasTermEnded(serviceEnd, workingDays, history, madeAt)

/** W2: whether a star may be granted, its notice being over. */
export const hasNoticeEnded = (openedAt: number, at: number, history: CalendarHistory, workingDays = 5): boolean =>
  hasTermEnded(openedAt, workingDays, history, at)
