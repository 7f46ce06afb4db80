/** Laws of a world, and what watches a history for them. */
import * as E from 'fp-ts/lib/Either.js'
import type { Typed } from '@zhiyuan/kernel'
import { refuseAnswer } from '../answer.ts'
import type { Loop, PendingCommand } from '../loop.ts'
import type { StoryStep } from '../story.ts'
import type { ActingWorld } from './acting-world.ts'
import { openWorld, type Done, type WorldListener } from './play-world.ts'

/** What has to hold in every history. A watch of one history throws where it does not; what it answers is no answer. */
export interface WorldLaw {
  /** With the id of its rule where it has one. */
  readonly name: string
  readonly watch: (loop: Loop<Typed>) => WorldListener & {
    /** The history is over: nothing waits to be sent. */
    readonly ended?: () => void
  }
}

/** A law does not hold; any other error is a mistake in the test, or a slice or process that throws. */
export class LawBroken extends Error {
  readonly law: WorldLaw
  constructor(law: WorldLaw, cause: unknown) {
    super(`${law.name}: ${cause instanceof Error ? cause.message : JSON.stringify(cause)}`, { cause })
    this.law = law
  }
}

const tellLaw = (law: WorldLaw, check: () => unknown): void => {
  try {
    refuseAnswer(check())
  } catch (cause) {
    throw new LawBroken(law, cause)
  }
}

/** What watches one history, for all laws. */
const watchAll = (laws: ReadonlyArray<WorldLaw>, loop: Loop<Typed>) => {
  const watches = laws.map((law) => ({ law, watch: law.watch(loop) }))
  return (tell: (watch: ReturnType<WorldLaw['watch']>) => unknown): void => {
    for (const { law, watch } of watches) tellLaw(law, () => tell(watch))
  }
}

/** What a story tells of a history: what people did and was accepted, and what timers did. */
const makeChronicle = (loop: () => Loop<Typed>) => {
  const steps: StoryStep[] = []
  return {
    steps,
    noteDeed: ({ at, deed: { actor, command }, outcome }: Done): void => {
      if (E.isRight(outcome)) steps.push({ at, actor, command, events: outcome.right })
    },
    noteSent: ({ process, cause, command, dueAt }: PendingCommand, outcome: Done['outcome']): void => {
      if (dueAt === null || E.isLeft(outcome) || outcome.right.length === 0) return
      const at = loop().log().at(-1)?.recordedAt ?? dueAt
      steps.push({
        at,
        actor: { type: 'process', process, cause: cause.data.type },
        command,
        events: outcome.right,
      })
    },
  }
}

/** A ledger of the world that all laws watch, once its set-up is over. */
export const watchWorld = (world: ActingWorld, laws: ReadonlyArray<WorldLaw>, note: (done: Done) => void) => {
  let tellAll: ReturnType<typeof watchAll> | null = null
  const loop: Loop<Typed> = openWorld(world, (pending, outcome) => {
    if (tellAll === null) return
    chronicle.noteSent(pending, outcome)
    tellAll((watch) => watch.sent?.(pending, outcome))
  })
  const chronicle = makeChronicle(() => loop)
  const setUp = { events: loop.log().length, refused: loop.refused().length }
  const tell = watchAll(laws, loop)
  tellAll = tell
  const listener = {
    done: (done: Done): void => {
      note(done)
      chronicle.noteDeed(done)
      tell((watch) => watch.done?.(done))
    },
    rested: (): void => {
      tell((watch) => watch.rested?.())
    },
  }
  const end = (): void => {
    tell((watch) => watch.ended?.())
  }
  return { loop, setUp, listener, end, steps: chronicle.steps }
}
