import type { Fold, Instant } from '@zhiyuan/kernel'
import type { AdoptCalendarYear, PolicyAdopted, PolicyEvent, PopulationPublished } from './policy.codec.ts'

type Stored<A> = Omit<A, 'type'>
/** A policy; a slice reads its own section of it with `readTerms`. */
export type Policy = Omit<Stored<PolicyAdopted>, 'adoptedAt'> & {
  /** Absent where the policy is a preset or only supposed: then its terms hold at once. */
  readonly adoptedAt?: Instant
}
export type CalendarYearDays = Stored<AdoptCalendarYear>
export type Population = Stored<PopulationPublished>

/** All that is set for a jurisdiction, in the order of adoption. */
export interface PolicyBook {
  readonly policies: ReadonlyArray<Policy>
  readonly years: ReadonlyMap<number, CalendarYearDays>
  /** Every notice, also the replaced ones, so that a repeat is recognised. */
  readonly notices: ReadonlyArray<CalendarYearDays>
  readonly populations: ReadonlyArray<Population>
}

const evolve = (book: PolicyBook, event: PolicyEvent): PolicyBook => {
  switch (event.type) {
    case 'PolicyAdopted': {
      const { version, document, effectiveFrom, sections, adoptedAt } = event
      return { ...book, policies: [...book.policies, { version, document, effectiveFrom, sections, adoptedAt }] }
    }
    case 'CalendarYearAdopted': {
      const { year, daysOff, daysWorked, source } = event
      const notice = { year, daysOff, daysWorked, source }
      return { ...book, years: new Map(book.years).set(year, notice), notices: [...book.notices, notice] }
    }
    case 'PopulationPublished': {
      const { unitId, heads, referenceDate, publishedAt, source, synthetic } = event
      return {
        ...book,
        populations: [...book.populations, { unitId, heads, referenceDate, publishedAt, source, synthetic }],
      }
    }
  }
}

export const policyFold: Fold<PolicyBook, PolicyEvent> = {
  initial: { policies: [], years: new Map(), notices: [], populations: [] },
  evolve,
}
