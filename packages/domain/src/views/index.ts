/** Views that figures are computed from, and the figures. */
import { assessmentNeeds } from './assessment/needs/project.ts'
import { assessmentOrders } from './assessment/orders/project.ts'
import { volunteers } from './volunteers/project.ts'

/** Every projection behind stars and assessment. */
export const figureViews = [volunteers, assessmentNeeds, assessmentOrders] as const

export { assessmentNeeds, assessmentOrders, volunteers }
export { starFigures, starTable, type StarFigures, type StarQuestion } from './star-certification/figures.ts'
export type { AssessmentNeed } from './assessment/needs/row.ts'
export type { AssessmentOrder } from './assessment/orders/row.ts'
export type { VolunteerRow } from './volunteers/row.ts'
export type { FigureInput, Period } from './assessment/input.ts'
export {
  assess,
  explainFigure,
  type AreaAssessment,
  type Assessment,
  type BodyMinutes,
  type Explained,
} from './assessment/assess.ts'
export type { Area } from './assessment/areas.ts'
export { indicators, type Contribution, type Indicator, type Measure } from './assessment/contribution.ts'
export type { AreaMinutes, Figure, IndicatorFigures } from './assessment/figures.ts'
export { absorbedBy, survivorsAt, type MergeFacts } from './people/survivors.ts'
export { hundredths, reachesPercent, type Ratio } from './figures/ratio.ts'
export { totalMinutes, type MinutesByGrade } from './figures/minutes.ts'
