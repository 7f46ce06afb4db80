import * as E from 'fp-ts/lib/Either.js'
import {
  defineHandler,
  sameContent,
  type CommandNotAllowed,
  type Decider,
  type Jurisdiction,
  type Moment,
} from '@zhiyuan/kernel'
import { refuseAuthority } from '../authority.ts'
import { unitsRead, type UnitTree } from '../units/units.read.ts'
import type {
  NotAuthorised,
  OutsideJurisdiction,
  SameIdOtherContent,
  UnknownUnit,
} from '../../../vocabulary/rejections.ts'
import type {
  AdoptCalendarYear,
  AdoptPolicyOf,
  PolicyCommandOf,
  PolicyEvent,
  PublishPopulation,
} from './policy.codec.ts'
import { policyStream } from './policy.read.ts'
import { policyRoles } from './policy.roles.ts'
import { policyFold, type Policy, type PolicyBook } from './policy.state.ts'
import { refuseTerms, type TermRefused } from './complete-sections.ts'
import { readTerms, type AnySection } from './terms.ts'

/** A day of another year. */
export interface DayOutsideYear {
  readonly type: 'DayOutsideYear'
  readonly day: string
}

export type PolicyRejection =
  | CommandNotAllowed
  | DayOutsideYear
  | NotAuthorised
  | OutsideJurisdiction
  | SameIdOtherContent
  | TermRefused
  | UnknownUnit

type PolicyCommand = PolicyCommandOf
type Decision = E.Either<PolicyRejection, ReadonlyArray<PolicyEvent>>
const on = defineHandler<PolicyBook, PolicyEvent, PolicyRejection>()
const unitReads = (
  _command: PolicyCommand,
  _book: PolicyBook,
  { jurisdiction }: { readonly jurisdiction: Jurisdiction },
) => ({ tree: unitsRead(jurisdiction) })

/** Policy is set at the top of the tree (G4). */
const refuseAdoption = (
  tree: UnitTree,
  { actor }: Moment,
  command: keyof typeof policyRoles,
): PolicyRejection | null =>
  tree.root === null
    ? { type: 'NotAuthorised', command }
    : refuseAuthority(tree, actor, { command, unit: tree.root, roles: policyRoles[command].roles })

/** The terms of the present sections, in full. A policy from before a section existed equals one that repeats the `absent` terms. */
const describeContent = (sections: ReadonlyArray<AnySection>, policy: Policy): unknown => ({
  document: policy.document,
  effectiveFrom: policy.effectiveFrom,
  terms: sections.map((section) => {
    const terms = readTerms(section, policy)
    return Object.keys(section.fields).map((key) => terms[key] as unknown)
  }),
})

const adoptPolicy = (sections: ReadonlyArray<AnySection>) =>
  on<AdoptPolicyOf>()({
    reads: unitReads,
    decide:
      (command, { tree }, moment) =>
      (book): Decision => {
        const { version, document, effectiveFrom } = command
        const policy = { version, document, effectiveFrom, sections: command.sections }
        const there = book.policies.find((one) => one.version === version)
        if (there !== undefined) {
          const same = sameContent(describeContent(sections, there), describeContent(sections, policy))
          return same ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: version })
        }
        const refusal = refuseTerms(sections, policy) ?? refuseAdoption(tree, moment, command.type)
        return refusal === null
          ? E.right([{ type: 'PolicyAdopted', ...policy, adoptedAt: moment.now }])
          : E.left(refusal)
      },
  })

/** A later notice for a year replaces the one before it; an earlier one sent again is a repeat. */
const adoptCalendarYear = on<AdoptCalendarYear>()({
  reads: unitReads,
  decide:
    (command, { tree }, moment) =>
    (book): Decision => {
      const { year, daysOff, daysWorked, source } = command
      const adopted = { year, daysOff, daysWorked, source }
      if (book.notices.some((notice) => sameContent(notice, adopted))) return E.right([])
      const foreign = [...daysOff, ...daysWorked].find((day) => !day.startsWith(`${year}-`))
      if (foreign !== undefined) return E.left({ type: 'DayOutsideYear', day: foreign })
      const refusal = refuseAdoption(tree, moment, command.type)
      return refusal === null ? E.right([{ type: 'CalendarYearAdopted', ...adopted }]) : E.left(refusal)
    },
})

const publishPopulation = on<PublishPopulation>()({
  reads: unitReads,
  decide:
    (command, { tree }, moment) =>
    (book): Decision => {
      const { unitId, heads, referenceDate, publishedAt, source, synthetic } = command
      const population = { unitId, heads, referenceDate, publishedAt, source, synthetic }
      if (book.populations.some((one) => sameContent(one, population))) return E.right([])
      if (!tree.units.has(unitId)) return E.left({ type: 'UnknownUnit', unit: unitId })
      const refusal = refuseAdoption(tree, moment, command.type)
      return refusal === null ? E.right([{ type: 'PopulationPublished', ...population }]) : E.left(refusal)
    },
})

/** The decider, for policies with these sections. */
export const policyDecider = (
  sections: ReadonlyArray<AnySection>,
): Decider<PolicyCommand, PolicyBook, PolicyEvent, PolicyRejection> => ({
  stream: (_command, jurisdiction) => policyStream(jurisdiction),
  fold: policyFold,
  handlers: {
    AdoptPolicy: adoptPolicy(sections),
    AdoptCalendarYear: adoptCalendarYear,
    PublishPopulation: publishPopulation,
  },
})
