import type { Detector, Finding } from './detector.ts'
import { gatherFacts } from './facts/facts.ts'
import type { Logged } from './facts/logged.ts'
import { inventedVisits } from './invented-visits.ts'

/** All detectors, in the order of their page. */
export const detectors: ReadonlyArray<Detector> = [inventedVisits]

/**
 * Looks through a log once, in its order, for all detectors. Equal logs give equal findings, also where streams that know nothing of each other
 * stand in another order.
 *
 * @example
 * for (const { detector, persons, months } of detect(log)) show(detector, persons, months)
 */
export const detect = (events: Iterable<Logged>, by: ReadonlyArray<Detector> = detectors): ReadonlyArray<Finding> => {
  const facts = gatherFacts(events, new Set(by.flatMap(({ reads }) => reads)))
  return by.flatMap(({ find }) => find(facts))
}
