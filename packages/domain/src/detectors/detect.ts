import * as E from 'fp-ts/lib/Either.js'
import type { Typed } from '@zhiyuan/kernel'
import { confirmedByOne } from './confirmed-by-one.ts'
import type { Detector, Finding } from './detector.ts'
import { drawnCheck } from './drawn-check.ts'
import { beginFacts } from './facts/facts.ts'
import type { Logged, LoggedBy } from './facts/logged.ts'
import { inventedVisits } from './invented-visits.ts'
import { justUnder } from './just-under.ts'
import { beginOrder, isIterable, notALog, type LogRefused } from './log-order.ts'
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
  confirmedByOne,
  drawnCheck,
]

/** A log that is looked through event by event, in its order: only the facts are kept, not the events. */
interface Detection {
  /** Takes the next event. One of a slice that is not ours is passed over. */
  readonly take: (event: LoggedBy<Typed>) => void
  /** What is found in all that was taken so far. Refused where that is not a log from its start. */
  readonly findings: () => E.Either<LogRefused, ReadonlyArray<Finding>>
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
  const order = beginOrder()
  return {
    take: (event) => {
      // What the ledger's own slices wrote has the shape of its type; no fact is read off another type.
      if (order.follows(event)) take(event as Logged)
    },
    findings: () => {
      const refused = order.refused()
      return refused === null ? E.right(by.flatMap(({ find }) => find(facts()))) : E.left(refused)
    },
  }
}

/**
 * Looks through a log once, in its order, for all detectors. Equal logs give equal findings, also where streams that know nothing of each other
 * stand in another order. Refused where an event of a stream is left out or stands before an earlier one: findings would be missing silently.
 *
 * @example
 * const found = detect(log)
 * if (E.isRight(found)) for (const { detector, persons, months } of found.right) show(detector, persons, months)
 */
export const detect = (
  events: Iterable<LoggedBy<Typed>>,
  by: ReadonlyArray<Detector> = detectors,
): E.Either<LogRefused, ReadonlyArray<Finding>> => {
  if (!isIterable(events)) return E.left(notALog)
  const { take, findings } = beginDetection(by)
  for (const event of events) take(event)
  return findings()
}
