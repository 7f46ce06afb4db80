import type { Instant, LocalDay } from '@zhiyuan/kernel'
import type { UnitTree } from '../../slices/organisation/units/units.read.ts'
import type { PolicyBook } from '../../slices/organisation/policy/policy.read.ts'
import type { Humans } from '../../slices/people/humans/humans.read.ts'
import type { RosterBook } from '../../slices/organisation/roster/roster.read.ts'
import type { AssessmentNeed } from './needs/row.ts'
import type { AssessmentOrder } from './orders/row.ts'
import type { VolunteerRow } from '../volunteers/row.ts'

/** [from, to): local days of the policy's zone, which begin and end at local midnights (S7). */
export interface Period {
  readonly from: LocalDay
  readonly to: LocalDay
}

/** All that a figure F(P, K) is made of (S12). */
export interface FigureInput {
  readonly period: Period
  /** K: only what was recorded by then is used. */
  readonly knownAt: Instant
  /** Units, policies with populations, rosters and who is one human: the caller folds these small streams up to K. */
  readonly tree: UnitTree
  readonly policies: PolicyBook
  readonly rosters: RosterBook
  readonly humans: Humans
  /** All rows of the assessment's views; they may know more than K. */
  readonly volunteers: ReadonlyArray<VolunteerRow>
  readonly needs: ReadonlyArray<AssessmentNeed>
  readonly orders: ReadonlyArray<AssessmentOrder>
}
