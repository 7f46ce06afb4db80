import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { Slice, Typed } from '@zhiyuan/kernel'
import { refuseAnswer } from './answer.ts'
import { assertEqual } from './assert.ts'
import { depthCounter, refuseShallow, type Counts, type Depth } from './depth.ts'
import { failWithStory } from './fail-with-story.ts'
import { historyPlayer, storySteps, type Step, type Tries } from './histories.ts'
import { replayAgrees } from './laws.ts'
import { attemptDecider, replayPast, type Setting } from './play.ts'
import { tellStory, type Telling } from './story.ts'
import { readEvents } from './words.ts'

/** How often a law is tried, how deep it has to come, and how a history that breaks it is told. */
export interface Holding extends Telling {
  /** 100, if not said. */
  readonly numRuns?: number
  /** Repeats a run; drawn at random if not said. */
  readonly seed?: number
  /** How often states, events or rejections of these names have to be met at least, in all runs together. */
  readonly atLeast?: Counts
}

const headline = (slice: string) => ({ en: `the law does not hold of ${slice}`, zh: `${slice} 的规律不成立` })

/**
 * Over histories of the slice, in order of time: the invariant holds after every accepted command; the command, sent again, emits nothing;
 * and the state equals the one replayed from stored events. `invariant` throws or expects. Answers how deep the histories came, and fails
 * where they were shallower than `atLeast` says, or hardly any attempt was accepted: offer `pools`, `nows`, `actors` or whole attempts
 * (`known`) that are.
 *
 * A history that breaks the law is shrunk, and told as a story of at most 15 lines, in English or Chinese; the error of the last step is the
 * cause. `seed` repeats it.
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
  { numRuns = 100, seed, atLeast = {}, ...telling }: Holding = {},
): Depth => {
  const decide = attemptDecider(slice, setting)
  const { wishes, play } = historyPlayer(slice, setting, tries)
  const { listener, depth } = depthCounter<C, S, E, R>()
  /** What was accepted in this run, and in the last run that failed: fast-check ends with the shortest failing one. */
  let steps: ReadonlyArray<Step<C, S, E>> = []
  let broken = steps
  const check = (drawn: Parameters<typeof play>[0]): void => {
    let events = readEvents(slice, setting.past ?? [])
    steps = []
    play(drawn, {
      refused: listener.refused,
      accepted: (step) => {
        listener.accepted(step)
        steps = [...steps, step]
        events = [...events, ...step.events]
        refuseAnswer(invariant(step.state, events))
        const again = E.getOrElse((): ReadonlyArray<E> => [])(decide(step.state, step.attempt))
        assertEqual(again, [], `${step.attempt.command.type} again`)
      },
    })
    replayAgrees(slice, events, steps.at(-1)?.state ?? replayPast(slice, setting))
  }
  const property = fc.property(wishes, (drawn) => {
    try {
      check(drawn)
    } catch (cause) {
      broken = steps
      throw cause
    }
  })
  const report = fc.check(property, { numRuns, ...(seed !== undefined && { seed }) })
  if (report.failed)
    failWithStory(headline(slice.name), report, telling, (end) => tellStory(storySteps(setting, broken), telling, end))
  const met = depth(numRuns)
  refuseShallow(met, atLeast)
  return met
}
