import type { Credentials, EventStoreClient } from './client.ts'

export interface EventStoreDBOptions {
  /**
   * A client of `@eventstore/db-client`, or one of the same shape such as `@kurrent/kurrentdb-client`'s. Addresses, TLS, certificates and time limits
   * are its own; the caller who made it disposes of it, after the store is closed.
   */
  readonly client: EventStoreClient
  /** The prefix of the log's streams, of 1 to 64 `A-Za-z0-9_-`: `bazhou` for `bazhou:order-…`. Several logs may share a server. */
  readonly prefix: string
  /** The login for every call; left out for a server without TLS, to which clients send none. A login in the client's connection string is
   * not used, but with `oneLine`: take it out by `parseLogin`. */
  readonly credentials?: Credentials | undefined
  /**
   * Sends the appends of all callers over one line (BatchAppend), under the client's own login: more than twice as many a second. **Risk**: where that line is lost, both
   * clients leave promises that no caller can catch, which ends a Node.js process; with two clients of `@eventstore/db-client` in a process, a late answer does so too. No event is lost by
   * it: the caller sends the append again. By default each append is a call of its own.
   */
  readonly oneLine?: boolean
  /**
   * How long an append may take with all its requests, and how long the server may leave a read without the next event, in milliseconds; 5,000 if not said. Then
   * the call is refused as `StoreBusy`, an append that was sent as `UnknownOutcome`. A read that keeps making progress is not broken off. The store measures by its own timer, since the client's does not fire when a server never answers.
   */
  readonly patienceMs?: number
}
