import type { Instant, LocalDay } from '@zhiyuan/kernel'
import type { UnitTree } from '../../slices/organisation/units/units.read.ts'
import type { PolicyBook } from '../../slices/organisation/policy/policy.read.ts'
import type { Humans } from '../../slices/people/humans/humans.read.ts'
import type { RosterBook } from '../../slices/organisation/roster/roster.read.ts'
import type { AssessmentNeed } from './needs/row.ts'
import type { AssessmentOrder } from './orders/row.ts'
import type { VolunteerRow } from '../volunteers/row.ts'

/** The local days from `from` up to but not including `to`, in the policy's zone; days begin and end at local midnight (S7). */
export interface Period {
  readonly from: LocalDay
  readonly to: LocalDay
}

/** The input of a figure F(P, K) (S12). */
export interface FigureInput {
  readonly period: Period
  /** K: only what was recorded by then is used. */
  readonly knownAt: Instant
  /** Units, policies with populations, rosters and merges: the caller folds these small streams up to K. */
  readonly tree: UnitTree
  readonly policies: PolicyBook
  readonly rosters: RosterBook
  readonly humans: Humans
  /** All rows of the assessment's views. They may hold facts from after K. */
  readonly volunteers: ReadonlyArray<VolunteerRow>
  readonly needs: ReadonlyArray<AssessmentNeed>
  readonly orders: ReadonlyArray<AssessmentOrder>
}
