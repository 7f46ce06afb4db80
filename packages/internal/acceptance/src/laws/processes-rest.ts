/**
 * Every process comes to rest, and a replay of it does nothing twice: whenever nothing is left to do, all that was sent since the last rest is sent once
 * more, in its order and under its ids, as by a process that was stopped before it noted how far it had come.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { PendingCommand, WorldLaw } from '@zhiyuan/testing'
import { broken } from './following.ts'

/** That processes come to rest is seen by playing at all: a loop that does not fails. */
export const processesRest: WorldLaw = {
  name: 'every process comes to rest, and a replay of it does nothing twice',
  watch: (loop) => {
    let sent: PendingCommand[] = []
    return {
      sent: (pending) => {
        sent.push(pending)
      },
      rested: () => {
        for (const pending of sent) {
          const outcome = loop.sendAgain(pending)
          if (E.isLeft(outcome) || outcome.right.length === 0) continue
          const { process, command, cause } = pending
          broken(
            `${process} sent ${command.type} twice after ${cause.data.type}, and wrote ${JSON.stringify(outcome.right)}`,
          )
        }
        sent = []
      },
    }
  },
}
