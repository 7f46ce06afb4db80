import type * as t from 'io-ts'
import { Instant } from '../time/instant.ts'
import { Actor, EventId, Jurisdiction, StreamName } from './moment.ts'
import { closed, integer, list, nullable, text } from '../schema/words.ts'

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

export interface LogIdBrand {
  readonly LogId: unique symbol
}
/** Names one log for ever: a copy of it keeps the name. */
export type LogId = t.Branded<string, LogIdBrand>
export const LogId = text<LogIdBrand>('LogId', /^[A-Za-z0-9_-]{1,64}$/, 64)

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

/** Another stream that a decision read, at the version that was read. A stream that did not exist yet is left out. */
export const Relied = closed({ stream: StreamName, version: StreamVersion })
export type Relied = t.TypeOf<typeof Relied>

/** Everything said of an event beside its data. */
export const Header = closed({
  id: EventId,
  log: LogId,
  jurisdiction: Jurisdiction,
  stream: StreamName,
  version: StreamVersion,
  type: EventType,
  schema: SchemaNumber,
  occurredAt: Instant,
  recordedAt: Instant,
  actor: Actor,
  commandId: CommandId,
  correlationId: CommandId,
  /** The event that a process acted on; null for a person's command. */
  causationId: nullable(EventId),
  /** A review of 500 volunteers reads who each of them is. */
  relied: list(Relied, 0, 600),
})
export type Header = t.TypeOf<typeof Header>

/** An event as it is kept: header and data. */
export interface Envelope<E> extends Header {
  readonly data: E
}

/** Brings data of an older schema to the next one; index 0 leads from schema 1 to 2. */
export type Upcasts = Readonly<Record<string, ReadonlyArray<(data: unknown) => unknown>>>

/** The schema that is written today for a type. */
export const currentSchema = (upcasts: Upcasts, type: string): SchemaNumber =>
  ((upcasts[type]?.length ?? 0) + 1) as SchemaNumber

/** Data in today's words, whatever schema it was stored in. */
export const upcast = (upcasts: Upcasts, type: string, schema: number, data: unknown): unknown =>
  (upcasts[type] ?? []).slice(schema - 1).reduce((older: unknown, raise) => raise(older), data)
