/** Laws over histories of a whole ledger. */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { Typed } from '@zhiyuan/kernel'
import { counter, refuseUnmet, type Counts } from '../depth.ts'
import { failWithStory } from '../fail-with-story.ts'
import type { Loop } from '../loop.ts'
import { tellStory, type StoryStep, type Telling } from '../story.ts'
import type { ActingWorld } from './acting-world.ts'
import { openWorld, playWorld, type Done, type WorldListener } from './play-world.ts'
import { drawWishes, type Wishes } from './wishes.ts'

/** What has to hold in every history. A watch of one history throws where it does not. */
export interface WorldLaw {
  /** With the id of its rule where it has one. */
  readonly name: string
  readonly watch: (loop: Loop<Typed>) => WorldListener & {
    /** The history is over: nothing waits to be sent. */
    readonly ended?: () => void
  }
}

/** How deep a law came over histories of a world. */
export interface WorldDepth {
  readonly runs: number
  readonly deeds: number
  readonly accepted: number
  readonly events: Counts
  /** Of people's commands and of processes'. */
  readonly rejections: Counts
}

/** How often laws are tried, how deep they have to come, and how a history that breaks one is told. */
export interface WorldHolding extends Telling {
  /** 100, if not said. */
  readonly numRuns?: number
  /** Repeats a run; drawn at random if not said. */
  readonly seed?: number
  /** Turns of one history; each is at least one deed. */
  readonly turns?: number
  /** How often events or rejections of these types have to occur at least, in all histories together. */
  readonly atLeast?: Counts
}

/** A history of a world takes a while: so many are played to find a shorter one that fails. */
const mostShrinks = 200

const tellLaw = (name: string, check: () => void): void => {
  try {
    check()
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** What watches one history, for all laws. */
const watchAll = (laws: ReadonlyArray<WorldLaw>, loop: Loop<Typed>) => {
  const watches = laws.map(({ name, watch }) => ({ name, watch: watch(loop) }))
  const tellAll = (tell: (watch: ReturnType<WorldLaw['watch']>) => void): void => {
    for (const { name, watch } of watches)
      tellLaw(name, () => {
        tell(watch)
      })
  }
  return tellAll
}

/** What counts the events and rejections of all histories. */
const worldCounter = () => {
  const [events, rejections] = [counter(), counter()]
  let [deeds, accepted] = [0, 0]
  return {
    noteDeed: ({ outcome }: Done): void => {
      deeds++
      if (E.isLeft(outcome)) rejections.add(outcome.left.type)
      else accepted++
    },
    noteEnd: (loop: Loop<Typed>): void => {
      for (const { data } of loop.log()) events.add(data.type)
      for (const { rejection } of loop.refused()) rejections.add(rejection.type)
    },
    depth: (runs: number): WorldDepth => ({
      runs,
      deeds,
      accepted,
      events: events.counts,
      rejections: rejections.counts,
    }),
  }
}

/** What people did, for a story: what was refused changed nothing. */
const storySteps = (deeds: ReadonlyArray<Done>): ReadonlyArray<StoryStep> =>
  deeds.flatMap(({ at, deed: { actor, command }, outcome }) =>
    E.isRight(outcome) ? [{ at, actor, command, events: outcome.right }] : [],
  )

/**
 * Plays histories of the world, and asks each law at every deed, at every process command, whenever nothing waits, and at the end. Answers
 * how deep the histories came; fails where a law does not hold, and where they were shallower than `atLeast` says.
 *
 * A history that breaks a law is shrunk, and told as a story of at most 15 lines, in English or Chinese; `seed` repeats it.
 *
 * @example
 * const { events } = holdsInWorld(countyWorld(), [noNeedIsLost], { numRuns: 200, atLeast: { OrderClosed: 20 } })
 */
export const holdsInWorld = (
  world: ActingWorld,
  laws: ReadonlyArray<WorldLaw>,
  { numRuns = 100, seed, turns = 65, atLeast = {}, ...telling }: WorldHolding = {},
): WorldDepth => {
  const counts = worldCounter()
  /** What was done in this run, and in the last run that failed: fast-check ends with the shortest failing one. */
  let deeds: ReadonlyArray<Done> = []
  let broken: ReadonlyArray<Done> | null = null
  const check = (wishes: Wishes): void => {
    deeds = []
    let tellAll: ReturnType<typeof watchAll> = () => undefined
    const loop = openWorld(world, (pending, outcome) => {
      tellAll((watch) => watch.sent?.(pending, outcome))
    })
    tellAll = watchAll(laws, loop)
    playWorld(world, loop, wishes, {
      done: (done) => {
        counts.noteDeed(done)
        deeds = [...deeds, done]
        tellAll((watch) => watch.done?.(done))
      },
      rested: () => {
        tellAll((watch) => watch.rested?.())
      },
    })
    tellAll((watch) => watch.ended?.())
    counts.noteEnd(loop)
  }
  let tries = 0
  const property = fc.property(drawWishes(world, turns), (wishes) => {
    if (tries > mostShrinks) return
    try {
      if (broken !== null) tries++
      check(wishes)
    } catch (cause) {
      broken = deeds
      throw cause
    }
  })
  const report = fc.check(property, { numRuns, ...(seed !== undefined && { seed }) })
  if (report.failed)
    failWithStory('a law of the world does not hold', report, (end) =>
      tellStory(storySteps(broken ?? []), telling, end),
    )
  const depth = counts.depth(numRuns)
  refuseUnmet({ ...depth.rejections, ...depth.events }, atLeast)
  return depth
}
