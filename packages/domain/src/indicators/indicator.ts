/** What one indicator is made of. Each has a file of its own; the table is put together from them. */
import type { UnitId } from '@zhiyuan/kernel'
import type { targetTerms } from '../slices/assessment/targets.terms.ts'
import type { TermsOf } from '../slices/organisation/policy/terms.ts'
import type { LedgerEvent } from '../ledger.ts'
import type { Frame } from '../views/assessment/frame.ts'
import type { KnownNeed } from '../views/assessment/needs/known-need.ts'
import type { KnownOrder } from '../views/assessment/orders/known-order.ts'
import type { OfferEnd } from '../views/assessment/orders/row.ts'
import type { PeriodRecord } from '../views/assessment/records.ts'
import { roundHundredths, type Ratio } from '../views/figures/ratio.ts'

/** A ratio of integers, rounded only to be shown. */
export interface Figure<Beside> extends Ratio {
  /** Half up: hundredths of a percent, of I02 hundredths of a minute. Null is no data. */
  readonly hundredths: number | null
  /** Null where the plan sets no target; without data nothing is met. */
  readonly met: boolean | null
  readonly beside: Beside
}

export type NothingBeside = Record<never, never>

/** A share in percent, without a target. */
export const buildShare = <Beside>({ n, d }: Ratio, beside: Beside): Figure<Beside> => ({
  n,
  d,
  hundredths: roundHundredths({ n, d }, 100),
  met: null,
  beside,
})

/** What an indicator is called, and what it divides by what. */
export interface Formula {
  readonly name: string
  readonly n: string
  readonly d: string
}

/**
 * How an indicator is counted, so exactly that it can be recounted from the events alone (S5). In the words of `docs/reference/indicators.md`,
 * which says once what is common to all: P, K, a counted record, a completed order, an owner, a home.
 */
export interface Exact<Beside> {
  /** What is gone through, one by one. */
  readonly each: string
  /** What each of them adds to n and to d. */
  readonly n: string
  readonly d: string
  /** The unit that it counts for. */
  readonly place: string
  /** When the target is met; null where the plan sets none. */
  readonly target: string | null
  readonly beside: { readonly [K in keyof Beside]: string }
  /** The events that it is read off. */
  readonly events: ReadonlyArray<LedgerEvent['type']>
}

/** The events by which records stand, and by which registrations are one human. */
export const recordEvents = [
  'RecordSubmitted',
  'RecordResubmitted',
  'RecordHeld',
  'HoldCleared',
  'HoldLifted',
  'RecordReturned',
  'RecordWithdrawn',
  'RecordRejected',
  'RecordVerified',
  'RecordCorrected',
  'RecordSuspended',
  'RecordReinstated',
  'RecordVoided',
  'RegistrationsMerged',
  'RegistrationsSplit',
] as const satisfies ReadonlyArray<LedgerEvent['type']>

/** Adds to a measure `n` and `d`, at the unit that they count for. */
export type Give<M> = (measure: M, n: number, d: number) => void

export const countOne = (yes: boolean): number => (yes ? 1 : 0)

/** A person of the period, as known at K. */
export interface PersonOfPeriod {
  /** Counted records, and their minutes. */
  readonly counted: ReadonlyArray<PeriodRecord>
  readonly minutes: number
  /** Whether the person is on an in-service roster. */
  readonly isHead: boolean
  /** The person lives outside the tree (G2). */
  readonly outside: boolean
  readonly registered: boolean
}

/** The sums of one area, and what they are judged by. */
export interface AreaSums<M> {
  readonly ratio: (measure: M) => Ratio
  readonly count: (measure: M) => number
  readonly median: (measure: M) => Ratio
  /** How the measures of the area end that begin so, in the order of the endings. */
  readonly endings: (beginning: string) => ReadonlyArray<string>
  /** Of the policy in force on the period's last day. */
  readonly targets: TermsOf<typeof targetTerms>
  readonly frame: Frame
  readonly area: { readonly unit: UnitId; readonly own: boolean }
}

/** One indicator: what each row adds to its measures, and how their sums become its figure. */
export interface IndicatorOf<M extends string, Beside> {
  readonly words: { readonly zh: Formula; readonly en: Formula }
  readonly exact: Exact<Beside>
  /** Measures of which each single value is kept, for a median. */
  readonly spread?: ReadonlyArray<M>
  /** A head of a roster, at the roster's area. */
  readonly ofHead?: (frame: Frame, minutes: number, give: Give<M>) => void
  /** A person, at home. */
  readonly ofPerson?: (person: PersonOfPeriod, give: Give<M>) => void
  /** A record of the period, at the unit served. */
  readonly ofRecord?: (record: PeriodRecord, give: Give<M>) => void
  /** A need recorded in the period, at its owner. */
  readonly ofNeed?: (frame: Frame, need: KnownNeed, give: Give<M>) => void
  /** An order first opened in the period, at its owner. */
  readonly ofOrder?: (frame: Frame, order: KnownOrder, give: Give<M>) => void
  /** An offer or claim window that ended in the period, at the handler of then. */
  readonly ofOffer?: (end: OfferEnd, give: Give<M>) => void
  readonly figure: (asked: AreaSums<M>) => Figure<Beside>
}
