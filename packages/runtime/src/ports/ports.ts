/** The ports: what the runtime needs of the world. Clock, ids and randomness enter here, and only here. */
import type * as t from 'io-ts'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { text, type EventId, type EventType, type Instant, type StreamName, type StreamVersion } from '@zhiyuan/kernel'

export interface GlobalPositionBrand {
  readonly GlobalPosition: unique symbol
}
/** Place of an event in the whole log. Opaque: only the store that gave it can compare two. */
export type GlobalPosition = t.Branded<string, GlobalPositionBrand>
export const GlobalPosition = text<GlobalPositionBrand>('GlobalPosition', /^[0-9A-Za-z:]{1,64}$/, 64)

/**
 * An event as it is stored, the same on every store: two texts of canonical JSON (RFC 8785), and the columns by which a store finds it. The header repeats
 * id, stream, version and type; the decoder compares them. Digests hash the texts as they are.
 */
export interface StoredEvent {
  readonly id: EventId
  readonly stream: StreamName
  readonly version: StreamVersion
  readonly type: EventType
  /** Canonical JSON of the `Header`. */
  readonly header: string
  /** Canonical JSON of the data. */
  readonly data: string
  /** The trace of the request, in W3C's form; null where there was none. It stands beside the texts, and no digest covers it. */
  readonly traceparent: string | null
}

/** An event with its place in the log; nothing of it is parsed yet. */
export interface Recorded {
  readonly position: GlobalPosition
  readonly event: StoredEvent
}

/** What may go wrong in a store; `advice` says in Chinese and English what to do about it, where the store knows. */
export type StoreError =
  /** The store could not take the call in time; nothing was written. */
  | { readonly type: 'StoreBusy'; readonly waitedMs: number; readonly cause: string; readonly advice?: string }
  /** The store does not say whether it wrote: append the same events again to learn it. */
  | { readonly type: 'UnknownOutcome'; readonly cause: string }
  /** The medium is full; nothing was written. */
  | { readonly type: 'StoreFull'; readonly cause: string; readonly advice?: string }
  /** There is no store at that place, and the caller did not ask to create one; with advice. Nothing was changed. */
  | { readonly type: 'StoreMissing'; readonly cause: string; readonly advice: string }
  /** What is stored is not what this program wrote; with advice. */
  | { readonly type: 'StoreDamaged'; readonly cause: string; readonly advice: string }
  | { readonly type: 'StoreClosed' }
  /** This log never gave the position to go on from. */
  | { readonly type: 'UnknownPosition'; readonly position: string }
  /** Any other failure of the store; nothing was written. */
  | { readonly type: 'StoreFault'; readonly cause: string; readonly advice?: string }

/** Why an append wrote nothing, or may not have. */
export type AppendError =
  /** The stream is not at the expected version; `actual` is null where there is no such stream. */
  | { readonly type: 'VersionConflict'; readonly stream: StreamName; readonly actual: StreamVersion | null }
  /** One of the event ids is taken already, in another place of the stream or with other content; where `idsUniqueIn` says so, in any place of the log. */
  | { readonly type: 'EventIdTaken'; readonly id: EventId }
  | StoreError

/** Where a stream must stand for an append (optimistic concurrency): not there yet, or exactly at a version. */
export type Expected = 'no-stream' | StreamVersion

/** Where an append ended. */
export interface Appended {
  /** Version of the last event of the append. */
  readonly version: StreamVersion
  /** Position of the last event of the append. */
  readonly position: GlobalPosition
}

/** Events in their order, at most as many as were asked for. */
export interface Page {
  readonly events: ReadonlyArray<Recorded>
  /** Whether the log or stream ended with this page when it was read. */
  readonly end: boolean
}

/** A reader that follows the log. */
export interface Subscription {
  /** Resolves when the handler has returned from its last page and no other will come. */
  readonly close: () => Promise<void>
}

/** What a store claims beyond what every store promises. */
export interface Capabilities {
  /** Positions are numbers without gaps. */
  readonly dense: boolean
  /** Where an event id that is taken is refused: in any stream of the log, or in the stream that has it only. */
  readonly idsUniqueIn: 'log' | 'stream'
  /** Appends that are asked for at once stand in the log in the order in which they were asked for. */
  readonly inOrder: boolean
}

