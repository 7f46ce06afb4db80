/** Decodes what a test writes before it is used: a misspelt field fails the test, with its path. */
import * as E from 'fp-ts/lib/Either.js'
import {
  Actor,
  decode,
  futureBoundMs,
  Instant,
  Jurisdiction,
  plusMillis,
  type AnyCodec,
  type Codec,
  type Moment,
  type Plain,
  type RestoreCommand,
  type StreamName,
  type Typed,
} from '@zhiyuan/kernel'
import { testLog } from './test-log.ts'

/** The part of a slice that names its streams and reads their events. */
export interface Speaking {
  readonly name: string
  readonly event: AnyCodec
  /** Restores the command of an event, where a test's envelopes should have its digest. */
  readonly restoreCommand?: RestoreCommand<Typed, never>
}

/**
 * Events of `E` as their author writes them, in plain strings and numbers. Where the compiler knows an event's `type`, it knows its fields
 * too; one whose `type` is any string is judged by the codec alone, when the test runs.
 */
export type PastEvents<E extends Typed, P extends ReadonlyArray<Typed>> = {
  readonly [I in keyof P]: string extends P[I]['type'] ? P[I] : Plain<E>
}

/** Some fields of a value, and of the values inside it, as their author writes them. */
export type Part<A> =
  A extends ReadonlyArray<infer I>
    ? ReadonlyArray<Part<I>>
    : A extends object
      ? { readonly [K in keyof A]?: Part<A[K]> }
      : A

/** A member of `A`, told by its `type` and some of its fields. A misspelt field does not compile. */
export type Spoken<A> = A extends Typed ? { readonly type: A['type'] } & Part<Plain<A>> : never

/** Who acts, in plain strings. */
export type PlainActor =
  | { readonly type: 'person'; readonly person: string; readonly role: string; readonly unit: string }
  | { readonly type: 'process'; readonly process: string; readonly cause: string }

/** An event of any slice as its author writes it; its codec judges it when the test runs. */
export type SaidEvent = Typed | (Typed & Readonly<Record<string, unknown>>)

/** The events of other streams, by name. Reads are folded from them, so that no test invents a state. */
export type Histories = Readonly<Record<StreamName, ReadonlyArray<SaidEvent>>>

/** The decoded value; throws where it is malformed, naming what it should be and the path. */
export const decodeOrThrow = <A>(codec: Codec<A>, value: unknown, what: { name: string; at: string }): A => {
  const read = decode(codec)(value)
  if (E.isRight(read)) return read.right
  const issues = read.left.issues.map(({ path, expected }) => `${what.at}${path.slice(1)} wants ${expected}`)
  throw new Error(`not ${what.name}: ${issues.join('; ')}`)
}

/** The decoded events of one stream. */
export const readEvents = <E>(
  { name, event }: { readonly name: string; readonly event: Codec<E> },
  events: ReadonlyArray<unknown>,
  at = '$',
): ReadonlyArray<E> =>
  events.map((one, index) => decodeOrThrow(event, one, { name: `an event of ${name}`, at: `${at}[${index}]` }))

/** The decoded events of other streams; a stream's name begins with the name of its slice. */
export const readHistories = (slices: ReadonlyArray<Speaking>, histories: Histories): Histories => {
  const entries = Object.entries(histories) as ReadonlyArray<readonly [StreamName, ReadonlyArray<Typed>]>
  const read = entries.map(([stream, events]) => {
    const slice = slices.find(({ name }) => stream.startsWith(`${name}-`))
    if (slice === undefined) throw new Error(`no slice of the test has a stream ${stream}`)
    const { name, event } = slice
    return [stream, readEvents({ name, event }, events, `$["${stream}"]`)] as const
  })
  return Object.fromEntries(read)
}

/** A moment in plain strings. */
export interface PlainMoment {
  readonly jurisdiction: string
  readonly now: string
  readonly occurredAt?: string | undefined
  readonly actor: PlainActor
}

/** The same as deciders get it; `occurredAt` is no later than the runtime accepts. */
export const readMoment = (plain: PlainMoment): Moment => {
  const { jurisdiction, occurredAt = plain.now, actor } = plain
  const now = decodeOrThrow(Instant, plain.now, { name: 'a scene', at: '$.now' })
  const happened = decodeOrThrow(Instant, occurredAt, { name: 'a scene', at: '$.occurredAt' })
  const latest = plusMillis(now, futureBoundMs)
  if (happened > latest) throw new Error(`not a scene: $.occurredAt wants at most ${latest}`)
  return {
    log: testLog,
    jurisdiction: decodeOrThrow(Jurisdiction, jurisdiction, { name: 'a scene', at: '$.jurisdiction' }),
    now,
    occurredAt: happened,
    actor: decodeOrThrow(Actor, actor, { name: 'a scene', at: '$.actor' }),
  }
}
