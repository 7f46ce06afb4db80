import type { UnitId } from '@zhiyuan/kernel'
import type { EvidenceGrade, UnitLevel } from '../../vocabulary/words.ts'

/** The indicators that are computed so far, by their ids in the indicator set. */
export const indicators = [
  'I01',
  'I02',
  'I03',
  'I04',
  'I05',
  'I07',
  'I08',
  'I09',
  'I10',
  'I11',
  'I12',
  'I13',
  'I14',
] as const
export type Indicator = (typeof indicators)[number]

/** What adds up along the unit tree: an indicator, something shown beside it (S6), or minutes by area and grade (S2, H17). */
export type Measure =
  | Indicator
  | 'I02.at-target'
  | `I03.${'all' | 'registered' | 'visits'}`
  | `I04.${'decision' | 'unanswered'}`
  | `I05.${'open' | 'cancelled' | 'aborted' | 'unmet'}`
  | `I07.${'partly' | 'first-round'}`
  | 'I08.follow-up'
  | `I09.${'steps' | 'automatic'}`
  | `I09.fulfilled.${UnitLevel}`
  | 'I11.referred'
  | `I11.rejected.${string}`
  | `I14.${'late' | 'held' | 'suspended' | 'voided'}`
  | `minutes.${'served' | 'home'}.${EvidenceGrade}`

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
