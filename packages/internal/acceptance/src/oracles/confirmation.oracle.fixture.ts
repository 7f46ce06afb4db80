/**
 * Who confirms a forgotten check-out or a capture, when, and how many a day (A9, A14).
 *
 * Choice: a person is placed there by a check-in of that round told in time, by own hand, by a roster or by a clerk for a caller (A12: told in time).
 * A capture places only after it was confirmed, and then not "in time": never.
 * Choice: the confirmer need not have been there at the end; the text asks for the check-in alone. Two who were there may confirm each other.
 * Choice: the term of 10 working days starts with the instant at which the check-out went missing or the capture was told. The midnight that ends it is too late.
 * Choice: a session's clerk is its host's. A session has no requester.
 * Choice: a clerk who was placed there confirms as one placed there and spends none of the ten; so does the requester. A clerk who is contact or proxy
 * counts as a clerk: the clerk types each need that comes by telephone, so that the ten would bind none of them.
 * Choice: a day is the local day of the confirming. Each confirm of a clerk counts, a held one too, for the clerk and for the unit, else thirty clerks
 * would lend each other their rest.
 */
import { endTerm, localDay } from './calendar.oracle.fixture.ts'
import type { Calendar } from './calendar.oracle.fixture.ts'

export interface RoundLog {
  readonly arrivals: readonly { readonly human: string; readonly isToldInTime: boolean }[]
  /** Requester, contacts and proxy of the need; the requester first. */
  readonly requesters: readonly string[]
  /** Clerks of the handler, or of the host. */
  readonly clerks: readonly string[]
}

export type Capacity = 'placed' | 'requester' | 'clerk'

/** Tells as what a human may confirm the presence of `subject`; null where the human may not. All are humans, so no second number helps. */
export const findCapacity = (human: string, subject: string, log: RoundLog): Capacity | null => {
  if (human === subject) return null
  if (log.arrivals.some((arrival) => arrival.human === human && arrival.isToldInTime)) return 'placed'
  if (log.requesters[0] === human) return 'requester'
  if (log.clerks.includes(human)) return 'clerk'
  return log.requesters.includes(human) ? 'requester' : null
}

export const isConfirmedInTime = (missingAt: number, confirmedAt: number, workingDays: number, calendar: Calendar) =>
  confirmedAt < endTerm(missingAt, workingDays, calendar)

export interface Confirm {
  readonly presence: string
  readonly clerk: string
  readonly unit: string
  readonly at: number
}

export interface ConfirmTerms {
  readonly clerk: number
  readonly unit: number
}

/** Tells which of the clerks' confirms are held, in the order of the list: from the 11th of a clerk and the 21st of a unit on one day. */
export const holdConfirms = (
  confirms: readonly Confirm[],
  terms: ConfirmTerms,
  offsetMinutes: number,
): readonly string[] =>
  confirms
    .filter((confirm, index) => {
      const sameDay = confirms
        .slice(0, index + 1)
        .filter(({ at }) => localDay(at, offsetMinutes) === localDay(confirm.at, offsetMinutes))
      const byClerk = sameDay.filter(({ clerk }) => clerk === confirm.clerk).length
      const byUnit = sameDay.filter(({ unit }) => unit === confirm.unit).length
      return byClerk > terms.clerk || byUnit > terms.unit
    })
    .map(({ presence }) => presence)
