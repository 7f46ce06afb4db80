/** The indicator set: every indicator that is computed so far, by its id. */
import { I01 } from './I01.ts'
import { I02 } from './I02.ts'
import { I03 } from './I03.ts'
import { I04 } from './I04.ts'
import { I05 } from './I05.ts'
import { I07 } from './I07.ts'
import { I08 } from './I08.ts'
import { I09 } from './I09.ts'
import { I10 } from './I10.ts'
import { I11 } from './I11.ts'
import { I12 } from './I12.ts'
import { I13 } from './I13.ts'
import { I14 } from './I14.ts'
import type { AreaSums, Exact, Figure, Formula, IndicatorOf } from './indicator.ts'

const table = { I01, I02, I03, I04, I05, I07, I08, I09, I10, I11, I12, I13, I14 } as const

/** An indicator that is computed, by its id. */
export type Indicator = keyof typeof table

/** What adds up along the unit tree for an indicator, or for what is shown beside it (S6). */
export type IndicatorMeasure = MeasureOf<(typeof table)[Indicator]>

type MeasureOf<I> = I extends IndicatorOf<infer Measure, infer _Beside> ? Measure : never
type FigureOf<I> = I extends IndicatorOf<infer _Measure, infer Beside> ? Figure<Beside> : never

/** All indicators of one area, each by the one formula of the indicator set (S5). */
export type IndicatorFigures = { readonly [I in Indicator]: FigureOf<(typeof table)[I]> }

/** Ids of the indicators, in their order. */
export const indicators: ReadonlyArray<Indicator> = Object.keys(table) as ReadonlyArray<Indicator>

/** What each indicator is called and divides, in Chinese and in English. */
export const indicatorWords: Readonly<Record<Indicator, { readonly zh: Formula; readonly en: Formula }>> =
  Object.fromEntries(Object.entries(table).map(([id, { words }]) => [id, words])) as Record<Indicator, typeof I01.words>

/** How each indicator is counted, for who recounts it. */
export const indicatorRecipes: Readonly<Record<Indicator, Exact<unknown>>> = Object.fromEntries(
  Object.entries(table).map(([id, { exact }]) => [id, exact]),
) as Record<Indicator, Exact<unknown>>

/** An indicator of the plan that is not computed yet. */
export interface LaterIndicator {
  readonly id: string
  readonly zh: Formula
  readonly en: Formula
  readonly place: string
}

/** What the plan asks for besides, and what it waits for. */
export const laterIndicators: ReadonlyArray<LaterIndicator> = [
  {
    id: 'I06',
    zh: { name: '按期办结率', n: '在期限前首次报告服务的已办结订单数', d: '已办结的订单数' },
    en: {
      name: 'completion on time',
      n: 'completed orders first reported by the due date (O22)',
      d: 'completed orders',
    },
    place: 'the owner of the order',
  },
  {
    id: 'I15',
    zh: { name: '组织建设率', n: '已建成并有负责人的支队、大队、分队及八类队伍数', d: '应建数' },
    en: {
      name: 'organisation built by 2020-04-30 (C28)',
      n: 'detachments, brigades and squads with a leader, and teams of the eight kinds',
      d: 'those due, with those that lack the conditions',
    },
    place: 'the unit',
  },
  {
    id: 'I16',
    zh: { name: '群众活动场次', n: '已结束的活动场次数', d: '单位数乘以月数' },
    en: { name: 'mass activities (C37)', n: 'sessions that ended', d: 'units, times months' },
    place: 'the host',
  },
]

type AnyIndicator = IndicatorOf<IndicatorMeasure, unknown>
const all: ReadonlyArray<AnyIndicator> = Object.values(table)

/** What rows add, of the indicators that count such rows. */
export const counters = {
  ofHead: all.flatMap(({ ofHead }) => ofHead ?? []),
  ofPerson: all.flatMap(({ ofPerson }) => ofPerson ?? []),
  ofRecord: all.flatMap(({ ofRecord }) => ofRecord ?? []),
  ofNeed: all.flatMap(({ ofNeed }) => ofNeed ?? []),
  ofOrder: all.flatMap(({ ofOrder }) => ofOrder ?? []),
  ofOffer: all.flatMap(({ ofOffer }) => ofOffer ?? []),
} as const

/** Measures of which each single value is kept, for a median. */
export const spreadMeasures: ReadonlySet<string> = new Set(all.flatMap(({ spread }) => spread ?? []))

/** The figures of an area from its sums. */
export const buildFigures = (asked: AreaSums<IndicatorMeasure>): IndicatorFigures => ({
  I01: I01.figure(asked),
  I02: I02.figure(asked),
  I03: I03.figure(asked),
  I04: I04.figure(asked),
  I05: I05.figure(asked),
  I07: I07.figure(asked),
  I08: I08.figure(asked),
  I09: I09.figure(asked),
  I10: I10.figure(asked),
  I11: I11.figure(asked),
  I12: I12.figure(asked),
  I13: I13.figure(asked),
  I14: I14.figure(asked),
})
