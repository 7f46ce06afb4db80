/**
 * The due date of an order (O22), its extension (O27) and the classes beside I06.
 *
 * Choice: a due date is a local day and holds to its midnight: a report at the midnight that ends it is late. I06's "report ≤ due" compares days.
 * Choice: the last day that the requester's side asked for or agreed to counts; one noted by the office alone counts only while there is none of those, so
 * that an office cannot move a promise by itself. A scheduled time is a day named by the one who set it, agreed where the requester's side agreed (O18).
 * Choice: a day that the team or the handler set for an accepted order goes with the team, as its time does; the word of the requester's side, what the office
 * noted when it placed the order, and a granted day stay.
 * Choice: a day named at or after the end of the due day in force changes nothing: what has passed has passed, and I06 is not mended in hindsight.
 * Choice: each round has its own days. Without one it is 7 working days from the approval of the need in the first round, from the reopening in a later one.
 * Choice: an order placed long after the approval is due from the approval all the same, else the wait before it would be hidden.
 * Choice: an extension needs a reason, a later day than the one in force, and an ask before that day has ended. One ask a round, also when it is refused.
 * Choice: the first answer counts, of the requester's side or of the unit above. The midnight that ends the second working day is too late.
 * Choice: a granted day stands above the others of its instant; the requester's side may name another one afterwards.
 * Choice: I06 judges the first report of the order by the due day of its first round, as it stood when the report came.
 */
import { day, endTerm, localDay, startDay } from './calendar.oracle.fixture.ts'
import type { Calendar } from './calendar.oracle.fixture.ts'

export type DueFact =
  | {
      readonly type: 'named'
      readonly at: number
      readonly day: string
      /** Who asked for the day or agreed to it; `office` where the office noted it alone, `team` where it came with a team's time. */
      readonly by: 'requester-side' | 'office' | 'team'
    }
  | { readonly type: 'team-gone'; readonly at: number }
  | { readonly type: 'extension-asked'; readonly at: number; readonly day: string; readonly reason: string }
  | {
      readonly type: 'extension-answered'
      readonly at: number
      readonly by: 'requester-side' | 'unit-above'
      readonly isGranted: boolean
    }

export interface DueRound {
  /** The approval of the need in the first round, the reopening in a later one. */
  readonly start: number
  readonly facts: readonly DueFact[]
}

export interface DueTerms {
  readonly due: number
  readonly extension: number
  readonly calendar: Calendar
}

export type DueSource = 'requester-side' | 'office' | 'team' | 'default' | 'extension'

export interface Extension {
  readonly askedAt: number
  readonly day: string
  readonly original: string
  readonly state: 'asked' | 'granted' | 'refused'
  /** Who granted it, or null: an unanswered one is refused by the clock. */
  readonly by: 'requester-side' | 'unit-above' | null
}

export interface Due {
  readonly day: string
  /** The midnight that ends the day. */
  readonly end: number
  readonly source: DueSource
  readonly extension: Extension | null
}

export type DueRefusal = 'passed' | 'asked-once' | 'no-reason' | 'not-later' | 'nothing-asked' | 'answered'

const build = (date: string, source: DueSource, extension: Extension | null, { calendar }: DueTerms): Due => ({
  day: date,
  end: startDay(date, calendar.offsetMinutes) + day,
  source,
  extension,
})

const setDay = (due: Due, date: string, source: DueSource, terms: DueTerms): Due =>
  build(date, source, due.extension, terms)

/** The default due day of a round: the last of its working days. */
const findDefaultDue = (start: number, terms: DueTerms): Due => {
  const end = endTerm(start, terms.due, terms.calendar)
  return build(localDay(end - 1, terms.calendar.offsetMinutes), 'default', null, terms)
}

const endExtension = (due: Due, at: number, terms: DueTerms): Due => {
  const { extension } = due
  if (extension?.state !== 'asked' || at < endTerm(extension.askedAt, terms.extension, terms.calendar)) return due
  return { ...due, extension: { ...extension, state: 'refused' } }
}

/** Tells why a fact changes nothing; null where it counts. */
const refuseDueFact = (due: Due, fact: DueFact): DueRefusal | null => {
  if (fact.type === 'team-gone') return null
  if (fact.type === 'named') return fact.at >= due.end ? 'passed' : null
  if (fact.type === 'extension-answered') {
    if (due.extension === null) return 'nothing-asked'
    return due.extension.state === 'asked' ? null : 'answered'
  }
  if (due.extension !== null) return 'asked-once'
  if (fact.at >= due.end) return 'passed'
  if (fact.reason === '') return 'no-reason'
  return fact.day > due.day ? null : 'not-later'
}

const applyDueFact = (due: Due, fact: DueFact, terms: DueTerms): Due => {
  if (fact.type === 'team-gone') return due
  if (fact.type === 'named') {
    const isPromised = due.source === 'requester-side' || due.source === 'extension'
    return fact.by !== 'requester-side' && isPromised ? due : setDay(due, fact.day, fact.by, terms)
  }
  if (fact.type === 'extension-asked')
    return { ...due, extension: { askedAt: fact.at, day: fact.day, original: due.day, state: 'asked', by: null } }
  if (due.extension === null) return due
  const extension: Extension = { ...due.extension, state: fact.isGranted ? 'granted' : 'refused', by: fact.by }
  return fact.isGranted ? build(extension.day, 'extension', extension, terms) : { ...due, extension }
}

export interface DueReplay {
  readonly due: Due
  readonly refused: readonly (DueRefusal | null)[]
}

/** The due date of a round at an instant, both dates of an extension kept. */
export const replayDue = (round: DueRound, at: number, terms: DueTerms): DueReplay => {
  let due = findDefaultDue(round.start, terms)
  /** The due date without the day of the present team. */
  let base = due
  const refused: (DueRefusal | null)[] = []
  for (const fact of round.facts.filter((one) => one.at <= at)) {
    due = endExtension(due, fact.at, terms)
    const refusal = refuseDueFact(due, fact)
    refused.push(refusal)
    if (refusal !== null) continue
    if (fact.type === 'team-gone') due = { ...base, extension: due.extension }
    due = applyDueFact(due, fact, terms)
    if (due.source !== 'team') base = due
  }
  return { due: endExtension(due, at, terms), refused }
}

export interface OnTime {
  readonly isOnTime: boolean
  /** Classes beside I06. */
  readonly isOfficeDay: boolean
  readonly isExtended: boolean
}

/** I06 of an order by its first report; null while it has none. */
export const judgeReport = (round: DueRound, reportedAt: number | null, terms: DueTerms): OnTime | null => {
  if (reportedAt === null) return null
  const { due } = replayDue(round, reportedAt, terms)
  return {
    isOnTime: reportedAt < due.end,
    isOfficeDay: due.source === 'office' || due.source === 'team',
    isExtended: due.extension?.state === 'granted',
  }
}
