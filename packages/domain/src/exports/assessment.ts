/** `@zhiyuan/domain/assessment`: the figures by which units are assessed, and how each is explained. */
export type { Exact, Figure, Formula } from '../indicators/indicator.ts'
export {
  indicatorRecipes,
  indicators,
  indicatorWords,
  laterIndicators,
  type Indicator,
  type IndicatorFigures,
  type LaterIndicator,
} from '../indicators/index.ts'
export * from '../slices/assessment/targets.terms.ts'
export { figureViews } from '../views/index.ts'
export { assessmentNeeds } from '../views/assessment/needs/project.ts'
export type { AssessmentNeed } from '../views/assessment/needs/row.ts'
export { assessmentOrders } from '../views/assessment/orders/project.ts'
export type { AssessmentOrder } from '../views/assessment/orders/row.ts'
export type { Area } from '../views/assessment/areas.ts'
export {
  assess,
  explainFigure,
  type AreaAssessment,
  type Assessment,
  type BodyMinutes,
  type Explained,
} from '../views/assessment/assess.ts'
export type { Contribution, Measure } from '../views/assessment/contribution.ts'
export type { AreaMinutes } from '../views/assessment/figures.ts'
export type { FigureInput, Period } from '../views/assessment/input.ts'
export { totalMinutes, type MinutesByGrade } from '../views/figures/minutes.ts'
export { roundHundredths, reachesPercent, type Ratio } from '../views/figures/ratio.ts'
