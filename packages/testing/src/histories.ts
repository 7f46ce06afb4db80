/** Histories that a slice itself would have written: each step is one that its state accepts. */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { Codec, Slice, Typed } from '@zhiyuan/kernel'
import { makeArbitrary, type Pools } from '@zhiyuan/kernel/arbitrary'
import { attemptDecider, replayPast, type Attempt, type Setting } from './play.ts'
import { tellStory, type StoryStep, type Telling } from './story.ts'
import type { PlainActor } from './words.ts'

/** What people may try: whole attempts that a test offers, and random ones beside them. */
export interface Tries<C extends Typed> {
  readonly pools?: Pools
  readonly nows?: ReadonlyArray<string>
  readonly actors?: ReadonlyArray<PlainActor>
  /** Whole attempts that random values would hardly ever hit upon; three quarters of all steps. */
  readonly known?: ReadonlyArray<Attempt<C>>
}

/** An accepted attempt, what it emitted, and the state after it. */
export interface Step<C extends Typed, S, E extends Typed> {
  readonly attempt: Attempt<C>
  readonly events: ReadonlyArray<E>
  readonly state: S
}

/** A wish: the place in the list of known attempts from which the next acceptable one is taken, or a random attempt. */
type Wish<C extends Typed> = { readonly from: number } | { readonly attempt: Attempt<C> }

const drawWishes = <C extends Typed>(
  command: Codec<C>,
  { scene }: Setting,
  { pools, nows = [scene.now], actors = [scene.actor], known = [] }: Tries<C>,
  maxLength: number,
): fc.Arbitrary<ReadonlyArray<Wish<C>>> => {
  const random = fc.record({
    attempt: fc.record({
      command: makeArbitrary(command, pools) as fc.Arbitrary<Attempt<C>['command']>,
      now: fc.constantFrom(...nows),
      actor: fc.constantFrom(...actors),
    }),
  })
  const from = fc.record({ from: fc.nat(Math.max(0, known.length - 1)) })
  const one: fc.Arbitrary<Wish<C>> =
    known.length === 0 ? random : fc.oneof({ weight: 3, arbitrary: from }, { weight: 1, arbitrary: random })
  return fc.array(one, { maxLength, size: 'max' })
}

/** Hears of every attempt: what was refused, and what was accepted. */
export interface Listener<C extends Typed, S, E extends Typed, R> {
  readonly refused?: (rejection: R) => void
  readonly accepted?: (step: Step<C, S, E>) => void
}

/** Plays wishes from the setting's past on. Time never goes back: an attempt of an earlier moment is passed over. */
const playWishes = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  setting: Setting,
  known: ReadonlyArray<Attempt<C>>,
): ((wishes: ReadonlyArray<Wish<C>>, listener: Listener<C, S, E, R>) => ReadonlyArray<Step<C, S, E>>) => {
  const decide = attemptDecider(slice, setting)
  const start = replayPast(slice, setting)
  return (wishes, { refused, accepted }) => {
    const steps: Step<C, S, E>[] = []
    let state = start
    let now = ''
    const take = (attempt: Attempt<C>): boolean => {
      const at = attempt.now ?? setting.scene.now
      if (at < now) return false
      const outcome = decide(state, attempt)
      if (E.isLeft(outcome)) refused?.(outcome.left)
      if (E.isLeft(outcome) || outcome.right.length === 0) return false
      now = at
      state = outcome.right.reduce(slice.decider.fold.evolve, state)
      const step = { attempt, events: outcome.right, state }
      steps.push(step)
      accepted?.(step)
      return true
    }
    for (const wish of wishes) {
      if ('attempt' in wish) take(wish.attempt)
      else known.some((_, index) => take(known[(wish.from + index) % known.length] as Attempt<C>))
    }
    return steps
  }
}

/** The same steps for a story: with the moment and the actor of the scene where an attempt does not say them. */
export const storySteps = <C extends Typed, S, E extends Typed>(
  { scene }: Setting,
  steps: ReadonlyArray<Step<C, S, E>>,
): ReadonlyArray<StoryStep> =>
  steps.map(({ attempt: { command, now = scene.now, actor = scene.actor }, events }) => ({
    at: now,
    actor,
    command,
    events,
  }))

/** How a history is played: drawn once, and told as often as a law needs it. */
export const historyPlayer = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  setting: Setting,
  tries: Tries<C>,
  maxLength = 30,
) => ({
  wishes: drawWishes(slice.command, setting, tries, maxLength),
  play: playWishes(slice, setting, tries.known ?? []),
})

/** How long histories are at most, and how one that fails is told. */
export interface Drawing extends Telling {
  /** 30, if not said. */
  readonly maxLength?: number
}

/**
 * Draws histories of one stream, as its slice would have written them: each step is one of the known attempts that the state accepts then, or
 * a random one that it happens to accept. A failing history shrinks to few steps, and fast-check prints it as a story.
 *
 * @example
 * fc.assert(fc.property(histories(order, setting, { known }), (steps) => steps.every(({ state }) => taken(state) <= 2)))
 */
export const histories = <C extends Typed, S, E extends Typed, R extends Typed>(
  slice: Slice<C, S, E, R>,
  setting: Setting,
  tries: Tries<C>,
  { maxLength, ...telling }: Drawing = {},
): fc.Arbitrary<ReadonlyArray<Step<C, S, E>>> => {
  const { wishes, play } = historyPlayer(slice, setting, tries, maxLength)
  return wishes.map((drawn) => {
    const steps = play(drawn, {})
    const tell = () => `\n${tellStory(storySteps(setting, steps), telling)}\n`
    // Not enumerable: the steps still equal a plain list.
    return Object.defineProperty(steps, fc.toStringMethod, { value: tell, enumerable: false })
  })
}
