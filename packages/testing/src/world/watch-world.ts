/** Laws of a world, and what watches a history for them. */
import type { Typed } from '@zhiyuan/kernel'
import type { Loop } from '../loop.ts'
import type { ActingWorld } from './acting-world.ts'
import { openWorld, type Done, type WorldListener } from './play-world.ts'

/** What has to hold in every history. A watch of one history throws where it does not. */
export interface WorldLaw {
  /** With the id of its rule where it has one. */
  readonly name: string
  readonly watch: (loop: Loop<Typed>) => WorldListener & {
    /** The history is over: nothing waits to be sent. */
    readonly ended?: () => void
  }
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

/** A ledger of the world that all laws watch. */
export const watchWorld = (world: ActingWorld, laws: ReadonlyArray<WorldLaw>, note: (done: Done) => void) => {
  let tellAll: ReturnType<typeof watchAll> = () => undefined
  const loop = openWorld(world, (pending, outcome) => {
    tellAll((watch) => watch.sent?.(pending, outcome))
  })
  tellAll = watchAll(laws, loop)
  const listener = {
    done: (done: Done): void => {
      note(done)
      tellAll((watch) => watch.done?.(done))
    },
    rested: (): void => {
      tellAll((watch) => watch.rested?.())
    },
  }
  const end = (): void => {
    tellAll((watch) => watch.ended?.())
  }
  return { loop, listener, end }
}
