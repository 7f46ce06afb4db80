/** Laws over histories of a whole ledger. */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { fail } from '../assert.ts'
import { counter, refuseUnmet, type Counts } from '../depth.ts'
import type { Telling } from '../story.ts'
import type { ActingWorld } from './acting-world.ts'
import { failShortened, HistoryFailed } from './fail-shortened.ts'
import { playWorld, type Act, type Done } from './play-world.ts'
import { watchWorld, type WorldLaw } from './watch-world.ts'
import { drawWishes } from './wishes.ts'

/** How deep laws came over histories of a world; what the set-up did is not counted. */
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
  /** Hears after each history how many have been played: long runs show that they go on. */
  readonly played?: (histories: number) => void
  /** How often events or rejections of these types have to occur at least, in all histories together, after the set-up. */
  readonly atLeast?: Counts
}

/** With fewer accepted deeds than these, in all histories together, laws would hardly have been tested. */
const fewestAccepted = 5

/** Fails where nothing would be tested. */
const refuseEmpty = (
  { scenes }: ActingWorld,
  laws: ReadonlyArray<WorldLaw>,
  numbers: Readonly<Record<string, number>>,
): void => {
  if (scenes.length === 0) fail('the world has no scenes: nothing would happen')
  if (laws.length === 0) fail('there is no law to hold')
  for (const [name, number] of Object.entries(numbers))
    if (!Number.isInteger(number) || number < 1) fail(`${name} is ${number}: it wants a whole number from 1`)
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
    noteEnd: ({ loop, setUp }: ReturnType<typeof watchWorld>): void => {
      for (const { data } of loop.log().slice(setUp.events)) events.add(data.type)
      for (const { rejection } of loop.refused().slice(setUp.refused)) rejections.add(rejection.type)
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
  { numRuns = 100, seed, turns = 65, atLeast = {}, played, ...telling }: WorldHolding = {},
): WorldDepth => {
  refuseEmpty(world, laws, { numRuns, turns })
  const counts = worldCounter()
  let histories = 0
  const property = fc.property(drawWishes(world, turns), (wishes) => {
    const acts: Act[] = []
    const watched = watchWorld(world, laws, counts.noteDeed)
    try {
      playWorld(world, watched.loop, wishes, { ...watched.listener, acts: (act) => acts.push(act) })
      watched.end()
    } catch (cause) {
      throw new HistoryFailed(acts, cause)
    }
    counts.noteEnd(watched)
    played?.(++histories)
  })
  // What fails is shortened deed by deed, which wishes cannot be: fast-check ends with the first history that fails.
  const report = fc.check(property, { numRuns, endOnFailure: true, ...(seed !== undefined && { seed }) })
  if (report.failed) failShortened(world, laws, report, telling)
  const depth = counts.depth(numRuns)
  refuseUnmet({ ...depth.rejections, ...depth.events }, atLeast)
  if (depth.accepted < fewestAccepted) fail(`${depth.accepted} deeds are accepted, fewer than ${fewestAccepted}`)
  return depth
}
