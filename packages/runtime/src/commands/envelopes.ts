import {
  currentSchema,
  type Envelope,
  type EventType,
  type Moment,
  type RuleSet,
  type StreamVersion,
  type Typed,
  type Upcasts,
} from '@zhiyuan/kernel'
import type { Decision } from './decide.ts'
import type { ValidCommand } from './decode-command.ts'
import { deriveEventIds } from './event-ids.ts'

/** The rule set that decides, and the schema number in which each type of event is written. */
export interface Signature {
  readonly rules: RuleSet
  readonly upcasts: Upcasts
}

/** Wraps what was decided: event ids derive from the command's and the stream's name, versions follow the state it was decided on. */
export const enveloper =
  ({ rules, upcasts }: Signature) =>
  (
    { stream, digest, said }: ValidCommand,
    { log, jurisdiction, now, occurredAt, actor }: Moment,
    decision: Decision,
    events: ReadonlyArray<Typed>,
  ): ReadonlyArray<Envelope<Typed>> => {
    const idOf = deriveEventIds(said.commandId, stream)
    return events.map((data, index) => ({
      id: idOf(index),
      log,
      jurisdiction,
      stream,
      version: ((decision.own.version ?? -1) + 1 + index) as StreamVersion,
      type: data.type as EventType,
      schema: currentSchema(upcasts, data.type),
      occurredAt,
      recordedAt: now,
      actor,
      commandId: said.commandId,
      correlationId: said.correlationId,
      causationId: actor.type === 'process' ? actor.cause : null,
      command: digest,
      readSet: decision.readSet,
      rules,
      traceparent: said.traceparent,
      data,
    }))
  }
