import { decodeRefused, Instant } from '@zhiyuan/kernel'
import { LedgerRefusal, manualClock as clockOfInstants, type Clock } from '@zhiyuan/runtime'

/** A clock that stands still until it is set, for tests and simulations. */
export interface ManualClock extends Clock {
  /** To an instant such as `2026-03-02T01:00:00.000Z`; another text throws a `LedgerRefusal`. */
  readonly set: (now: string) => void
}

const readInstant = (text: string): Instant => {
  if (Instant.is(text)) return text
  throw new LedgerRefusal(decodeRefused('$', 'Instant, such as 2026-03-02T01:00:00.000Z'))
}

/** A clock that stands at `start`, such as `2026-03-02T01:00:00.000Z`; another text throws a `LedgerRefusal`. */
export const manualClock = (start: string): ManualClock => {
  const clock = clockOfInstants(readInstant(start))
  return {
    now: clock.now,
    set: (now) => {
      clock.set(readInstant(now))
    },
  }
}
