/** Makes the figures of an area from its sums. */
import { buildFigures, type IndicatorFigures, type IndicatorMeasure } from '../../indicators/index.ts'
import type { AreaSums } from '../../indicators/indicator.ts'
import { targetTerms } from '../../slices/assessment/targets.terms.ts'
import { readTerms } from '../../slices/organisation/policy/terms.ts'
import { computeMedian } from '../figures/ratio.ts'
import type { Area, Sums } from './areas.ts'
import type { AreaMinutes } from './figures.ts'
import type { Frame } from './frame.ts'

const readSums = (frame: Frame, sums: Sums, area: Area): AreaSums<IndicatorMeasure> => ({
  ratio: (measure) => sums.ratio(area, measure),
  count: (measure) => sums.ratio(area, measure).n,
  median: (measure) => computeMedian(sums.values(area, measure)),
  endings: (beginning) => {
    const measures = sums.measures(area).filter((measure) => measure.startsWith(beginning))
    return measures.map((measure) => measure.slice(beginning.length)).toSorted()
  },
  targets: readTerms(targetTerms, frame.policy),
  frame,
  area,
})

/** Computes all indicators of an area. */
export const computeFigures = (frame: Frame, sums: Sums, area: Area): IndicatorFigures =>
  buildFigures(readSums(frame, sums, area))

export const sumAreaMinutes = (sums: Sums, area: Area): AreaMinutes => {
  const sumPlace = (place: 'served' | 'home') => ({
    system: sums.ratio(area, `minutes.${place}.system`).n,
    attested: sums.ratio(area, `minutes.${place}.attested`).n,
    manual: sums.ratio(area, `minutes.${place}.manual`).n,
  })
  return { served: sumPlace('served'), home: sumPlace('home') }
}
