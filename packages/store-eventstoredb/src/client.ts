/** The client interface that the store needs; `EventStoreDBClient` and `KurrentDBClient` both have it. */

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
  /** Servers before 22.6 leave it out when a stream is read. */
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
  /** A follower node refuses such a call: events that have not reached it yet must not be taken for missing. */
  readonly requiresLeader: true
}

export interface Appending extends Calling {
  readonly expectedRevision: 'no_stream' | bigint
  /** The same under KurrentDB's name: a client that does not find its own field accepts any version. */
  readonly streamState: 'no_stream' | bigint
}

interface Reading extends Calling {
  readonly maxCount: number
  readonly direction: 'forwards' | 'backwards'
  readonly resolveLinkTos: false
}

/** Events in their order; ends after the requested number, or when there are no more. */
export interface ReadingStream extends AsyncIterable<Resolved> {
  /** Tells the server that the store reads no further. */
  readonly cancel?: () => unknown
  readonly destroy?: () => unknown
}

/** A Node.js stream of events that does not end by itself. */
export interface SubscribedStream {
  readonly read: () => Resolved | null
  readonly on: (
    event: 'confirmation' | 'readable' | 'end' | 'close' | 'error',
    listener: (why?: unknown) => void,
  ) => unknown
  readonly unsubscribe: () => Promise<void>
  readonly destroy: () => unknown
}

export interface SubscribeOptions extends Omit<Calling, 'requiresLeader'> {
  readonly fromPosition: 'start' | LogPosition
  readonly resolveLinkTos: false
  readonly filter: {
    readonly filterOn: 'streamName'
    readonly prefixes: string[]
    readonly checkpointInterval: number
  }
}

/** The used part of a client: of `@eventstore/db-client`, of `@kurrent/kurrentdb-client`, or another of this shape. */
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
  subscribeToAll(options: SubscribeOptions, readable: { readonly highWaterMark: number }): SubscribedStream
}
