/** Sums become the figures of an area. */
import { figuresFrom, type IndicatorFigures, type IndicatorMeasure } from '../../indicators/index.ts'
import type { Asked } from '../../indicators/indicator.ts'
import { targetTerms } from '../../slices/assessment/targets.terms.ts'
import { readTerms } from '../../slices/organisation/policy/terms.ts'
import { medianOf } from '../figures/ratio.ts'
import type { Area, Sums } from './areas.ts'
import type { AreaMinutes } from './figures.ts'
import type { Frame } from './frame.ts'

const askedOf = (frame: Frame, sums: Sums, area: Area): Asked<IndicatorMeasure> => ({
  ratio: (measure) => sums.of(area, measure),
  count: (measure) => sums.of(area, measure).n,
  median: (measure) => medianOf(sums.values(area, measure)),
  endings: (beginning) => {
    const measures = sums.measures(area).filter((measure) => measure.startsWith(beginning))
    return measures.map((measure) => measure.slice(beginning.length)).toSorted()
  },
  targets: readTerms(targetTerms, frame.policy),
  frame,
  area,
})

/** All indicators of an area. */
export const figuresOf = (frame: Frame, sums: Sums, area: Area): IndicatorFigures =>
  figuresFrom(askedOf(frame, sums, area))

export const minutesOf = (sums: Sums, area: Area): AreaMinutes => {
  const by = (place: 'served' | 'home') => ({
    system: sums.of(area, `minutes.${place}.system`).n,
    attested: sums.of(area, `minutes.${place}.attested`).n,
    manual: sums.of(area, `minutes.${place}.manual`).n,
  })
  return { served: by('served'), home: by('home') }
}
