import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { EventStore, GlobalPosition, Page, StoreError } from '../ports/ports.ts'
import { eventCheck } from './check-events.ts'
import type { LogLaws } from './check-laws.ts'
import { logDigest } from './digest.ts'
import type { LogFinding } from './log-finding.ts'

/** The result of reading a log through. */
export interface CheckedLog {
  readonly events: number
  /** SHA-256 over all events by stream and version, as `digestLog` says it. */
  readonly digest: string
  /** What is wrong, decision by decision in the order of the log, the first thousand; nothing in an honest log. */
  readonly findings: ReadonlyArray<LogFinding>
  /** Whether there is more than the findings tell. */
  readonly more: boolean
}

/** A bound, so that a log in which everything is wrong does not fill the memory. */
const mostFindings = 1000

const pageSize = 500

/**
 * Reads a log through, on any store. Reports its digest and all that its bytes alone show to be wrong with it. Writes nothing.
 *
 * @example
 * const { findings } = await unwrap(checkLog(ports.events, ledgerLaws()))
 */
export const checkLog =
  (store: Pick<EventStore, 'readAll'>, laws: LogLaws): TaskEither<StoreError, CheckedLog> =>
  async () => {
    const check = eventCheck(laws)
    const digest = logDigest()
    const findings: LogFinding[] = []
    const tell = (found: ReadonlyArray<LogFinding>): void => {
      if (findings.length <= mostFindings) findings.push(...found)
    }
    let events = 0
    for (let after: GlobalPosition | null = null; ;) {
      const page: E.Either<StoreError, Page> = await store.readAll(after, pageSize)()
      if (E.isLeft(page)) return page
      for (const recorded of page.right.events) {
        digest.take(recorded.event)
        tell(check.add(recorded))
      }
      events += page.right.events.length
      const last = page.right.events.at(-1)
      if (last === undefined) break
      after = last.position
    }
    tell(check.end())
    return E.right({
      events,
      digest: digest.whole(),
      findings: findings.slice(0, mostFindings),
      more: findings.length > mostFindings,
    })
  }
