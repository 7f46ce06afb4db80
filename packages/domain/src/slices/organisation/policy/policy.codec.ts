/** The words of policy, calendar and denominators: stream `policy-<jurisdiction>`. */
import type * as t from 'io-ts'
import { closed, Instant, integer, list, LocalDay, literal, nullable, boolean, variants } from '@zhiyuan/kernel'
import { PolicyVersion, UnitId } from '../../../vocabulary/ids.ts'
import { Count, PublicName } from '../../../vocabulary/words.ts'
import { PolicyTerms } from './terms.codec.ts'

export interface CalendarYearBrand {
  readonly CalendarYear: unique symbol
}
/** A year of the Gregorian calendar, from 1900 to 2199. */
export type CalendarYear = t.Branded<number, CalendarYearBrand>
export const CalendarYear = integer<CalendarYearBrand>('CalendarYear', 1900, 2199)

/** Where a policy stands written: by its number, or by issuer, title and date where the paper bears none (G5). */
export const PolicyDocument = closed({
  number: nullable(PublicName),
  issuer: PublicName,
  title: PublicName,
  date: LocalDay,
})
export type PolicyDocument = t.TypeOf<typeof PolicyDocument>

const policy = { version: PolicyVersion, document: PolicyDocument, effectiveFrom: LocalDay, terms: PolicyTerms }
/** Public holidays off and weekend days worked, as the State Council's notice has them. */
const year = {
  year: CalendarYear,
  daysOff: list(LocalDay, 0, 100),
  daysWorked: list(LocalDay, 0, 100),
  source: PublicName,
}
/** A resident population of a unit's whole area, dated and sourced (S1, S9). */
const population = {
  unitId: UnitId,
  heads: Count,
  referenceDate: LocalDay,
  publishedAt: Instant,
  source: PublicName,
  synthetic: boolean,
}

/** A policy was set, in force from a day on; it need not be in the future (G5). */
export const PolicyAdopted = closed({ type: literal('PolicyAdopted'), ...policy })
/** The holidays and make-up days of a year became known; until then the year is Monday to Friday. */
export const CalendarYearAdopted = closed({ type: literal('CalendarYearAdopted'), ...year })
/** A denominator was published; figures pick it by reference date and publication (S9). */
export const PopulationPublished = closed({ type: literal('PopulationPublished'), ...population })

/** Whatever can happen to policy, calendar and denominators. */
export const PolicyEvent = variants('PolicyEvent', [PolicyAdopted, CalendarYearAdopted, PopulationPublished])
export type PolicyEvent = t.TypeOf<typeof PolicyEvent>

/** By an administrator at the top of the tree (G4). Refused unless star thresholds rise and the zone is in order of time. */
export const AdoptPolicy = closed({ type: literal('AdoptPolicy'), ...policy })
/** By an administrator at the top of the tree. Refused for a day of another year; a later notice replaces an earlier one. */
export const AdoptCalendarYear = closed({ type: literal('AdoptCalendarYear'), ...year })
/** By an administrator at the top of the tree; refused for an unknown unit. */
export const PublishPopulation = closed({ type: literal('PublishPopulation'), ...population })

/** Whatever may be asked of policy, calendar and denominators. */
export const PolicyCommand = variants('PolicyCommand', [AdoptPolicy, AdoptCalendarYear, PublishPopulation])
export type PolicyCommand = t.TypeOf<typeof PolicyCommand>
