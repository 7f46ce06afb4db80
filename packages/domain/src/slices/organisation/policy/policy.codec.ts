/** Commands and events of policy, calendar and denominators: stream `policy-<jurisdiction>`. */
import type * as t from 'io-ts'
import {
  boolean,
  closed,
  Instant,
  integer,
  list,
  literal,
  LocalDay,
  nullable,
  sections as openSections,
  variants,
  type Codec,
  type Decoded,
  type Fields,
  type Sections,
} from '@zhiyuan/kernel'
import { PolicyVersion, UnitId } from '../../../vocabulary/ids.ts'
import { Count, PublicName } from '../../../vocabulary/values.ts'
import type { AnySection, TermsOf } from './terms.ts'

export interface CalendarYearBrand {
  readonly CalendarYear: unique symbol
}
/** A year of the Gregorian calendar, from 1900 to 2199. */
export type CalendarYear = t.Branded<number, CalendarYearBrand>
export const CalendarYear = integer<CalendarYearBrand>('CalendarYear', 1900, 2199)

/** The document of a policy: its number, or issuer, title and date where the paper has no number (G5). */
export const PolicyDocument = closed({
  number: nullable(PublicName),
  issuer: PublicName,
  title: PublicName,
  date: LocalDay,
})
export interface PolicyDocument extends t.TypeOf<typeof PolicyDocument> {}

const header = { version: PolicyVersion, document: PolicyDocument, effectiveFrom: LocalDay }
/** Public holidays taken off and weekend days worked, as in the State Council's notice. */
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

/** Terms by section: each section's own fields. */
const indexFields = (sections: ReadonlyArray<AnySection>): Readonly<Record<string, Fields>> =>
  Object.fromEntries(sections.map(({ name, fields }) => [name, fields]))

/** All terms of all sections. */
export type SectionsOf<S extends ReadonlyArray<AnySection>> = {
  readonly [One in S[number] as One['name']]: TermsOf<One>
}
/** Every term of every section, and nothing else. */
export const closedSections = <const S extends ReadonlyArray<AnySection>>(sections: S): Codec<SectionsOf<S>> => {
  const records = Object.entries(indexFields(sections)).map(([name, fields]) => [name, closed(fields)] as const)
  return closed(Object.fromEntries(records)) as unknown as Codec<SectionsOf<S>>
}

/** A policy was adopted, in force from a day on, which may lie in the past (G5). Sections that only a newer program knows are kept. */
const policyAdopted = (sections: ReadonlyArray<AnySection>) =>
  closed({
    type: literal('PolicyAdopted'),
    ...header,
    sections: openSections(indexFields(sections)),
    /** The terms that guard truth hold from the day after it (G5). */
    adoptedAt: Instant,
  })
export type PolicyAdopted = t.TypeOf<ReturnType<typeof policyAdopted>>
/** The holidays and make-up days of a year were adopted; until then the year is Monday to Friday. */
export const CalendarYearAdopted = closed({ type: literal('CalendarYearAdopted'), ...year })
export interface CalendarYearAdopted extends t.TypeOf<typeof CalendarYearAdopted> {}
/** A denominator was published; figures pick it by reference date and publication (S9). */
export const PopulationPublished = closed({ type: literal('PopulationPublished'), ...population })
export interface PopulationPublished extends t.TypeOf<typeof PopulationPublished> {}

/** All events of policy, calendar and denominators, for policies with these sections. */
export const policyEvent = (sections: ReadonlyArray<AnySection>) =>
  variants('PolicyEvent', [policyAdopted(sections), CalendarYearAdopted, PopulationPublished])
export type PolicyEvent = t.TypeOf<ReturnType<typeof policyEvent>>

/**
 * By an administrator at the top of the tree (G4). It names every term of every section and no other, so that the log is complete. Refused
 * where a section's own check finds a fault.
 */
const adoptPolicy = <const S extends ReadonlyArray<AnySection>>(sections: S) =>
  closed({ type: literal('AdoptPolicy'), ...header, sections: closedSections(sections) })
/** By an administrator at the top of the tree. Refused for a day of another year; a later notice replaces an earlier one. */
export const AdoptCalendarYear = closed({ type: literal('AdoptCalendarYear'), ...year })
export interface AdoptCalendarYear extends t.TypeOf<typeof AdoptCalendarYear> {}
/** By an administrator at the top of the tree; refused for an unknown unit. */
export const PublishPopulation = closed({ type: literal('PublishPopulation'), ...population })
export interface PublishPopulation extends t.TypeOf<typeof PublishPopulation> {}

/** The command with all terms of some sections. */
export interface AdoptPolicyOf<T extends Sections = Sections> extends Decoded<typeof header> {
  readonly type: 'AdoptPolicy'
  readonly sections: T
}
/** All commands about policy, calendar and denominators, for policies with these sections. */
export const policyCommand = <const S extends ReadonlyArray<AnySection>>(
  sections: S,
): Codec<PolicyCommandOf<SectionsOf<S>>> =>
  variants('PolicyCommand', [adoptPolicy(sections), AdoptCalendarYear, PublishPopulation])
export type PolicyCommandOf<T extends Sections = Sections> =
  AdoptPolicyOf<T> | t.TypeOf<typeof AdoptCalendarYear> | t.TypeOf<typeof PublishPopulation>
