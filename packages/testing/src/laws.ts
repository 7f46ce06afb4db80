/** Laws of every slice. Each throws, with fast-check's counterexample where it has one, when it does not hold. */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { decode, replay, type Slice, type Typed } from '@zhiyuan/kernel'
import { makeArbitrary, type Pools } from '@zhiyuan/kernel/arbitrary'
import { assertEqual, fail } from './assert.ts'
import { counter, refuseShallow, type Counts } from './depth.ts'
import { attemptDecider, replayPast, type Attempt, type Setting } from './play.ts'
import { historyPlayer, type Tries } from './histories.ts'
import { readEvents, type SaidEvent } from './words.ts'

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

/** How deep a law came: which states, events and rejections its histories met. */
export interface Depth {
  readonly runs: number
  readonly accepted: number
  /** Steps that ended in each state, where states have a `type`. */
  readonly states: Counts
  readonly events: Counts
  readonly rejections: Counts
}

export interface Holding {
  readonly numRuns?: number
  /** Repeats a run; drawn at random if not said. */
  readonly seed?: number
  /** How often states, events or rejections of these names have to be met at least, in all runs together. */
  readonly atLeast?: Counts
}

/**
 * Over histories of the slice, in order of time: the invariant holds after every accepted command; the command, sent again, emits nothing;
 * and the state equals the one replayed from stored events. `invariant` throws or expects. Answers how deep the histories came, and fails
 * where they were shallower than `atLeast` says, or hardly any attempt was accepted: offer `pools`, `nows`, `actors` or whole attempts
 * (`known`) that are.
 *
 * @example
 * it('O11: seats are never exceeded', () => {
 *   holdsAlways(order, setting, { known }, (state) => expect(taken(state)).toBeLessThanOrEqual(2), { atLeast: { Scheduled: 20 } })
 * })
 */
export const holdsAlways = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  setting: Setting,
  tries: Tries<C>,
  invariant: (state: S, events: ReadonlyArray<E>) => void,
  { numRuns = runs.numRuns, seed, atLeast = {} }: Holding = {},
): Depth => {
  const decide = attemptDecider(slice, setting)
  const { wishes, play } = historyPlayer(slice, setting, tries)
  const [states, types, rejections] = [counter(), counter(), counter()]
  let accepted = 0
  fc.assert(
    fc.property(wishes, (drawn) => {
      let events = readEvents(slice, setting.past ?? [])
      const steps = play(drawn, {
        refused: ({ type }) => {
          rejections.add(type)
        },
        accepted: ({ attempt, events: emitted, state }) => {
          events = [...events, ...emitted]
          accepted++
          const { type } = state as { readonly type?: unknown }
          if (typeof type === 'string') states.add(type)
          for (const event of emitted) types.add(event.type)
          invariant(state, events)
          const again = E.getOrElse((): ReadonlyArray<E> => [])(decide(state, attempt))
          assertEqual(again, [], `${attempt.command.type} again`)
        },
      })
      replayAgrees(slice, events, steps.at(-1)?.state ?? replayPast(slice, setting))
    }),
    { ...runs, numRuns, ...(seed !== undefined && { seed }) },
  )
  const depth = {
    runs: numRuns,
    accepted,
    states: states.counts,
    events: types.counts,
    rejections: rejections.counts,
  }
  refuseShallow({ ...depth.rejections, ...depth.events, ...depth.states }, atLeast)
  if (accepted < fewestAccepted) fail(`${accepted} attempts are accepted, fewer than ${fewestAccepted}`)
  return depth
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
