/** Laws over histories of a whole ledger. */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { Typed } from '@zhiyuan/kernel'
import { counter, refuseUnmet, type Counts } from '../depth.ts'
import type { Loop } from '../loop.ts'
import type { ActingWorld } from './acting-world.ts'
import { openWorld, playWorld, type WorldListener } from './play-world.ts'
import { drawWishes } from './wishes.ts'

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

export interface WorldHolding {
  readonly numRuns?: number
  /** Repeats a run; drawn at random if not said. */
  readonly seed?: number
  /** Turns of one history; each is at least one deed. */
  readonly turns?: number
  /** How often events or rejections of these types have to occur at least, in all histories together. */
  readonly atLeast?: Counts
}

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

/**
 * Plays histories of the world, and asks each law at every deed, whenever nothing waits, and at the end. Answers how deep the histories
 * came; fails where a law does not hold, and where they were shallower than `atLeast` says.
 *
 * @example
 * const { events } = holdsInWorld(countyWorld(), [noNeedIsLost], { numRuns: 200, atLeast: { OrderClosed: 20 } })
 */
export const holdsInWorld = (
  world: ActingWorld,
  laws: ReadonlyArray<WorldLaw>,
  { numRuns = 100, seed, turns = 65, atLeast = {} }: WorldHolding = {},
): WorldDepth => {
  const [events, rejections] = [counter(), counter()]
  let [deeds, accepted] = [0, 0]
  fc.assert(
    fc.property(drawWishes(world, turns), (wishes) => {
      let tellAll: ReturnType<typeof watchAll> = () => undefined
      const loop = openWorld(world, (pending, outcome) => {
        tellAll((watch) => watch.sent?.(pending, outcome))
      })
      tellAll = watchAll(laws, loop)
      playWorld(world, loop, wishes, {
        done: (done) => {
          deeds++
          if (E.isLeft(done.outcome)) rejections.add(done.outcome.left.type)
          else accepted++
          tellAll((watch) => watch.done?.(done))
        },
        rested: () => {
          tellAll((watch) => watch.rested?.())
        },
      })
      tellAll((watch) => watch.ended?.())
      for (const { data } of loop.log()) events.add(data.type)
      for (const { rejection } of loop.refused()) rejections.add(rejection.type)
    }),
    { numRuns, includeErrorInReport: true, ...(seed !== undefined && { seed }) },
  )
  refuseUnmet({ ...rejections.counts, ...events.counts }, atLeast)
  return { runs: numRuns, deeds, accepted, events: events.counts, rejections: rejections.counts }
}
