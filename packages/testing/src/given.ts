import { expect } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import {
  decideWith,
  decode,
  replay,
  type Actor,
  type Instant,
  type Jurisdiction,
  type Load,
  type Moment,
  type Plain,
  type Slice,
  type StreamName,
  type Typed,
} from '@zhiyuan/kernel'
import { testLog } from './test-log.ts'

/** What has happened on other streams, by name: what is read is folded from it, so that no test invents a state. */
export type Histories = Readonly<Record<StreamName, ReadonlyArray<Typed>>>

/** Who acts, in plain strings. */
export type PlainActor =
  | { readonly type: 'person'; readonly person: string; readonly role: string; readonly unit: string }
  | { readonly type: 'process'; readonly process: string; readonly cause: string }

/** Where and when, and who acts. */
export interface Scene {
  readonly jurisdiction: string
  readonly now: string
  /** `now`, if not said. */
  readonly occurredAt?: string
  readonly actor: PlainActor
}

/** What came of a command. */
export interface Told<E extends Typed, R> {
  /** Exactly these events, in this order; every one has all the listed fields, and may have others. */
  readonly emits: (...events: ReadonlyArray<{ readonly type: E['type'] } & Readonly<Record<string, unknown>>>) => void
  /** It had been done before, or nothing is left to do. */
  readonly isSilent: () => void
  readonly isRefused: (
    rejection: R extends Typed ? { readonly type: R['type'] } & Readonly<Record<string, unknown>> : never,
  ) => void
  /** The events, decoded by the slice's own codec; fails where it was refused. */
  readonly events: () => ReadonlyArray<E>
  readonly outcome: E.Either<R, ReadonlyArray<E>>
}

/** A stream's past, waiting for a command. */
export interface Given<C extends Typed, E extends Typed, R> {
  /** The same past with more events on it. */
  readonly and: (...events: ReadonlyArray<Typed>) => Given<C, E, R>
  /** What has happened on other streams, beside what the stage knows. */
  readonly knowing: (histories: Histories) => Given<C, E, R>
  readonly at: (now: string) => Given<C, E, R>
  /** When the fact happened, where that is not when it is recorded. */
  readonly occurring: (at: string) => Given<C, E, R>
  readonly by: (actor: PlainActor) => Given<C, E, R>
  /** A command of the slice, its words in plain strings and numbers; it is decoded before it is decided. */
  readonly when: (command: Plain<C>) => Told<E, R>
  /** The same for what may not be a command, sent so on purpose. */
  readonly whenUnknown: (command: unknown) => Told<E, R>
}

const momentOf = (scene: Scene): Moment => ({
  log: testLog,
  jurisdiction: scene.jurisdiction as Jurisdiction,
  now: scene.now as Instant,
  occurredAt: (scene.occurredAt ?? scene.now) as Instant,
  actor: scene.actor as Actor,
})

/** Loads a read by folding what has happened on its stream. */
export const loadFrom =
  (histories: Histories): Load =>
  ({ stream, initial, resume }) =>
    resume(initial, histories[stream] ?? [])

const told = <E extends Typed, R>(
  slice: { readonly event: Slice<Typed, unknown, E, Typed>['event'] },
  outcome: E.Either<R, ReadonlyArray<E>>,
): Told<E, R> => {
  const events = (): ReadonlyArray<E> => {
    if (E.isLeft(outcome)) return expect.fail(`refused: ${JSON.stringify(outcome.left)}`)
    return outcome.right.map((event) => {
      const stored = decode(slice.event)(JSON.parse(JSON.stringify(event)))
      expect(stored, `the codec takes ${event.type}`).toMatchObject({ _tag: 'Right' })
      return (stored as E.Right<E>).right
    })
  }
  return {
    outcome,
    events,
    emits: (...expected) => {
      const emitted = events()
      expect(emitted.map(({ type }) => type)).toEqual(expected.map(({ type }) => type))
      expect(emitted).toMatchObject(expected)
    },
    isSilent: () => {
      expect(outcome).toEqual(E.right([]))
    },
    isRefused: (rejection) => {
      expect(outcome).toMatchObject({ _tag: 'Left', left: rejection })
    },
  }
}

/**
 * Sets the stage for the scenarios of one slice: what is known of the world, and the moment at which commands come unless a test says another.
 *
 * @example
 * const given = stage(order, world, { jurisdiction: '131081', now: '2020-04-20T02:00:00.000Z', actor: clerk })
 * given(placed, adaSeated).by(bob).when(takeSeat).isRefused({ type: 'OrderFull', seats: 1 })
 */
export const stage =
  <C extends Typed, S, E extends Typed, R extends Typed>(slice: Slice<C, S, E, R>, world: Histories, scene: Scene) =>
  (...past: ReadonlyArray<Typed>): Given<C, E, R> => {
    const decide = (events: ReadonlyArray<Typed>, known: Histories, moment: Scene) => (words: unknown) => {
      const command = decode(slice.command)(words)
      if (E.isLeft(command)) return expect.fail(`not a command: ${JSON.stringify(command.left)}`)
      const state = replay(slice.decider.fold, events as ReadonlyArray<E>)
      return told(slice, decideWith(slice.decider, loadFrom(known))(state, command.right, momentOf(moment)))
    }
    const given = (events: ReadonlyArray<Typed>, known: Histories, moment: Scene): Given<C, E, R> => ({
      and: (...more) => given([...events, ...more], known, moment),
      knowing: (histories) => given(events, { ...known, ...histories }, moment),
      at: (now) => given(events, known, { ...moment, now }),
      occurring: (occurredAt) => given(events, known, { ...moment, occurredAt }),
      by: (actor) => given(events, known, { ...moment, actor }),
      when: (command) => decide(events, known, moment)(command),
      whenUnknown: decide(events, known, moment),
    })
    return given(past, world, scene)
  }
