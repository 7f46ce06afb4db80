/** Every process comes to rest, and what it asked for does nothing twice. */
import * as E from 'fp-ts/lib/Either.js'
import type { PendingCommand, WorldLaw } from '@zhiyuan/testing'

const tell = (when: string, { process, command, cause }: PendingCommand, events: ReadonlyArray<object>): Error =>
  new Error(`${process} sent ${command.type} after ${cause.data.type} ${when}, and wrote ${JSON.stringify(events)}`)

/** That processes come to rest is seen by playing at all: a loop that does not fails. */
export const processesRest: WorldLaw = {
  name: 'every process comes to rest, and a replay of it does nothing twice',
  watch: (loop) => ({
    // Decided once more at once, under another id.
    sent: (pending) => {
      const { process, cause, command } = pending
      const again = loop.send({ type: 'process', process, cause: cause.id }, command, cause.occurredAt)
      if (E.isRight(again) && again.right.length > 0) throw tell('twice', pending, again.right)
    },
    // From the beginning of the log, under the ids that they had.
    ended: () => {
      for (const { pending, outcome } of loop.again())
        if (E.isRight(outcome) && outcome.right.length > 0) throw tell('at the end again', pending, outcome.right)
    },
  }),
}
