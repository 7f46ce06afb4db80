import * as E from 'fp-ts/lib/Either.js'
import {
  Actor,
  decode,
  Instant,
  type CommandDigest,
  type CommandId,
  type Envelope,
  type EventId,
  type EventType,
  type Jurisdiction,
  type Projection,
  project,
  type RuleSet,
  type SchemaNumber,
  type StreamVersion,
  type Typed,
} from '@zhiyuan/kernel'
import { fail } from './assert.ts'
import { digestOrZeros } from './digest.ts'
import { testLog } from './test-log.ts'
import { decodeOrThrow, type PlainActor, type Speaking } from './words.ts'

/** An event as a test writes it: when it was recorded, by whom, and its data. */
export interface Line {
  readonly at: string
  readonly by: PlainActor
  /** When the fact happened, where that is not when it was recorded. */
  readonly occurredAt?: string
  /** The line of the event that a process acted on, from 0. */
  readonly cause?: number
  readonly event: Typed & Readonly<Record<string, unknown>>
}

type EventOf<S extends Speaking> = S['event']['_A']

/** The id of the event of a line. */
export const deriveEventId = (line: number): EventId => `event-${line}` as EventId

/** Each line is a decision of its own, of which a slice can make the command again. */
const commandDigest = ({ restoreCommand }: Speaking, event: unknown): CommandDigest =>
  digestOrZeros(restoreCommand?.([event] as never) ?? null)

const envelop = <S extends Speaking>(slices: ReadonlyArray<S>, line: Line, index: number): Envelope<EventOf<S>> => {
  const { at, by, occurredAt = at, cause, event } = line
  const words = slices.map((slice) => ({ slice, data: decode(slice.event)(event) }))
  const found = words.find(({ data }) => E.isRight(data))
  if (found === undefined || E.isLeft(found.data))
    return fail(`no slice says ${event.type} like this: ${JSON.stringify(words.map(({ data }) => data))}`)
  return {
    id: deriveEventId(index),
    log: testLog,
    jurisdiction: '131081' as Jurisdiction,
    stream: `${found.slice.name}-test`,
    version: index as StreamVersion,
    type: event.type as EventType,
    schema: 1 as SchemaNumber,
    occurredAt: decodeOrThrow(Instant, occurredAt, { name: 'a line', at: `$[${index}].occurredAt` }),
    recordedAt: decodeOrThrow(Instant, at, { name: 'a line', at: `$[${index}].at` }),
    actor: decodeOrThrow(Actor, by, { name: 'a line', at: `$[${index}].by` }),
    commandId: `command-${index}` as CommandId,
    correlationId: `command-${index}` as CommandId,
    causationId: cause === undefined ? null : deriveEventId(cause),
    command: commandDigest(found.slice, found.data.right as EventOf<S>),
    readSet: [],
    rules: 1 as RuleSet,
    traceparent: null,
    data: found.data.right as EventOf<S>,
  }
}

/**
 * A log for views to read, in its order. Each event is decoded by its slice's codec, so that a misspelt one fails. Each is the only
 * one of its command: the digest on its envelope is that of the command which its slice's `restoreCommand` makes of it. Where it makes none (an
 * event that only ever follows another), the digest is 64 zeros, and `restoreCommands` names a fault.
 *
 * @example
 * const log = buildLog([order], [{ at: '2020-04-20T02:20:00.000Z', by: clerk, event: placed }])
 */
export const buildLog = <S extends Speaking>(
  slices: ReadonlyArray<S>,
  lines: ReadonlyArray<Line>,
): ReadonlyArray<Envelope<EventOf<S>>> => lines.map((line, index) => envelop(slices, line, index))

/** The rows of a view after a log, as every engine must fold them. */
export const foldRows = <Row, Event>(
  view: Projection<Row, Event>,
  log: ReadonlyArray<Envelope<Event>>,
): ReadonlyMap<string, Row> => {
  const rows = new Map<string, Row>()
  log.forEach((envelope) => project(view)(rows, envelope))
  return rows
}
