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
import { roles } from '../../../vocabulary/words.ts'
import type { AdoptCalendarYear, AdoptPolicy, PolicyCommand, PolicyEvent, PublishPopulation } from './policy.codec.ts'
import { policyStream } from './policy.read.ts'
import { policyFold, type PolicyBook } from './policy.state.ts'

/** A star's threshold is not above the one before it. */
export interface ThresholdsNotRising {
  readonly type: 'ThresholdsNotRising'
}
/** The transitions of the zone are not in order of time: no instant would surely have a day. */
export interface ZoneNotInOrder {
  readonly type: 'ZoneNotInOrder'
}
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
  | ThresholdsNotRising
  | UnknownUnit
  | ZoneNotInOrder

type Decision = E.Either<PolicyRejection, ReadonlyArray<PolicyEvent>>
const on = defineHandler<PolicyBook, PolicyEvent, PolicyRejection>()
const units = (
  _command: PolicyCommand,
  _book: PolicyBook,
  { jurisdiction }: { readonly jurisdiction: Jurisdiction },
) => ({ tree: unitsRead(jurisdiction) })

/** Policy is set at the top of the tree (G4). */
const mayAdopt = (tree: UnitTree, { actor }: Moment, command: string): PolicyRejection | null =>
  tree.root === null
    ? { type: 'NotAuthorised', command }
    : refuseAuthority(tree, actor, { command, unit: tree.root, roles: [roles.administrator] })

const adoptPolicy = on<typeof AdoptPolicy._A>()({
  reads: units,
  decide:
    (command, { tree }, moment) =>
    (book): Decision => {
      const { version, document, effectiveFrom, terms } = command
      const policy = { version, document, effectiveFrom, terms }
      const there = book.policies.find((one) => one.version === version)
      if (there !== undefined)
        return sameContent(there, policy) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: version })
      const rising = terms.stars.thresholds.every((minutes, index, all) => minutes > (all[index - 1] ?? 0))
      if (!rising) return E.left({ type: 'ThresholdsNotRising' })
      const inOrder = terms.zone.every(({ from }, index, all) => from > (all[index - 1]?.from ?? ''))
      if (!inOrder) return E.left({ type: 'ZoneNotInOrder' })
      const refusal = mayAdopt(tree, moment, command.type)
      return refusal === null ? E.right([{ type: 'PolicyAdopted', ...policy }]) : E.left(refusal)
    },
})

/** A later notice for the same year takes the place of the one before; an earlier one sent again is a repeat. */
const adoptCalendarYear = on<typeof AdoptCalendarYear._A>()({
  reads: units,
  decide:
    (command, { tree }, moment) =>
    (book): Decision => {
      const { year, daysOff, daysWorked, source } = command
      const adopted = { year, daysOff, daysWorked, source }
      if (book.notices.some((notice) => sameContent(notice, adopted))) return E.right([])
      const foreign = [...daysOff, ...daysWorked].find((day) => !day.startsWith(`${year}-`))
      if (foreign !== undefined) return E.left({ type: 'DayOutsideYear', day: foreign })
      const refusal = mayAdopt(tree, moment, command.type)
      return refusal === null ? E.right([{ type: 'CalendarYearAdopted', ...adopted }]) : E.left(refusal)
    },
})

const publishPopulation = on<typeof PublishPopulation._A>()({
  reads: units,
  decide:
    (command, { tree }, moment) =>
    (book): Decision => {
      const { unitId, heads, referenceDate, publishedAt, source, synthetic } = command
      const population = { unitId, heads, referenceDate, publishedAt, source, synthetic }
      if (book.populations.some((one) => sameContent(one, population))) return E.right([])
      if (!tree.units.has(unitId)) return E.left({ type: 'UnknownUnit', unit: unitId })
      const refusal = mayAdopt(tree, moment, command.type)
      return refusal === null ? E.right([{ type: 'PopulationPublished', ...population }]) : E.left(refusal)
    },
})

export const policyDecider: Decider<PolicyCommand, PolicyBook, PolicyEvent, PolicyRejection> = {
  stream: (_command, jurisdiction) => policyStream(jurisdiction),
  fold: policyFold,
  handlers: { AdoptPolicy: adoptPolicy, AdoptCalendarYear: adoptCalendarYear, PublishPopulation: publishPopulation },
}
