import type { Credentials, EventStoreClient } from './client.ts'

export interface EventStoreDBOptions {
  /**
   * A client of `@eventstore/db-client`, or one of the same shape such as `@kurrent/kurrentdb-client`'s. Addresses, TLS, certificates and time limits
   * are its own; whoever made it disposes of it, after the store is closed.
   */
  readonly client: EventStoreClient
  /** What the name of each stream of the log begins with, of 1 to 64 `A-Za-z0-9_-`: `bazhou` for `bazhou:order-…`. Several logs may share a server. */
  readonly prefix: string
  /** The login for every call; not said for a server without TLS, to which clients send none. A login in the client's connection string is
   * not used, but with `oneLine`: take it out by `parseLogin`. */
  readonly credentials?: Credentials | undefined
  /**
   * Sends the appends of all callers over one line (BatchAppend), under the client's own login: more than twice as many a second. **Risk**: where that line is lost, both
   * clients leave promises that nobody can catch, which ends a Node.js process; with two clients of `@eventstore/db-client` in a process, a late answer does. Nothing is lost by
   * it: whoever asked asks again. Not said: a call each.
   */
  readonly oneLine?: boolean
  /**
   * How long an append may take with all that it needs, and how long the server may leave a read without the next event, in milliseconds; 5,000 if not said. Then
   * the call is refused as `StoreBusy`, an append that was sent as `UnknownOutcome`. A read that keeps coming is not broken off. Measured by a timer of the store's own: the client's does not go off against a server that is silent.
   */
  readonly patienceMs?: number
}
