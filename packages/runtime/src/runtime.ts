import type { Either } from 'fp-ts/lib/Either.js'
import type { Task } from 'fp-ts/lib/Task.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { DecodeRefused, EventId, Instant, StreamRead, Typed } from '@zhiyuan/kernel'
import type { Fault } from './ports/fault.ts'
import type { CommandMeta, Outcome, Sent } from './commands/outcome.ts'
import type { Service, ServiceOptions } from './following/service.ts'
import type { SettleReport } from './following/settle-report.ts'
import type { Texts } from './log/texts.ts'

/** The part of a projection that a query needs: whose rows, and of which type. */
export interface View<Row> {
  readonly name: string
  readonly version: number
  readonly initial: (key: string) => Row
}

/** A row as a query sees it. */
export interface Seen<Row> {
  readonly key: string
  readonly row: Row
  /** The event that this row could not take in: the row is quarantined and holds what was true before it. Null when all is well. */
  readonly stale: EventId | null
}

/** One page of rows: keys that begin with `prefix`, after `after`, at most `limit` (1 to 100,000; 500 if not said). */
export interface RowsPage {
  readonly prefix?: string
  readonly after?: string | null
  readonly limit?: number
}

/** Rows as of the last settle. */
export interface Queries {
  /** The row of a key, or null where no event ever touched it. */
  readonly row: <Row>(view: View<Row>, key: string) => TaskEither<Fault, Seen<Row> | null>
  /** Rows in order of code points of the key, a page at a time. Refused where no page has such a limit. */
  readonly rowsPage: <Row>(
    view: View<Row>,
    page?: RowsPage,
  ) => TaskEither<Fault | DecodeRefused, ReadonlyArray<Seen<Row>>>
  /** All rows whose key begins with the prefix, in order. A fault throws `LedgerFault`. */
  readonly rows: <Row>(view: View<Row>, prefix?: string) => AsyncIterable<Seen<Row>>
}

/** Commands in, rows out. Refusals are values of `Outcome`, faults are on the left. */
export interface Runtime<E extends Typed, R extends Typed> extends Queries {
  /** Decodes, decides and appends one command. Commands to one stream wait for each other. */
  readonly execute: (command: unknown, meta: CommandMeta) => TaskEither<Fault, Outcome<E, R>>
  /**
   * Commands sent together, each with its own outcome, in their order. Those to different streams are decided on the same state of the
   * log and share one group commit; those to one stream run one after the other.
   */
  readonly executeAll: (batch: ReadonlyArray<Sent>) => Task<ReadonlyArray<Either<Fault, Outcome<E, R>>>>
  /**
   * The time at which a command would be recorded now: the clock's, but never before what the log has recorded already. Nothing is known
   * yet of any later instant.
   */
  readonly now: () => TaskEither<Fault, Instant>
  /** The current state of another stream, cached as far as it was read before. */
  readonly read: <A>(read: StreamRead<A>) => TaskEither<Fault, A>
  /** Runs views, processes and due timers until nothing is left to do, in a fixed order. */
  readonly settle: () => TaskEither<Fault, SettleReport>
  /** Settles at every new event and when a timer may be due, until it is stopped. */
  readonly start: (options: ServiceOptions) => Service
  readonly texts: Texts
  /** SHA-256 over all events by stream and version; positions left out. */
  readonly digestLog: () => TaskEither<Fault, string>
  /** SHA-256 over the rows of all views by name and key. */
  readonly digestRows: () => TaskEither<Fault, string>
}
