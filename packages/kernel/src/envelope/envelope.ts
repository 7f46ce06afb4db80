import type * as t from 'io-ts'
import { Instant } from '../time/instant.ts'
import { Actor, EventId, Jurisdiction, LogId, StreamName } from './moment.ts'
import { closed, integer, list, nullable, text } from '../schema/makers.ts'

export interface StreamVersionBrand {
  readonly StreamVersion: unique symbol
}
/** Place of an event in its stream, from 0. */
export type StreamVersion = t.Branded<number, StreamVersionBrand>
export const StreamVersion = integer<StreamVersionBrand>('StreamVersion', 0, 1_000_000_000)

export interface CommandIdBrand {
  readonly CommandId: unique symbol
}
/** Names one wish to change something; the ids of its events derive from it. */
export type CommandId = t.Branded<string, CommandIdBrand>
export const CommandId = text<CommandIdBrand>('CommandId', /^[A-Za-z0-9_.:-]{1,200}$/, 200)

export interface EventTypeBrand {
  readonly EventType: unique symbol
}
/** The name of a kind of event, such as `OrderPlaced`; the codec of its data goes by it. */
export type EventType = t.Branded<string, EventTypeBrand>
export const EventType = text<EventTypeBrand>('EventType', /^[A-Z][A-Za-z]{0,63}$/, 64)

export interface SchemaNumberBrand {
  readonly SchemaNumber: unique symbol
}
/** Which edition of an event type's words the data is written in, from 1. */
export type SchemaNumber = t.Branded<number, SchemaNumberBrand>
export const SchemaNumber = integer<SchemaNumberBrand>('SchemaNumber', 1, 1000)

export interface RuleSetBrand {
  readonly RuleSet: unique symbol
}
/** The number of a set of rules, from 1: raised whenever a decider would answer a command of the stored logs otherwise. */
export type RuleSet = t.Branded<number, RuleSetBrand>
export const RuleSet = integer<RuleSetBrand>('RuleSet', 1, 1_000_000)

export interface CommandDigestBrand {
  readonly CommandDigest: unique symbol
}
/** SHA-256 of a command's canonical JSON, in lower-case hex: who has the command can show that it is the one. */
export type CommandDigest = t.Branded<string, CommandDigestBrand>
export const CommandDigest = text<CommandDigestBrand>('CommandDigest', /^[0-9a-f]{64}$/, 64)

export interface TraceparentBrand {
  readonly Traceparent: unique symbol
}
/** The request that a command came with, as W3C Trace Context names it. */
export type Traceparent = t.Branded<string, TraceparentBrand>
export const Traceparent = text<TraceparentBrand>(
  'Traceparent',
  /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/,
  55,
)

/** Another stream that a decision read, at the version that it saw. A stream that did not exist yet is left out. */
export const ReadSetEntry = closed({ stream: StreamName, version: StreamVersion })
export type ReadSetEntry = t.TypeOf<typeof ReadSetEntry>

/** Everything said of an event beside its data, by key as canonical JSON has it. Its canonical text is stored and hashed as it is. */
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

/** An event as it is kept: header and data, and beside them the trace of the request. */
export interface Envelope<E> extends Header {
  /** What monitoring calls the request, where the sender said it; no part of what the log's digest covers. */
  readonly traceparent: Traceparent | null
  readonly data: E
}

/**
 * An event of one of several types with its header, one member a type: who asks for its `type` knows its `data`. Code over events that it does
 * not know takes `Envelope`; the one cast is where events are decoded.
 */
export type EnvelopeOf<E extends { readonly type: string }> = E extends { readonly type: string }
  ? Omit<Envelope<E>, 'type'> & { readonly type: E['type'] }
  : never

/** Brings data of an older schema to the next one; index 0 leads from schema 1 to 2. */
export type Upcasts = Readonly<Record<string, ReadonlyArray<(data: unknown) => unknown>>>

/** The schema that is written today for a type. */
export const currentSchema = (upcasts: Upcasts, type: string): SchemaNumber =>
  ((upcasts[type]?.length ?? 0) + 1) as SchemaNumber

/** Data in today's words, whatever schema it was stored in. */
export const upcast = (upcasts: Upcasts, type: string, schema: number, data: unknown): unknown =>
  (upcasts[type] ?? []).slice(schema - 1).reduce((older: unknown, raise) => raise(older), data)
