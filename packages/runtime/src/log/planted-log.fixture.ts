/** Faults that tests plant in honest logs, and the finding that a check must report. */
import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { GlobalPosition, Recorded } from '../ports/ports.ts'
import { eventCheck } from './check-events.ts'
import type { LogLaws } from './check-laws.ts'
import { changeEvent, histories, laws, changeHeader, type Log } from './honest-log.fixture.ts'
import type { LogFinding, LogFlaw } from './log-finding.ts'

const placeEvents = (log: Log): ReadonlyArray<Recorded> =>
  log.map((event, index) => ({ position: String(index + 1) as GlobalPosition, event }))
export const findFlaws = (log: Log, by: LogLaws | null = laws): ReadonlyArray<LogFinding> => {
  const check = eventCheck(by)
  return [...placeEvents(log).flatMap(check.add), ...check.end()]
}
export const printFindings = (findings: ReadonlyArray<LogFinding>): ReadonlyArray<string> =>
  findings.map(({ type, position, path }) => `${type} at ${position} ${path}`)

export interface Plant {
  readonly flaw: LogFlaw
  readonly path: string | ((log: Log, at: number) => string)
  /** Null where it cannot be planted at that event. */
  readonly plant: (log: Log, at: number) => Log | null
  /** The event at which it is found, where that is another one. */
  readonly where?: (log: Log, at: number) => number
}

export const inHeader =
  (change: object): Plant['plant'] =>
  (log, at) =>
    changeEvent(log, at, (event) => changeHeader(event, change))
export const rewriteEvent = (text: 'header' | 'data', change: (text: string) => string): Plant['plant'] => {
  return (log, at) => changeEvent(log, at, (event) => ({ ...event, [text]: change(event[text]) }))
}

/** Plants the fault at any event but the founding; throws where the check misses its event or path, or reports anything else. */
export const expectFound = ({ flaw, path, plant, where = (_, at) => at }: Plant): void => {
  fc.assert(
    fc.property(histories, fc.nat(1000), (log, n) => {
      const at = 1 + (n % (log.length - 1))
      const planted = plant(log, at)
      fc.pre(planted !== null)
      const place = typeof path === 'string' ? path : path(log, at)
      expect(printFindings(findFlaws(planted ?? []))).toEqual([`${flaw} at ${where(log, at) + 1} ${place}`])
    }),
    { numRuns: 60 },
  )
}
