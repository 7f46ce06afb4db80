/**
 * Which edition of a policy rules (G5).
 *
 * Choice: an edition is adopted at an instant and effective from a local day, which may lie before or after the adoption.
 * Choice: amounts take, of the editions known at the decision and effective on the service day, the one with the latest effective day; of two with the same
 * day the one adopted later. An edition that reaches back therefore rules an amount that is decided after its adoption.
 * Choice: procedures take the same choice, known at and effective on the day at which their clock started. A later adoption changes no running clock.
 * Choice: a truth-guard term takes of the editions adopted on a local day before the service day, and effective by it, the latest likewise. So it holds from
 * the day after its adoption at the earliest, however early the effective day that it names, and a future effective day still waits.
 * Choice: the first edition of all holds from its effective day, also before its adoption. It reaches back over no other terms; without it that service
 * would be judged by the terms as they were, which ask less.
 * Choice: two editions of one adoption instant come in the order of the list.
 * Choice: before the first edition none rules: null, and the terms read as they were.
 * Choice: the share of W1 and the gate of W11 take the local day of the application for the service day, since W1 names the application's policy.
 * Choice: laxer is told term by term below: more time, room or share for what is told by hand, fewer marks and holds. A term that is as strict as its default
 * is never named, also where another edition was stricter. A missing term is the default.
 * Choice: a laxer term without a document is refused at adoption.
 */
import { localDay } from './calendar.oracle.fixture.ts'

export interface Edition {
  readonly id: string
  readonly adoptedAt: number
  /** Local day. */
  readonly effective: string
}

const chooseLatest = (editions: readonly Edition[]): Edition | null =>
  editions.reduce<Edition | null>((best, edition) => {
    if (best === null || edition.effective > best.effective) return edition
    return edition.effective === best.effective && edition.adoptedAt >= best.adoptedAt ? edition : best
  }, null)

/** The edition for an amount or cap. */
export const findAmountEdition = (
  editions: readonly Edition[],
  serviceDay: string,
  decidedAt: number,
): Edition | null =>
  chooseLatest(editions.filter(({ adoptedAt, effective }) => adoptedAt <= decidedAt && effective <= serviceDay))

/** The edition for a procedure. */
export const findProcedureEdition = (
  editions: readonly Edition[],
  startedAt: number,
  offsetMinutes: number,
): Edition | null => findAmountEdition(editions, localDay(startedAt, offsetMinutes), startedAt)

/** The edition for a term that guards truth. */
export const findGuardEdition = (
  editions: readonly Edition[],
  serviceDay: string,
  decidedAt: number,
  offsetMinutes: number,
): Edition | null => {
  const first = editions.reduce<Edition | null>(
    (best, edition) => (best === null || edition.adoptedAt < best.adoptedAt ? edition : best),
    null,
  )
  const isInTime = (edition: Edition): boolean =>
    edition === first || localDay(edition.adoptedAt, offsetMinutes) < serviceDay
  return chooseLatest(
    editions.filter(
      (edition) => edition.adoptedAt <= decidedAt && isInTime(edition) && edition.effective <= serviceDay,
    ),
  )
}

/** The terms that guard truth, in minutes, hours, days or counts as the policy states them. */
export interface GuardTerms {
  readonly toldMinutes: number
  readonly captureDays: number
  readonly checkOutBackMinutes: number
  readonly overrunMinutes: number
  readonly confirmsClerk: number
  readonly confirmsUnit: number
  readonly fitMinutes: number
  readonly publishedSessions: boolean
  /** Working days; null for none. */
  readonly secondLook: number | null
  readonly dayHoldMinutes: number
  readonly chainGapMinutes: number
  readonly chainMost: number
  readonly burstPeople: number
  readonly burstPeopleADay: number
  readonly paceActs: number
  readonly paceMinutes: number
  readonly manualShare: { readonly p: number; readonly q: number }
  readonly gateHundredths: number
}

export const defaultGuards: GuardTerms = {
  toldMinutes: 15,
  captureDays: 3,
  checkOutBackMinutes: 15,
  overrunMinutes: 30,
  confirmsClerk: 10,
  confirmsUnit: 20,
  fitMinutes: 30,
  publishedSessions: true,
  secondLook: 1,
  dayHoldMinutes: 960,
  chainGapMinutes: 30,
  chainMost: 4,
  burstPeople: 20,
  burstPeopleADay: 60,
  paceActs: 20,
  paceMinutes: 10,
  manualShare: { p: 1, q: 3 },
  gateHundredths: 350,
}

/** How lax a term is: more is laxer. */
const laxity: { readonly [Name in keyof GuardTerms]: (term: GuardTerms[Name]) => number } = {
  toldMinutes: (term) => term,
  captureDays: (term) => term,
  checkOutBackMinutes: (term) => term,
  overrunMinutes: (term) => term,
  confirmsClerk: (term) => term,
  confirmsUnit: (term) => term,
  fitMinutes: (term) => term,
  publishedSessions: (term) => (term ? 0 : 1),
  secondLook: (term) => -(term ?? 0),
  dayHoldMinutes: (term) => term,
  chainGapMinutes: (term) => -term,
  chainMost: (term) => term,
  burstPeople: (term) => term,
  burstPeopleADay: (term) => term,
  paceActs: (term) => term,
  paceMinutes: (term) => -term,
  manualShare: ({ p, q }) => p / q,
  gateHundredths: (term) => -term,
}

const isLax = <Name extends keyof GuardTerms>(name: Name, terms: Partial<GuardTerms>): boolean => {
  const term = terms[name]
  return term !== undefined && laxity[name](term) > laxity[name](defaultGuards[name])
}

/** The terms that are laxer than the default, by name, in the order of the table. */
export const findLaxTerms = (terms: Partial<GuardTerms>): readonly (keyof GuardTerms)[] =>
  (Object.keys(laxity) as (keyof GuardTerms)[]).filter((name) => isLax(name, terms))

/** The terms because of which an edition is refused: laxer ones while it cites no document. */
export const refuseLaxTerms = (terms: Partial<GuardTerms>, document: string | null): readonly (keyof GuardTerms)[] =>
  document === null || document === '' ? findLaxTerms(terms) : []

export interface GuardEdition extends Edition {
  readonly terms: Partial<GuardTerms>
}

/** The laxer terms to name with a star or figure that rests on records of these service days, as known at its decision. */
export const nameLaxTerms = (
  editions: readonly GuardEdition[],
  serviceDays: readonly string[],
  decidedAt: number,
  offsetMinutes: number,
): readonly (keyof GuardTerms)[] => {
  const touching = new Set(
    serviceDays.flatMap((date) => {
      const rules = findGuardEdition(editions, date, decidedAt, offsetMinutes)
      return findLaxTerms(editions.find((edition) => edition === rules)?.terms ?? {})
    }),
  )
  return sortNames(touching)
}

const sortNames = (names: ReadonlySet<keyof GuardTerms>): readonly (keyof GuardTerms)[] =>
  (Object.keys(laxity) as (keyof GuardTerms)[]).filter((name) => names.has(name))
