import type { UnitId } from '@zhiyuan/kernel'
import type { IndicatorMeasure } from '../../indicators/index.ts'
import type { EvidenceGrade } from '../../vocabulary/values.ts'

/** The name of a sum along the unit tree: an indicator, a figure shown beside it (S6), or minutes by area and grade (S2, H17). */
export type Measure = IndicatorMeasure | `minutes.${'served' | 'home'}.${EvidenceGrade}`

export type AssessmentView = 'volunteers' | 'assessment-needs' | 'assessment-orders'

/** Takes contributions one by one, because a county has millions. */
export type Sink = (contribution: Contribution) => void

/** What one row adds to a measure, at the unit for which the measure counts it. Figures are sums of contributions. */
export interface Contribution {
  readonly measure: Measure
  readonly unit: UnitId
  /** The row behind it, of which `explain` lists the events. For a person it is the surviving volunteer's. */
  readonly view: AssessmentView
  readonly row: string
  readonly n: number
  readonly d: number
}
