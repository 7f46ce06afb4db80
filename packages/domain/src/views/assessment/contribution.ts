import type { UnitId } from '@zhiyuan/kernel'
import type { IndicatorMeasure } from '../../indicators/index.ts'
import type { EvidenceGrade } from '../../vocabulary/values.ts'

/** What adds up along the unit tree: an indicator, something shown beside it (S6), or minutes by area and grade (S2, H17). */
export type Measure = IndicatorMeasure | `minutes.${'served' | 'home'}.${EvidenceGrade}`

export type AssessmentView = 'volunteers' | 'assessment-needs' | 'assessment-orders'

/** Takes contributions one by one: a county has millions. */
export type Sink = (contribution: Contribution) => void

/** What one row adds to a measure, at the unit that the measure counts it for. Sums of these are the figures. */
export interface Contribution {
  readonly measure: Measure
  readonly unit: UnitId
  /** The row that says why: `explain` lists the events behind it. A person's is the surviving volunteer's. */
  readonly view: AssessmentView
  readonly row: string
  readonly n: number
  readonly d: number
}
