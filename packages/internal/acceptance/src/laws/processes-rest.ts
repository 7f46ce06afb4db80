/**
 * Every process comes to rest, and does nothing twice: what it has just asked for, asked for once more under another id, writes nothing. Under the same id
 * a store writes nothing twice by itself.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Typed } from '@zhiyuan/kernel'
import type { WorldLaw } from '@zhiyuan/testing'
import { broken } from './following.ts'

/**
 * What is said once more and does nothing twice: words to the next registration, that it has to look too, which then finds nothing left to do; and that a
 * number is a second one, which is asked at each claim of it and leads to its release alone.
 */
const saidAnew = (event: Typed): boolean =>
  event.type === 'OverlapsRechecked' ||
  event.type === 'StarsDoubted' ||
  (event.type === 'NumberNoted' && 'second' in event && event.second === true)

/** That processes come to rest is seen by playing at all: a loop that does not fails. */
export const processesRest: WorldLaw = {
  name: 'every process comes to rest, and a replay of it does nothing twice',
  watch: (loop) => ({
    sent: (pending) => {
      const again = loop.decideAgain(pending)
      if (E.isLeft(again) || again.right.every(saidAnew)) return
      const { process, command, cause } = pending
      broken(`${process} sent ${command.type} twice after ${cause.data.type}, and wrote ${JSON.stringify(again.right)}`)
    },
  }),
}
