import { counters, type IndicatorMeasure } from '../../../indicators/index.ts'
import type { Sink } from '../contribution.ts'
import { isWithinPeriod, type Frame } from '../frame.ts'
import { findKnownNeed } from './known-need.ts'

/** Needs recorded in the period, by owner. */
export const needContributions = (frame: Frame, into: Sink): void => {
  for (const row of frame.input.needs) {
    const need = findKnownNeed(row, frame.knownAt)
    if (need === null || !isWithinPeriod(frame, need.recordedAt)) continue
    const give = (measure: IndicatorMeasure, n: number, d: number): void => {
      into({ measure, unit: need.owner, view: 'assessment-needs', row: row.needId, n, d })
    }
    for (const count of counters.ofNeed) count(frame, need, give)
  }
}
