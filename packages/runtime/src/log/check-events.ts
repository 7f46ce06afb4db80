import * as E from 'fp-ts/lib/Either.js'
import { canonicalJson, type Header } from '@zhiyuan/kernel'
import type { Recorded, StoredEvent } from '../ports/ports.ts'
import { decisionCheck } from './check-decisions.ts'
import { identityCheck, lawCheck, type LogLaws } from './check-laws.ts'
import { causeCheck, findAhead, streamCheck, timeCheck } from './check-order.ts'
import { locateFlaw, flaw, flawIf, type Flaws } from './flaw.ts'
import type { LogFinding } from './log-finding.ts'
import { findMisplaced, parseText, readHeader, type Unfit } from './read-stored-event.ts'

/** A check of a log that is handed its events in their order. */
export interface LogCheck {
  /** What is wrong with this event, or with the decision before it, which ends here. */
  readonly add: (recorded: Recorded) => ReadonlyArray<LogFinding>
  /** What is wrong with the last decision, when no more events come. */
  readonly end: () => ReadonlyArray<LogFinding>
}

/** The value of a JSON text, if it is one, and the flaw of its form, if it is not canonical. */
const readText = (text: string, path: string): readonly [E.Either<Unfit, unknown>, Flaws] => {
  const said = parseText(text, path)
  if (E.isLeft(said)) return [said, flawIf('TextNotCanonical', said.left)]
  // A value that is nested too deeply to be written cannot be what was written.
  const canonical = E.tryCatch(
    () => canonicalJson(said.right),
    () => null,
  )
  const isCanonical = E.isRight(canonical) && E.isRight(canonical.right) && canonical.right.right === text
  return [said, isCanonical ? [] : [flaw('TextNotCanonical', path, 'canonical JSON')]]
}

/**
 * Checks a log, in its order, for all that its bytes alone can show. An honest log has no finding. Without `laws` it is not checked whether the log
 * was founded, by which rules it was decided, whether its data fits the codecs, and which commands its decisions answer.
 * It needs memory for a number a stream, 22 to 43 bytes an event, and one decision. Decision 0028 lists what it cannot find.
 *
 * @example
 * const check = eventCheck(laws)
 * for (const recorded of page.events) findings.push(...check.add(recorded))
 * findings.push(...check.end())
 */
export const eventCheck = (laws: LogLaws | null): LogCheck => {
  const ofTime = timeCheck()
  const ofIdentity = identityCheck()
  const causes = causeCheck()
  const streams = streamCheck()
  const byLaws = laws === null ? null : { read: lawCheck(laws), decisions: decisionCheck(laws) }
  const ofHeader = (
    said: E.Either<Unfit, unknown>,
    event: StoredEvent,
  ): readonly [Header | null, Unfit | null, Flaws] => {
    const read = E.isLeft(said) ? said : readHeader(said.right)
    // A text that is not JSON has been reported already.
    if (E.isLeft(read)) return [null, null, E.isLeft(said) ? [] : flawIf('HeaderUnfit', read.left)]
    const header = read.right
    const misplaced = findMisplaced(header, event)
    const flaws = [flawIf('HeaderUnfit', misplaced), streams.ofReadSet(header), ofTime(header), findAhead(header)]
    return [header, misplaced, [...flaws, causes.ofHeader(header), ofIdentity(header)].flat()]
  }
  return {
    add: (recorded) => {
      const { event } = recorded
      const [said, ofText] = readText(event.header, '$')
      const [data, ofData] = readText(event.data, '$.data')
      const [header, misplaced, ofSaid] = ofHeader(said, event)
      const [words, ofLaws] = byLaws?.read(event, header, data) ?? [null, []]
      const ofDecision = byLaws?.decisions.add({ recorded, header: misplaced === null ? header : null, words }) ?? []
      const flaws = [...ofText, ...ofData, ...ofSaid, ...streams.ofPlace(event), ...ofLaws]
      causes.add(event, header)
      return [...ofDecision, ...flaws.map(locateFlaw(recorded))]
    },
    end: () => byLaws?.decisions.end() ?? [],
  }
}
