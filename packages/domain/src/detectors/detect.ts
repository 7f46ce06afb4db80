import type { Detector, Finding } from './detector.ts'
import { beginFacts } from './facts/facts.ts'
import type { Logged } from './facts/logged.ts'
import { inventedVisits } from './invented-visits.ts'
import { justUnder } from './just-under.ts'
import { manualShare } from './manual-share.ts'
import { mutualService } from './mutual-service.ts'
import { neverReturned } from './never-returned.ts'
import { nothingSolved } from './nothing-solved.ts'
import { oneHand } from './one-hand.ts'
import { overruns } from './overruns.ts'
import { proxies } from './proxies.ts'
import { recorderApprover } from './recorder-approver.ts'
import { rollsAlone } from './rolls-alone.ts'

/** All detectors, in the order of their page. */
export const detectors: ReadonlyArray<Detector> = [
  inventedVisits,
  proxies,
  mutualService,
  oneHand,
  recorderApprover,
  neverReturned,
  manualShare,
  justUnder,
  nothingSolved,
  rollsAlone,
  overruns,
]

/** A log that is looked through event by event, in its order: only the facts are kept, not the events. */
interface Detection {
  readonly take: (event: Logged) => void
  /** What is found in all that was taken so far. */
  readonly findings: () => ReadonlyArray<Finding>
}

/**
 * Begins to look through a log that is read page by page.
 *
 * @example
 * const detection = beginDetection()
 * page.events.forEach(detection.take)
 */
export const beginDetection = (by: ReadonlyArray<Detector> = detectors): Detection => {
  const { take, facts } = beginFacts(new Set(by.flatMap(({ reads }) => reads)))
  return { take, findings: () => by.flatMap(({ find }) => find(facts())) }
}

/**
 * Looks through a log once, in its order, for all detectors. Equal logs give equal findings, also where streams that know nothing of each other
 * stand in another order.
 *
 * @example
 * for (const { detector, persons, months } of detect(log)) show(detector, persons, months)
 */
export const detect = (events: Iterable<Logged>, by: ReadonlyArray<Detector> = detectors): ReadonlyArray<Finding> => {
  const { take, findings } = beginDetection(by)
  for (const event of events) take(event)
  return findings()
}
