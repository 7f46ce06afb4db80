import * as E from 'fp-ts/lib/Either.js'
import type { Instant } from '@zhiyuan/kernel'
import type { Fault } from '../ports/fault.ts'
import type { Clock, EventStore } from '../ports/ports.ts'
import { decodeHeader } from '../log/decode-event.ts'

/** The ledger's clock never goes back: when the machine's clock is set back, what was recorded or answered as known at an instant stays true. */
export interface LedgerTime {
  /** The later of the machine's time and the latest time that was read or seen. */
  readonly now: () => Instant
  readonly noteTime: (recordedAt: Instant) => void
  /** Takes in the last event of the log, which another process may have written. With a single writer, once is enough. */
  readonly look: () => Promise<E.Either<Fault, void>>
}

export const ledgerTime = (clock: Clock, events: Pick<EventStore, 'last'>, exclusive: boolean): LedgerTime => {
  let latest: Instant | null = null
  let looked = false
  const noteTime = (at: Instant): Instant => (latest = latest === null || at > latest ? at : latest)
  return {
    now: () => noteTime(clock.now()),
    noteTime,
    look: async () => {
      if (exclusive && looked) return E.right(undefined)
      const last = await events.last()()
      if (E.isLeft(last)) return last
      if (last.right !== null) {
        const header = decodeHeader(last.right)
        if (E.isLeft(header)) return header
        noteTime(header.right.recordedAt)
      }
      looked = true
      return E.right(undefined)
    },
  }
}
