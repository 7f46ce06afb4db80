import { failWithStory, type Failed, type Headline } from '../fail-with-story.ts'
import { tellStory, type StoryStep, type Telling } from '../story.ts'
import type { ActingWorld } from './acting-world.ts'
import { replayActs, type Act } from './play-world.ts'
import { shorten } from './shorten.ts'
import { LawBroken, watchWorld, type WorldLaw } from './watch-world.ts'

/** These acts broke a law, or could not be played. */
export class HistoryFailed extends Error {
  readonly acts: ReadonlyArray<Act>
  constructor(acts: ReadonlyArray<Act>, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.acts = acts
  }
}

/** The same law is broken, or the same mistake is made. */
const failsAlike = (one: unknown, other: unknown): boolean =>
  one instanceof LawBroken
    ? other instanceof LawBroken && one.law === other.law
    : one instanceof Error && other instanceof Error && one.message === other.message

/** What a history tells when it fails: its steps, the one that it came no further than, and why. */
interface Told {
  readonly steps: ReadonlyArray<StoryStep>
  readonly cause: unknown
}

/** Lets acts happen, and answers how they fail; null where they do not. */
const findFailure = (world: ActingWorld, laws: ReadonlyArray<WorldLaw>, acts: ReadonlyArray<Act>): Told | null => {
  const { loop, listener, end, steps } = watchWorld(world, laws, () => undefined)
  let last: Act | null = null
  try {
    replayActs(world, loop, acts, listener, (act) => {
      last = act
    })
    end()
    return null
  } catch (cause) {
    return {
      steps: cause instanceof LawBroken ? steps : [...steps, ...tellUnfinished(last, loop.log().at(-1)?.recordedAt)],
      cause,
    }
  }
}

/** A deed that was not decided is told as the last step. */
const tellUnfinished = (act: Act | null, at = ''): ReadonlyArray<StoryStep> =>
  act?.type === 'deed' ? [{ at, actor: act.deed.actor, command: act.deed.command, events: [] }] : []

const lawBroken: Headline = { en: 'a law of the world does not hold', zh: '规律不成立' }
const notPlayed: Headline = {
  en: 'a history cannot be played: a scene, a slice or a process is wrong',
  zh: '历史无法演完：场景、切片或流程有误',
}

/** Fails with the shortest part of what happened that fails alike, told as a story. */
export const failShortened = (
  world: ActingWorld,
  laws: ReadonlyArray<WorldLaw>,
  report: Failed,
  telling: Telling,
): never => {
  const { errorInstance: error } = report
  if (!(error instanceof HistoryFailed)) throw error
  const { cause: first } = error
  const acts = shorten(error.acts, (part) => {
    const found = findFailure(world, laws, part)
    return found !== null && failsAlike(first, found.cause)
  })
  // What scenes do wrong before any act is not found again by acts alone.
  const found = findFailure(world, laws, acts)
  const { steps, cause } = found !== null && failsAlike(first, found.cause) ? found : { steps: [], cause: first }
  const numShrinks = error.acts.length - acts.length
  const what = cause instanceof LawBroken ? lawBroken : notPlayed
  return failWithStory(what, { ...report, numShrinks, errorInstance: cause }, telling, (end) =>
    tellStory(steps, telling, end),
  )
}