/** The log. What it promises is in the conformance suite that every store passes. */
export interface EventStore {
  /**
   * Appends events to one stream, all or none, durably before it answers. Their versions follow the expected one;
   * in the log they stand beside each other.
   * Idempotent: the same events at the same expectation again give the first outcome. Events are the same when their two texts are; traces may differ. At least one
   * event, at most 1,000. Texts come back byte for byte, where they are canonical.
   */
  readonly append: (
    stream: StreamName,
    expected: Expected,
    events: ReadonlyArray<StoredEvent>,
  ) => TaskEither<AppendError, Appended>
  /** Events of one stream in order of version, from a version on, at most `limit` (at least 1). A stream that does not exist is an empty last page. */
  readonly readStream: (stream: StreamName, from: StreamVersion, limit: number) => TaskEither<StoreError, Page>
  /** The last event of the log; null where it is empty. */
  readonly last: () => TaskEither<StoreError, Recorded | null>
  /** All events in global order after a position (null: from the start), at most `limit` (at least 1). A position that this log never gave is refused as `UnknownPosition`. */
  readonly readAll: (after: GlobalPosition | null, limit: number) => TaskEither<StoreError, Page>
  /**
   * Hands every event after a position to the handler, page by page, first those that are there, then those that come, without gap or repeat.
   * The next page waits for the handler: a slow reader costs no memory. A handler that rejects ends the subscription with `onEnd`, and so
   * does a store that cannot be read within its patience: subscribe again from the last event that was handled.
   */
  readonly subscribe: (
    after: GlobalPosition | null,
    handler: (events: ReadonlyArray<Recorded>) => Promise<void>,
    onEnd: (why: StoreError) => void,
  ) => Subscription
  /** Negative, zero or positive as a is before, at or after b. */
  readonly compare: (a: GlobalPosition, b: GlobalPosition) => number
  readonly capabilities: Capabilities
  /** Flushes and releases; a call after it is refused as `StoreClosed`. */
  readonly close: () => Promise<void>
}

/** One version of one projection's (or process's) rows. */
export interface RowsRef {
  readonly name: string
  readonly version: number
}

/** A row of a projection or process, by key. */
export interface Row {
  /** Well-formed Unicode: a call with another key is refused as `StoreFault`. */
  readonly key: string
  /** Plain JSON. */
  readonly row: unknown
}

/** What one projection or process changed, up to and with the event at `checkpoint`. */
export interface RowsBatch {
  readonly rows: RowsRef
  /** Up to where the rows had come when these changes were worked out; null where there was no checkpoint yet. */
  readonly from: GlobalPosition | null
  readonly checkpoint: GlobalPosition
  readonly put: ReadonlyArray<Row>
  readonly remove: ReadonlyArray<string>
}

/** Why a commit wrote nothing, or may not have. */
export type CommitError =
  /** Another process has moved these rows on, to `actual`: read them again and fold the events anew. */
  { readonly type: 'CheckpointConflict'; readonly rows: RowsRef; readonly actual: GlobalPosition | null } | StoreError

/** Rows of projections and processes: derived from the log, and rebuilt from it when lost. */
export interface ProjectionStore {
  readonly checkpoint: (rows: RowsRef) => TaskEither<StoreError, GlobalPosition | null>
  /** The rows of these keys; a key without a row is left out. */
  readonly get: (rows: RowsRef, keys: ReadonlyArray<string>) => TaskEither<StoreError, ReadonlyArray<Row>>
  /** Rows with `after` < key < `before` (null: no bound) in order of code points of the key. */
  readonly range: (
    rows: RowsRef,
    bounds: { readonly after: string | null; readonly before: string | null; readonly limit: number },
  ) => TaskEither<StoreError, ReadonlyArray<Row>>
  /** Commits rows and checkpoints of all batches in one durable transaction, if each checkpoint is the one its changes were computed from; else nothing. */
  readonly commit: (batches: ReadonlyArray<RowsBatch>) => TaskEither<CommitError, void>
  /** Which version queries read; null before the first switch. */
  readonly active: (name: string) => TaskEither<StoreError, number | null>
  /** Makes a version the one that queries read and drops the rows of every other version of that name. */
  readonly activate: (rows: RowsRef) => TaskEither<StoreError, void>
  readonly close: () => Promise<void>
}

/** A text of the vault with the salt of its commitment. */
export interface Secret {
  readonly id: string
  /** 32 random bytes in hex. */
  readonly salt: string
  readonly text: string
}

/** Names, phone numbers and free text, apart from the log and erasable (P1). */
export interface Vault {
  /** Keeps all or none, durably before it answers. Keeping the same text and salt under the same id again is a no-op. */
  readonly put: (secrets: ReadonlyArray<Secret>) => TaskEither<StoreError, void>
  /** Those that are there and not destroyed. */
  readonly get: (ids: ReadonlyArray<string>) => TaskEither<StoreError, ReadonlyArray<Secret>>
  /** Overwrites salt and text; the id stays taken. */
  readonly destroy: (ids: ReadonlyArray<string>) => TaskEither<StoreError, void>
  readonly close: () => Promise<void>
}

/** The time. The domain reads none: it is handed in with each command. */
export interface Clock {
  readonly now: () => Instant
}

/** Where ids and salts come from. */
export interface Randomness {
  /** A fresh unguessable id of 21 characters of `A-Za-z0-9_-`. */
  readonly id: () => string
  /** 32 random bytes in lower-case hex. */
  readonly salt: () => string
}

/** Everything that the runtime needs of the world. */
export interface Ports {
  readonly events: EventStore
  readonly projections: ProjectionStore
  readonly vault: Vault
  readonly clock: Clock
  readonly random: Randomness
}
