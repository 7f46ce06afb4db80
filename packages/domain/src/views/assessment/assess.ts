import type { Instant } from '@zhiyuan/kernel'
import type { IndicatorFigures } from '../../indicators/index.ts'
import type { BodyId, PolicyVersion } from '../../vocabulary/ids.ts'
import { noMinutes, plusMinutes, type MinutesByGrade } from '../figures/minutes.ts'
import { listAreas, isPartOfArea, sumAreas, type Area } from './areas.ts'
import type { Contribution, Measure, Sink } from './contribution.ts'
import type { AreaMinutes } from './figures.ts'
import { buildFrame, type Frame } from './frame.ts'
import type { FigureInput, Period } from './input.ts'
import { needContributions } from './needs/contributions.ts'
import { orderContributions } from './orders/contributions.ts'
import { computeFigures, sumAreaMinutes } from './table.ts'
import type { PeriodRecord } from './records.ts'
import { volunteerContributions, type Takers } from './volunteers.ts'

/** One row of the table. */
export interface AreaAssessment extends Area {
  readonly figures: IndicatorFigures
  readonly minutes: AreaMinutes
}

/** Counted minutes of the records for which a body answers (H3, H17). */
export interface BodyMinutes {
  readonly bodyId: BodyId
  readonly minutes: MinutesByGrade
}

/** F(P, K): plain data. */
export interface Assessment {
  readonly period: Period
  readonly knownAt: Instant
  /** Edition of the formulas (S5). */
  readonly indicatorSet: 1
  /** The policy in force on the period's last day, as known at K. Null where there was none; then there are no areas. */
  readonly policyVersion: PolicyVersion | null
  /** The city, the city's own bodies and needs (S11), and each township before its villages. */
  readonly areas: ReadonlyArray<AreaAssessment>
  /** Bodies with counted minutes, by id. */
  readonly bodies: ReadonlyArray<BodyMinutes>
}

const contributions = (frame: Frame, takers: Takers): void => {
  volunteerContributions(frame, takers)
  needContributions(frame, takers.into)
  orderContributions(frame, takers.into)
}

/** Adds up the counted minutes of each body. */
const sumBodies = () => {
  const bodies = new Map<BodyId, MinutesByGrade>()
  return {
    seen: ({ bodyId, grade, minutes, counts }: PeriodRecord): void => {
      if (counts) bodies.set(bodyId, plusMinutes(bodies.get(bodyId) ?? noMinutes, grade, minutes))
    },
    sums: (): ReadonlyArray<BodyMinutes> =>
      [...bodies]
        .map(([bodyId, minutes]) => ({ bodyId, minutes }))
        .sort((one, other) => (one.bodyId < other.bodyId ? -1 : 1)),
  }
}

/**
 * Computes the assessment (考核; C22, C36): every indicator for every unit, from the rows, by the one formula that every report uses (S5).
 *
 * @example
 * assess({ period, knownAt, tree, book, rosters, volunteers, needs, orders }).areas[0]?.figures.I01 // n 3, d 5
 */
export const assess = (input: FigureInput): Assessment => {
  const { period, knownAt, tree } = input
  const asked = { period, knownAt, indicatorSet: 1 } as const
  const frame = buildFrame(input)
  if (frame === null) return { ...asked, policyVersion: null, areas: [], bodies: [] }
  const bodies = sumBodies()
  const { add, sums } = sumAreas(tree)
  contributions(frame, { into: add, seen: bodies.seen })
  const areas = listAreas(tree).map(({ unit, level, own }) => {
    const area = { unit, level, own }
    return { ...area, figures: computeFigures(frame, sums, area), minutes: sumAreaMinutes(sums, area) }
  })
  return { ...asked, policyVersion: frame.policy.version, areas, bodies: bodies.sums() }
}

/** What to explain: a measure of an area. */
export interface Explained {
  readonly area: Pick<Area, 'unit' | 'own'>
  readonly measure: Measure
}

/** Lists the contributions that add up to a figure, each with the row behind it; `explain` then lists the events of that row. */
export const explainFigure = (input: FigureInput, { area, measure }: Explained): ReadonlyArray<Contribution> => {
  const frame = buildFrame(input)
  if (frame === null) return []
  const belongs = isPartOfArea(input.tree, area)
  const parts: Contribution[] = []
  const into: Sink = (one) => {
    if (one.measure === measure && (one.n !== 0 || one.d !== 0) && belongs(one)) parts.push(one)
  }
  contributions(frame, { into, seen: () => undefined })
  return parts
}
