import * as E from 'fp-ts/lib/Either.js'
import {
  decideCommand,
  decode,
  replay,
  type DecodeRefused,
  type Load,
  type Plain,
  type Slice,
  type Typed,
} from '@zhiyuan/kernel'
import { assertEqual, assertLike, fail } from './assert.ts'
import {
  readEvents,
  readHistories,
  readMoment,
  type Histories,
  type PastEvents,
  type PlainActor,
  type Speaking,
  type Spoken,
} from './words.ts'

/** The place, the moment and the actor of a test. */
export interface Scene {
  /** All slices whose streams a test mentions: their codecs read its events. */
  readonly slices: ReadonlyArray<Speaking>
  readonly jurisdiction: string
  readonly now: string
  /** `now`, if not said. */
  readonly occurredAt?: string
  readonly actor: PlainActor
}

/** The outcome of a command. */
export interface Told<E extends Typed, R> {
  /** Exactly these events, in this order; every one has all the listed fields, and may have others. */
  readonly emits: (...events: ReadonlyArray<Spoken<E>>) => void
  /** A no-op: it had been done before, or nothing is left to do. */
  readonly isSilent: () => void
  readonly isRefused: (rejection: Spoken<R>) => void
  /** The events, decoded by the slice's own codec; fails where it was refused. */
  readonly events: () => ReadonlyArray<E>
  readonly outcome: E.Either<R, ReadonlyArray<E>>
}

/** A stream's past events, ready for a command. */
export interface Given<C extends Typed, E extends Typed, R> {
  /** The same past with more events on it. */
  readonly and: <const P extends ReadonlyArray<Typed>>(...events: PastEvents<E, P>) => Given<C, E, R>
  /** Events of other streams, beside those of the stage. A command fails if its own stream is given here instead of in its past. */
  readonly knowing: (histories: Histories) => Given<C, E, R>
  readonly at: (now: string) => Given<C, E, R>
  /** When the fact happened, where that is not when it is recorded: at most 120 s after it. */
  readonly occurring: (at: string) => Given<C, E, R>
  readonly by: (actor: PlainActor) => Given<C, E, R>
  /** A command of the slice in plain strings and numbers; it is decoded before it is decided. */
  readonly when: (command: Plain<C>) => Told<E, R>
  /** The same for input that is malformed on purpose: it is refused as `DecodeRefused`, as the boundary refuses it. */
  readonly whenUnknown: (command: unknown) => Told<E, R | DecodeRefused>
}

/** Loads a read by folding what has happened on its stream. */
export const historyLoader =
  (histories: Histories): Load =>
  ({ stream, initial, resume }) =>
    resume(initial, histories[stream] ?? [])

const readOutcome = <E extends Typed, R>(
  slice: { readonly event: Slice<Typed, unknown, E, Typed>['event'] },
  outcome: E.Either<R, ReadonlyArray<E>>,
): Told<E, R> => {
  const events = (): ReadonlyArray<E> => {
    if (E.isLeft(outcome)) return fail(`refused: ${JSON.stringify(outcome.left)}`)
    return outcome.right.map((event) => {
      const stored = decode(slice.event)(JSON.parse(JSON.stringify(event)))
      return E.isRight(stored)
        ? stored.right
        : fail(`the codec does not take ${event.type}: ${JSON.stringify(stored.left)}`)
    })
  }
  return {
    outcome,
    events,
    emits: (...expected) => {
      const emitted = events()
      const types = (events: ReadonlyArray<Typed>) => events.map(({ type }) => type)
      assertEqual(types(emitted), types(expected), 'other events are emitted')
      assertLike(emitted, expected, 'the events say something else')
    },
    isSilent: () => {
      assertEqual(events(), [], 'it is no repeat')
    },
    isRefused: (rejection) => {
      if (E.isRight(outcome)) return fail(`it is not refused: ${JSON.stringify(outcome.right)}`)
      assertLike(outcome.left, rejection, 'it is refused otherwise')
    },
  }
}

/**
 * Sets the stage for the scenarios of one slice: the events of other streams, and the moment at which commands come unless a test says
 * another. Events are read by their slices' codecs: one that could not stand in a log fails the test, with its path.
 *
 * @example
 * const given = stage(order, world, { slices, jurisdiction: '131081', now: '2020-04-20T02:00:00.000Z', actor: clerk })
 * given(placed, adaSeated).by(bob).when(takeSeat).isRefused({ type: 'OrderFull', seats: 1 })
 */
export const stage = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  world: Histories,
  scene: Scene,
): (<const P extends ReadonlyArray<Typed>>(...past: PastEvents<E, P>) => Given<C, E, R>) => {
  const decideGiven =
    (events: ReadonlyArray<E>, known: Histories, moment: Scene) =>
    (words: unknown): Told<E, R | DecodeRefused> => {
      const command = decode(slice.command)(words)
      if (E.isLeft(command)) return readOutcome<E, R | DecodeRefused>(slice, command)
      const at = readMoment(moment)
      const own = slice.decider.stream(command.right, at.jurisdiction)
      if (Object.hasOwn(known, own))
        throw new Error(`${own} is the command’s own stream: say what happened on it as its past`)
      const state = replay(slice.decider.fold, events)
      return readOutcome<E, R | DecodeRefused>(
        slice,
        decideCommand(slice.decider, historyLoader({ ...known, [own]: events }))(state, command.right, at),
      )
    }
  const given = (events: ReadonlyArray<E>, known: Histories, moment: Scene): Given<C, E, R> => {
    const decide = decideGiven(events, known, moment)
    return {
      and: (...more) => given([...events, ...readEvents(slice, more)], known, moment),
      knowing: (histories) => given(events, { ...known, ...readHistories(scene.slices, histories) }, moment),
      at: (now) => given(events, known, { ...moment, now }),
      occurring: (occurredAt) => given(events, known, { ...moment, occurredAt }),
      by: (actor) => given(events, known, { ...moment, actor }),
      when: (command) => {
        const said = decide(command)
        if (E.isLeft(said.outcome) && said.outcome.left.type === 'DecodeRefused')
          return fail(`not a command: ${JSON.stringify(said.outcome.left)}`)
        return said as Told<E, R>
      },
      whenUnknown: decide,
    }
  }
  const known = readHistories(scene.slices, world)
  return (...past) => given(readEvents(slice, past), known, scene)
}
