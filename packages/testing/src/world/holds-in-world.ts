/** Laws over histories of a whole ledger. */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { Typed } from '@zhiyuan/kernel'
import { counter, refuseUnmet, type Counts } from '../depth.ts'
import type { Loop } from '../loop.ts'
import type { Telling } from '../story.ts'
import type { ActingWorld } from './acting-world.ts'
import { BrokenLaw, failShortened } from './fail-shortened.ts'
import { playWorld, type Act, type Done } from './play-world.ts'
import { watchWorld, type WorldLaw } from './watch-world.ts'
import { drawWishes } from './wishes.ts'

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
  const property = fc.property(drawWishes(world, turns), (wishes) => {
    const acts: Act[] = []
    const watched = watchWorld(world, laws, counts.noteDeed)
    try {
      playWorld(world, watched.loop, wishes, { ...watched.listener, acts: (act) => acts.push(act) })
      watched.end()
    } catch (cause) {
      throw new BrokenLaw(acts, cause)
    }
    counts.noteEnd(watched.loop)
  })
  // What fails is shortened deed by deed, which wishes cannot be: fast-check ends with the first history that fails.
  const report = fc.check(property, { numRuns, endOnFailure: true, ...(seed !== undefined && { seed }) })
  if (report.failed) failShortened(world, laws, report, telling)
  const depth = counts.depth(numRuns)
  refuseUnmet({ ...depth.rejections, ...depth.events }, atLeast)
  return depth
}
