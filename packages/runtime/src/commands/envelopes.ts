import {
  currentSchema,
  type Envelope,
  type EventType,
  type Moment,
  type StreamVersion,
  type Typed,
  type Upcasts,
} from '@zhiyuan/kernel'
import type { Decision } from './decide.ts'
import type { Admitted } from './decode-command.ts'
import { eventIdsOf } from './event-ids.ts'
import type { Wiring } from '../wiring.ts'

/** What every event of a ledger says of it. */
export type Signature = Pick<Wiring<Typed, Typed>, 'log' | 'rules' | 'upcasts'>

/** Wraps what was decided: event ids derive from the command's and the stream's name, versions follow the state it was decided on. */
export const enveloping =
  ({ log, rules, upcasts }: Signature) =>
  (
    { stream, digest, said }: Admitted,
    { jurisdiction, now, occurredAt, actor }: Moment,
    decision: Decision,
    events: ReadonlyArray<Typed>,
  ): ReadonlyArray<Envelope<Typed>> => {
    const idOf = eventIdsOf(said.commandId, stream)
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
