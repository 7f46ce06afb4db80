/** Laws of every slice. Each throws, with fast-check's counterexample where it has one, when it does not hold. */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { decode, replay, type Slice, type Typed } from '@zhiyuan/kernel'
import { makeArbitrary, type Pools } from '@zhiyuan/kernel/arbitrary'
import { assertEqual, fail } from './assert.ts'
import { attemptDecider, replayPast, type Attempt, type Setting } from './play.ts'
import { readEvents, type SaidEvent } from './words.ts'

/** Runs of one law: enough to find common faults, few enough to run at every change. */
const runs = { numRuns: 100, includeErrorInReport: true }

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
      assertEqual(throughStorage(slice.event, event), event, `${event.type} is another after storage`)
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
        if (next === undefined) fail(`${event.type} leads to no state`)
        assertEqual(state, before, `${event.type} changes the state before it`)
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
      assertEqual(said, [], `${again.command.type} again, after ${attempt.command.type}`)
    }
  })
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
  assertEqual(replay(slice.decider.fold, stored), state, 'what is stored leads to another state')
}
