/** What the store needs of a client: `EventStoreDBClient` and `KurrentDBClient` both have it. */

/** Place of a record in the server's transaction log. */
export interface LogPosition {
  readonly commit: bigint
  readonly prepare: bigint
}

/** An event as the client takes it. */
export interface NewEvent {
  id: string
  contentType: 'application/json'
  type: string
  data: Record<string, unknown>
  /** JSON. */
  metadata: Uint8Array
}

/** An event as the client gives it. */
export interface ServerEvent {
  readonly streamId: string
  readonly revision: bigint
  readonly type: string
  readonly data: unknown
  readonly metadata?: unknown
  /** Servers before 22.6 leave it out of what is read from a stream. */
  readonly position?: LogPosition | undefined
}

export interface Resolved {
  readonly event?: ServerEvent | undefined
}

export interface Credentials {
  readonly username: string
  readonly password: string
}

interface Calling {
  /** Without it the clients append by another call, BatchAppend. */
  readonly credentials?: Credentials
  /** A follower answers that it is none: what it has not heard of yet is not taken for missing. */
  readonly requiresLeader: true
}

export interface Appending extends Calling {
  readonly expectedRevision: 'no_stream' | bigint
  /** The same under KurrentDB's name: a client that does not find its own takes any version. */
  readonly streamState: 'no_stream' | bigint
}

interface Reading extends Calling {
  readonly maxCount: number
  readonly direction: 'forwards' | 'backwards'
  readonly resolveLinkTos: false
}

/** Events in their order; ends when so many were read, or there are no more. */
export interface ReadingStream extends AsyncIterable<Resolved> {
  /** Tells the server that nobody reads on. */
  readonly cancel?: () => unknown
  readonly destroy?: () => unknown
}

/** A Node.js stream of events that does not end by itself. */
export interface FollowingStream {
  readonly read: () => Resolved | null
  readonly on: (
    event: 'confirmation' | 'readable' | 'end' | 'close' | 'error',
    listener: (why?: unknown) => void,
  ) => unknown
  readonly unsubscribe: () => Promise<void>
  readonly destroy: () => unknown
}

export interface Following extends Omit<Calling, 'requiresLeader'> {
  readonly fromPosition: 'start' | LogPosition
  readonly resolveLinkTos: false
  readonly filter: {
    readonly filterOn: 'streamName'
    readonly prefixes: string[]
    readonly checkpointInterval: number
  }
}

/** A client, as far as it is used: of `@eventstore/db-client`, of `@kurrent/kurrentdb-client`, or another of this shape. */
export interface EventStoreClient {
  appendToStream(
    stream: string,
    events: NewEvent[],
    options: Appending,
  ): Promise<{
    readonly success: boolean
    readonly nextExpectedRevision: bigint
    readonly position?: LogPosition | undefined
  }>
  readStream(stream: string, options: Reading & { readonly fromRevision: 'end' | bigint }): ReadingStream
  readAll(options: Reading & { readonly fromPosition: 'start' | 'end' | LogPosition }): ReadingStream
  subscribeToAll(options: Following, readable: { readonly highWaterMark: number }): FollowingStream
}
