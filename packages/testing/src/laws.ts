/** Laws of every slice. Each throws, with fast-check's counterexample where it has one, when it does not hold. */
import { expect } from 'vitest'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { decode, replay, type Codec, type Slice, type Typed } from '@zhiyuan/kernel'
import { makeArbitrary, type Pools } from '@zhiyuan/kernel/arbitrary'
import { attemptDecider, replayPast, type Attempt, type Setting } from './play.ts'
import { readEvents, type PlainActor, type SaidEvent } from './words.ts'

/** Runs of one law: enough to find common faults, few enough to run at every change. */
const runs = { numRuns: 100, includeErrorInReport: true }

/** With fewer accepted attempts than these, in all runs together, an invariant would hardly have been tested. */
const fewestAccepted = 5

const throughStorage = <E extends Typed>(slice: Slice<Typed, unknown, E, Typed>['event'], event: Typed): E => {
  const stored = decode(slice)(JSON.parse(JSON.stringify(slice.encode(event as never))))
  if (E.isLeft(stored)) throw new Error(`${event.type} is not readable: ${JSON.stringify(stored.left)}`)
  return stored.right
}

/**
 * Every event is the same after encode, JSON and decode.
 *
 * @example
 * it('events survive storage', () => survivesStorage(order))
 */
export const survivesStorage = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  events: fc.Arbitrary<Typed> = makeArbitrary(slice.event),
): void =>
  fc.assert(
    fc.property(events, (event) => {
      expect(throughStorage(slice.event, event)).toStrictEqual(event)
    }),
    runs,
  )

/**
 * Any event of the codec leads from any state to a state: no throw, no `undefined`, and the state before is left as it was. States are
 * those that the given pasts and up to eight random events lead to; pools let the events use the same ids as the pasts.
 *
 * @example
 * it('evolve is total', () => evolveIsTotal(order, [placedEvents], { OrderId: ['O1'] }))
 */
export const evolveIsTotal = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  pasts: ReadonlyArray<ReadonlyArray<SaidEvent>> = [],
  pools: Pools = {},
): void => {
  const { evolve, initial } = slice.decider.fold
  const events = fc.array(makeArbitrary<typeof slice.event>(slice.event, pools), { minLength: 1, maxLength: 8 })
  const begin = fc.constantFrom<ReadonlyArray<E>>([], ...pasts.map((past, at) => readEvents(slice, past, `$[${at}]`)))
  fc.assert(
    fc.property(begin, events, (past, random) => {
      let state = past.reduce(evolve, structuredClone(initial))
      for (const event of random) {
        const before = structuredClone(state)
        const next = evolve(state, event)
        expect(next, `${event.type} leads to a state`).not.toBeUndefined()
        expect(state, `${event.type} leaves the state before it as it was`).toStrictEqual(before)
        state = next
      }
    }),
    runs,
  )
}

/**
 * After each accepted attempt of the script, it and every earlier accepted one are sent once more: each is a no-op or refused. Scripts hold
 * commands that create or end something; commands that go to and fro (rename to B, back to A, to B) differ by their command's id alone.
 *
 * @example
 * it('repeats say nothing new', () => repeatsSayNothingNew(order, setting, [{ command: place }, { command: dispatch, actor: p1 }]))
 */
export const repeatsSayNothingNew = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  setting: Setting,
  script: ReadonlyArray<Attempt<C>>,
): void => {
  const decide = attemptDecider(slice, setting)
  let state = replayPast(slice, setting)
  script.forEach((attempt, index) => {
    const first = decide(state, attempt)
    if (E.isLeft(first)) throw new Error(`${attempt.command.type} is refused: ${JSON.stringify(first.left)}`)
    state = first.right.reduce(slice.decider.fold.evolve, state)
    const { now, occurredAt } = attempt
    for (const again of script.slice(0, index + 1)) {
      const later = { ...again, ...(now !== undefined && { now }), ...(occurredAt !== undefined && { occurredAt }) }
      const said = E.getOrElse((): ReadonlyArray<E> => [])(decide(state, later))
      expect(said, `${again.command.type} again, after ${attempt.command.type}`).toEqual([])
    }
  })
}

/** Random attempts, drawn from a slice's own commands and moments that the test offers. */
export interface Tries<C extends Typed> {
  readonly pools?: Pools
  readonly nows?: ReadonlyArray<string>
  readonly actors?: ReadonlyArray<PlainActor>
  /** Whole attempts that random values would hardly ever hit upon; half of all tries. */
  readonly known?: ReadonlyArray<Attempt<C>>
}

const attemptArbitrary = <C extends Typed>(command: Codec<C>, { scene }: Setting, tries: Tries<C>) => {
  const random: fc.Arbitrary<Attempt<C>> = fc.record({
    command: makeArbitrary(command, tries.pools) as fc.Arbitrary<Attempt<C>['command']>,
    now: fc.constantFrom(...(tries.nows ?? [scene.now])),
    actor: fc.constantFrom(...(tries.actors ?? [scene.actor])),
  })
  const known = tries.known ?? []
  const one = known.length === 0 ? random : fc.oneof(fc.constantFrom(...known), random)
  const early = (attempts: Attempt<C>[]): Attempt<C>[] =>
    attempts.sort((a, b) => ((a.now ?? scene.now) < (b.now ?? scene.now) ? -1 : 1))
  return fc.array(one, { maxLength: 30, size: 'max' }).map(early)
}

/**
 * Under random command sequences, in order of time: the invariant holds after every accepted command; the last accepted command, sent
 * again, emits nothing; and the state equals the one replayed from stored events. `invariant` throws or expects. Fails where hardly any
 * attempt is accepted: offer `pools`, `nows`, `actors` or whole attempts (`known`) that are.
 *
 * @example
 * it('O11: seats are never exceeded', () =>
 *   holdsAlways(order, setting, { pools, actors: [clerk, leader] }, (state) => expect(taken(state)).toBeLessThanOrEqual(2)))
 */
export const holdsAlways = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  setting: Setting,
  tries: Tries<C>,
  invariant: (state: S, events: ReadonlyArray<E>) => void,
): void => {
  const decide = attemptDecider(slice, setting)
  const attempts = attemptArbitrary(slice.command, setting, tries)
  let accepted = 0
  fc.assert(
    fc.property(attempts, (sequence) => {
      let state = replayPast(slice, setting)
      let events = readEvents(slice, setting.past ?? [])
      for (const attempt of sequence) {
        const outcome = decide(state, attempt)
        if (E.isLeft(outcome) || outcome.right.length === 0) continue
        state = outcome.right.reduce(slice.decider.fold.evolve, state)
        events = [...events, ...outcome.right]
        accepted++
        invariant(state, events)
        const again = E.getOrElse((): ReadonlyArray<E> => [])(decide(state, attempt))
        expect(again, `${attempt.command.type} again`).toEqual([])
      }
      replayAgrees(slice, events, state)
    }),
    runs,
  )
  expect(accepted, 'attempts accepted').toBeGreaterThanOrEqual(fewestAccepted)
}

/**
 * Events that went through storage lead to the same state as they did when they were decided.
 *
 * @example
 * it('replays to the same state', () => replayAgrees(order, [...placedEvents, ...dispatchedEvents]))
 */
export const replayAgrees = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  events: ReadonlyArray<E>,
  state: S = replay(slice.decider.fold, events),
): void => {
  const stored = events.map((event) => throughStorage<E>(slice.event, event))
  expect(replay(slice.decider.fold, stored)).toStrictEqual(state)
}
