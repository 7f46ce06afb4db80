import type { Codec } from '../schema/codec.ts'
import type * as t from 'io-ts'
import type { Instant } from '../time/instant.ts'
import { closed, text, variants, literal } from '../schema/makers.ts'
import { opaqueId } from '../schema/opaque-id.ts'

const id = /^[A-Za-z0-9_-]{1,64}$/

export interface PersonIdBrand {
  readonly PersonId: unique symbol
}
/** An opaque id of a person: never a name; a mobile number and an ID-card number are refused (P6). */
export type PersonId = t.Branded<string, PersonIdBrand>
export const PersonId = opaqueId<PersonIdBrand>('PersonId', id, 64)

export interface UnitIdBrand {
  readonly UnitId: unique symbol
}
/** A unit of the organisation tree. */
export type UnitId = t.Branded<string, UnitIdBrand>
export const UnitId = opaqueId<UnitIdBrand>('UnitId', id, 64)

export interface JurisdictionBrand {
  readonly Jurisdiction: unique symbol
}
/** The area whose unit tree, policies and rosters govern a command, such as `131081`. */
export type Jurisdiction = t.Branded<string, JurisdictionBrand>
export const Jurisdiction = text<JurisdictionBrand>('Jurisdiction', /^[A-Za-z0-9]{1,32}$/, 32)

export interface LogIdBrand {
  readonly LogId: unique symbol
}
/** The permanent name of one log: a copy of the log keeps it. */
export type LogId = t.Branded<string, LogIdBrand>
export const LogId = text<LogIdBrand>('LogId', /^[A-Za-z0-9_-]{1,64}$/, 64)

export interface RoleBrand {
  readonly Role: unique symbol
}
/** The role in which a person acts, such as `dispatcher`. The domain lists the roles. */
export type Role = t.Branded<string, RoleBrand>
export const Role = text<RoleBrand>('Role', /^[a-z][a-z-]{0,31}$/, 32)

export interface ProcessNameBrand {
  readonly ProcessName: unique symbol
}
/** The name of one process or timer, such as `offer-clocks`. */
export type ProcessName = t.Branded<string, ProcessNameBrand>
export const ProcessName = text<ProcessNameBrand>('ProcessName', /^[a-z][a-z-]{0,63}$/, 64)

export interface EventIdBrand {
  readonly EventId: unique symbol
}
/** The id of one event in the whole log. It derives from the command, so that a repeated command gives the same id. */
export type EventId = t.Branded<string, EventIdBrand>
export const EventId = text<EventIdBrand>('EventId', /^[A-Za-z0-9_.:-]{1,256}$/, 256)

/** A person in a role held at a unit, as verified by the embedding system. */
export const PersonActor = closed({ type: literal('person'), person: PersonId, role: Role, unit: UnitId })
export type PersonActor = t.TypeOf<typeof PersonActor>

/** A process or a timer, and the event that made it act. */
export const ProcessActor = closed({ type: literal('process'), process: ProcessName, cause: EventId })
export type ProcessActor = t.TypeOf<typeof ProcessActor>

/** The actor of a command: a person in a role, or a process. */
export const Actor: Codec<Actor> = variants('Actor', [PersonActor, ProcessActor])
export type Actor = PersonActor | ProcessActor

/** The circumstances of a decision. The runtime hands them in; the domain reads no clock. */
export interface Moment {
  readonly log: LogId
  readonly jurisdiction: Jurisdiction
  /** When the command is accepted; the event's `recordedAt`. */
  readonly now: Instant
  /** When the fact happened, at most 120 s after `now`. */
  readonly occurredAt: Instant
  readonly actor: Actor
}

/** `<slice>-<id>`; the part before the first dash is the category. */
export type StreamName = `${string}-${string}`
// Slices build names as template strings, so the type is the template; the codec is that of a text.
export const StreamName = text<{ readonly StreamName: unique symbol }>(
  'StreamName',
  /^[a-z]{1,32}-[A-Za-z0-9_.-]{1,223}$/,
  256,
) as unknown as Codec<StreamName>
