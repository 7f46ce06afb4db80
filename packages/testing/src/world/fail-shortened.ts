import * as E from 'fp-ts/lib/Either.js'
import { failWithStory, type Failed } from '../fail-with-story.ts'
import { tellStory, type StoryStep, type Telling } from '../story.ts'
import type { ActingWorld } from './acting-world.ts'
import { replayActs, type Act, type Done } from './play-world.ts'
import { shorten } from './shorten.ts'
import { watchWorld, type WorldLaw } from './watch-world.ts'

/** A law was broken by these acts. */
export class BrokenLaw extends Error {
  readonly acts: ReadonlyArray<Act>
  constructor(acts: ReadonlyArray<Act>, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.acts = acts
  }
}

/** What broke, without what differs from one history to another: the law's name stands first. */
const nameBroken = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split(': ')[0] ?? ''

/** Lets acts happen, and answers what they broke. */
const findBroken = (world: ActingWorld, laws: ReadonlyArray<WorldLaw>, acts: ReadonlyArray<Act>) => {
  const deeds: Done[] = []
  const { loop, listener, end } = watchWorld(world, laws, (done) => deeds.push(done))
  try {
    replayActs(world, loop, acts, listener)
    end()
    return null
  } catch (cause) {
    return { deeds, cause }
  }
}

/** Fails with the shortest part of what happened that breaks the same law, told as a story. */
export const failShortened = (
  world: ActingWorld,
  laws: ReadonlyArray<WorldLaw>,
  report: Failed,
  telling: Telling,
): never => {
  const { errorInstance: error } = report
  if (!(error instanceof BrokenLaw)) throw error
  const name = nameBroken(error.cause)
  const acts = shorten(error.acts, (part) => {
    const broken = findBroken(world, laws, part)
    return broken !== null && nameBroken(broken.cause) === name
  })
  const { deeds, cause } = findBroken(world, laws, acts) ?? { deeds: [], cause: error.cause }
  const numShrinks = error.acts.length - acts.length
  return failWithStory('a law of the world does not hold', { ...report, numShrinks, errorInstance: cause }, (end) =>
    tellStory(storySteps(deeds), telling, end),
  )
}

/** What people did, for a story: what was refused changed nothing. */
const storySteps = (deeds: ReadonlyArray<Done>): ReadonlyArray<StoryStep> =>
  deeds.flatMap(({ at, deed: { actor, command }, outcome }) =>
    E.isRight(outcome) ? [{ at, actor, command, events: outcome.right }] : [],
  )
