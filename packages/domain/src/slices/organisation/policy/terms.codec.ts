/** What a policy sets: every local choice, with its unit. The defaults of the project are the presets beside this file. */
import type * as t from 'io-ts'
import { closed, codec, Instant, integer, list, type Codec } from '@zhiyuan/kernel'
import { Code, EvidenceGrade, Minutes, ServiceClass } from '../../../vocabulary/words.ts'

export interface TermLengthBrand {
  readonly TermLength: unique symbol
}
/** How many hours, days or working days a term lasts, from 1. */
export type TermLength = t.Branded<number, TermLengthBrand>
export const TermLength = integer<TermLengthBrand>('TermLength', 1, 10_000)

/** A length of time: elapsed hours or days, or working days (which end with the n-th working day after the starting one). */
export type Term = { readonly hours: TermLength } | { readonly days: TermLength } | { readonly workingDays: TermLength }
const hours = closed({ hours: TermLength })
const days = closed({ days: TermLength })
const workingDays = closed({ workingDays: TermLength })
export const Term: Codec<Term> = codec(
  'Term',
  { kind: 'one-record-of', members: [hours, days, workingDays] },
  (u): u is Term => hours.is(u) || days.is(u) || workingDays.is(u),
)

export interface OffsetMinutesBrand {
  readonly OffsetMinutes: unique symbol
}
/** Minutes that local time is ahead of UTC; negative where it is behind. */
export type OffsetMinutes = t.Branded<number, OffsetMinutesBrand>
export const OffsetMinutes = integer<OffsetMinutesBrand>('OffsetMinutes', -1440, 1440)

export interface PercentBrand {
  readonly Percent: unique symbol
}
/** A share in whole percent. */
export type Percent = t.Branded<number, PercentBrand>
export const Percent = integer<PercentBrand>('Percent', 0, 100)

export interface HundredthsBrand {
  readonly Hundredths: unique symbol
}
/** Hundredths of a rating point: 350 is 3.50. */
export type Hundredths = t.Branded<number, HundredthsBrand>
export const Hundredths = integer<HundredthsBrand>('Hundredths', 100, 500)

export interface BurstSizeBrand {
  readonly BurstSize: unique symbol
}
/** How many identical entries make a burst, from 2 (H12). */
export type BurstSize = t.Branded<number, BurstSizeBrand>
export const BurstSize = integer<BurstSizeBrand>('BurstSize', 2, 1000)

/** Everything that one edition of the policy sets; a decision cites the edition (G5). */
export const PolicyTerms = closed({
  /** Local time: the first transition also holds before itself. */
  zone: list(closed({ from: Instant, offsetMinutes: OffsetMinutes }), 1, 64),
  /** N2: a need is answered by then; exactly at it is on time. */
  answer: Term,
  /** N7: a request for information lapses. */
  information: Term,
  /** A dispatched offer expires. */
  offer: Term,
  /** An open list entry lapses unclaimed. */
  claim: Term,
  /** O4: an order that this level cannot meet escalates by itself. */
  escalation: Term,
  /** O22: an accepted order without a time is handed back. */
  serviceDue: Term,
  /** A9: after the planned end a missing check-out is noted; also when nobody has come (missed). */
  missedCheckOut: Term,
  /** A9: a present second person may confirm until then. */
  attest: Term,
  /** A8: an alleged absence stands unless excused. */
  excuse: Term,
  /** O7: an order closes unreviewed. */
  reviewLapse: Term,
  /** O8: a closed order may be reopened, half-open. */
  reopen: Term,
  /** H4: a record made later is marked late. */
  late: Term,
  /** How long after the fact a check-in or check-out may reach the log and still count as captured by the system. */
  capture: Term,
  /** W2: a star is on public notice. */
  notice: Term,
  /** H12: so many identical manual intervals by one recorder within so many minutes are held. */
  burst: closed({ records: BurstSize, withinMinutes: Minutes }),
  /** H6: caps that mark. */
  caps: closed({ perDay: Minutes, perEvent: Minutes }),
  /** H6, A9: a planned time is at most so many minutes long (1,440, a day, by default); what is captured ends `missedCheckOut` later at most. */
  longestPlanned: Minutes,
  stars: closed({
    /** W1: minutes for level 1, 2, …, rising. */
    thresholds: list(Minutes, 1, 10),
    /** W11: the mean final review must reach this. */
    gate: Hundredths,
  }),
  /** One point per so many full minutes of a record. */
  minutesPerPoint: Minutes,
  /** S8: grades that count towards figures and stars. */
  countedGrades: list(EvidenceGrade, 1, 3),
  /** Kinds of need; the plan's five and local ones. */
  needKinds: list(Code, 1, 100),
  /** N local specialties beside the eight fixed ones (C05). */
  localSpecialties: list(Code, 0, 100),
  /** Classes a need of the plan may have. */
  serviceClasses: list(ServiceClass, 1, 4),
  /** Targets of the assessment. */
  targets: closed({
    /** I01: percent of heads. */
    inServiceParticipation: Percent,
    /** I02: minutes a head and year. */
    inServiceMinutesPerYear: Minutes,
    /** I03: percent of the resident population. */
    massParticipation: Percent,
    /** I08: under this coverage (percent) satisfaction is shown as thin. */
    thinCoverage: Percent,
  }),
})
export type PolicyTerms = t.TypeOf<typeof PolicyTerms>
