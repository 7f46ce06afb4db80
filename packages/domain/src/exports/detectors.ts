/** `@zhiyuan/domain/detectors`: what can only be seen afterwards, as pure functions over the log. */
export { beginDetection, detect, detectors } from '../detectors/detect.ts'
export type { Detector, Finding, FoundMonth, Question } from '../detectors/detector.ts'
export { factEvents, type Facts } from '../detectors/facts/facts.ts'
export type { Evidence, Logged, LoggedBy } from '../detectors/facts/logged.ts'
export type { Opinion, OrderFact } from '../detectors/facts/order-facts.ts'
export type { HeadFact, PresenceFact, Word } from '../detectors/facts/presence-facts.ts'
export type { RecordFact, RecordRuling } from '../detectors/facts/record-facts.ts'
export type { LogRefused } from '../detectors/log-order.ts'
