import type * as t from 'io-ts'
import { Instant } from '../time/instant.ts'
import { Actor, EventId, Jurisdiction, LogId, StreamName } from './moment.ts'
import { closed, integer, list, nullable, text } from '../schema/makers.ts'
import { opaqueId } from '../schema/opaque-id.ts'

export interface StreamVersionBrand {
  readonly StreamVersion: unique symbol
}
/** The position of an event in its stream, from 0. */
export type StreamVersion = t.Branded<number, StreamVersionBrand>
export const StreamVersion = integer<StreamVersionBrand>('StreamVersion', 0, 1_000_000_000)

export interface CommandIdBrand {
  readonly CommandId: unique symbol
}
/** The id of one command. The ids of its events derive from it. */
export type CommandId = t.Branded<string, CommandIdBrand>
export const CommandId = opaqueId<CommandIdBrand>('CommandId', /^[A-Za-z0-9_.:-]{1,200}$/, 200)

export interface EventTypeBrand {
  readonly EventType: unique symbol
}
/** The type of an event, such as `OrderPlaced`; it selects the codec of the data. */
export type EventType = t.Branded<string, EventTypeBrand>
export const EventType = text<EventTypeBrand>('EventType', /^[A-Z][A-Za-z]{0,63}$/, 64)

export interface SchemaNumberBrand {
  readonly SchemaNumber: unique symbol
}
/** The number of the schema in which an event's data is stored, from 1. */
export type SchemaNumber = t.Branded<number, SchemaNumberBrand>
export const SchemaNumber = integer<SchemaNumberBrand>('SchemaNumber', 1, 1000)

export interface RuleSetBrand {
  readonly RuleSet: unique symbol
}
/** The number of the set of rules, from 1. It is raised when a decider would answer a command of the stored logs differently. */
export type RuleSet = t.Branded<number, RuleSetBrand>
export const RuleSet = integer<RuleSetBrand>('RuleSet', 1, 1_000_000)

export interface CommandDigestBrand {
  readonly CommandDigest: unique symbol
}
/** SHA-256 of a command's canonical JSON, in lower-case hex. A person who has the command can prove that it is the one decided. */
export type CommandDigest = t.Branded<string, CommandDigestBrand>
export const CommandDigest = text<CommandDigestBrand>('CommandDigest', /^[0-9a-f]{64}$/, 64)

export interface TraceparentBrand {
  readonly Traceparent: unique symbol
}
/** The trace of the request that brought a command, as W3C Trace Context writes it. */
export type Traceparent = t.Branded<string, TraceparentBrand>
export const Traceparent = text<TraceparentBrand>(
  'Traceparent',
  /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/,
  55,
)

/** Another stream that a decision read, at the version that it saw. A stream that did not exist yet is left out. */
export const ReadSetEntry = closed({ stream: StreamName, version: StreamVersion })
export type ReadSetEntry = t.TypeOf<typeof ReadSetEntry>

/** All metadata of an event, with its keys in the order of canonical JSON. The canonical text is stored and hashed unchanged. */
export const Header = closed({
  actor: Actor,
  /** The event that a process acted on; null for a person's command. */
  causationId: nullable(EventId),
  command: CommandDigest,
  commandId: CommandId,
  correlationId: CommandId,
  id: EventId,
  jurisdiction: Jurisdiction,
  log: LogId,
  occurredAt: Instant,
  /** A review of 500 volunteers reads who each of them is. */
  readSet: list(ReadSetEntry, 0, 600),
  recordedAt: Instant,
  rules: RuleSet,
  schema: SchemaNumber,
  stream: StreamName,
  type: EventType,
  version: StreamVersion,
})
export type Header = t.TypeOf<typeof Header>

/** A stored event: its header and data, and the trace of the request. */
export interface Envelope<E> extends Header {
  /** The trace id that monitoring uses, where the sender gave one. The log's digest does not cover it. */
  readonly traceparent: Traceparent | null
  readonly data: E
}

/**
 * The envelope of one of several event types: a union with one member for each type, so that a check of `type` narrows `data`. Code that does
 * not know the types of its events takes `Envelope`. The only cast is where events are decoded.
 */
export type EnvelopeOf<E extends { readonly type: string }> = E extends { readonly type: string }
  ? Omit<Envelope<E>, 'type'> & { readonly type: E['type'] }
  : never

/** By type, the functions that upcast data to the next schema; index 0 leads from schema 1 to 2. */
export type Upcasts = Readonly<Record<string, ReadonlyArray<(data: unknown) => unknown>>>

/** The schema in which events of a type are written today. */
export const currentSchema = (upcasts: Upcasts, type: string): SchemaNumber =>
  ((upcasts[type]?.length ?? 0) + 1) as SchemaNumber

/** Upcasts data from the schema in which it was stored to today's. */
export const upcast = (upcasts: Upcasts, type: string, schema: number, data: unknown): unknown =>
  (upcasts[type] ?? []).slice(schema - 1).reduce((older: unknown, raise) => raise(older), data)
