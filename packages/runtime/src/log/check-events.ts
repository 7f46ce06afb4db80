import * as E from 'fp-ts/lib/Either.js'
import { canonicalJson, type Header } from '@zhiyuan/kernel'
import type { Recorded, StoredEvent } from '../ports/ports.ts'
import { identityCheck, lawCheck, type LogLaws } from './check-laws.ts'
import { causeCheck, streamCheck, timeCheck } from './check-order.ts'
import { flaw, flawIf, type Flaws } from './flaw.ts'
import type { LogFinding } from './log-finding.ts'
import { findMisplaced, parseText, readHeader, type Unfit } from './words.ts'

/** A check of a log, event by event in its order; each answer is what is wrong with that event. */
export type CheckEvent = (recorded: Recorded) => ReadonlyArray<LogFinding>

/** What a text says, if it is JSON, and what is wrong with how it says it. */
const readText = (text: string, path: string): readonly [E.Either<Unfit, unknown>, Flaws] => {
  const said = parseText(text, path)
  if (E.isLeft(said)) return [said, flawIf('TextNotCanonical', said.left)]
  // What is nested so deeply that it cannot be written is not what was written.
  const canonical = E.tryCatch(
    () => canonicalJson(said.right),
    () => null,
  )
  const isCanonical = E.isRight(canonical) && E.isRight(canonical.right) && canonical.right.right === text
  return [said, isCanonical ? [] : [flaw('TextNotCanonical', path, 'canonical JSON')]]
}

/**
 * Checks a log, in its order, for what its bytes alone can tell. An honest log has no finding. Without laws it is not looked at whether the log
 * was founded, by which rules it was decided, and which words its data has.
 * It holds a number a stream and 22 to 43 bytes an event. What it cannot find is in decision 0028.
 *
 * @example
 * const check = eventCheck(laws)
 * for (const recorded of page.events) findings.push(...check(recorded))
 */
export const eventCheck = (laws: LogLaws | null): CheckEvent => {
  const [ofTime, ofIdentity, causes, streams] = [timeCheck(), identityCheck(), causeCheck(), streamCheck()]
  const ofLaws = laws === null ? () => [] : lawCheck(laws)
  const ofHeader = (said: E.Either<Unfit, unknown>, event: StoredEvent): readonly [Header | null, Flaws] => {
    const read = E.isLeft(said) ? said : readHeader(said.right)
    // A text that is no JSON has been told already.
    if (E.isLeft(read)) return [null, E.isLeft(said) ? [] : flawIf('HeaderUnfit', read.left)]
    const { right: header } = read
    const flaws = [flawIf('HeaderUnfit', findMisplaced(header, event)), streams.ofReadSet(header)]
    return [header, [...flaws, ofTime(header), causes.ofHeader(header), ofIdentity(header)].flat()]
  }
  return ({ position, event }) => {
    const [said, ofText] = readText(event.header, '$')
    const [data, ofData] = readText(event.data, '$.data')
    const [header, ofSaid] = ofHeader(said, event)
    const flaws = [...ofText, ...ofData, ...ofSaid, ...streams.ofPlace(event), ...ofLaws(event, header, data)]
    causes.add(event, header)
    return flaws.map(({ type, path, expected }) => ({ type, position, id: event.id, path, expected }))
  }
}
