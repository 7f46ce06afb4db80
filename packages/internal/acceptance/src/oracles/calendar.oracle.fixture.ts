/**
 * Local days and terms of working days (H4, H20, A9), told from the lifecycles' rule of terms.
 *
 * Choice: a term of n working days starts on the local day of its first instant, whether or not that day is a working day, because the text says
 * "the n-th working day after the starting one". The midnight that ends the n-th one is already too late for an act that has to be in time,
 * and it is the first instant for an act that has to wait.
 */
export interface Calendar {
  readonly offsetMinutes: number
  readonly isWorkingDay: (localDay: string) => boolean
}

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** The local day of an instant as YYYY-MM-DD. */
export const localDay = (instant: number, offsetMinutes: number): string =>
  new Date(instant + offsetMinutes * minute).toISOString().slice(0, 10)

/** The instant at which a local day begins. */
export const startDay = (localDate: string, offsetMinutes: number): number =>
  Date.parse(`${localDate}T00:00:00.000Z`) - offsetMinutes * minute

/** The midnight that ends the n-th working day after the day of `start`. n is at least 1. */
export const endTerm = (start: number, workingDays: number, calendar: Calendar): number => {
  let midnight = startDay(localDay(start, calendar.offsetMinutes), calendar.offsetMinutes)
  let left = workingDays
  while (left > 0) {
    midnight += day
    if (calendar.isWorkingDay(localDay(midnight, calendar.offsetMinutes))) left -= 1
  }
  return midnight + day
}
