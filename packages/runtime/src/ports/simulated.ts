import { createHash } from 'node:crypto'
import type { Instant } from '@zhiyuan/kernel'
import type { Clock, Randomness } from './ports.ts'

/** A clock that stands still until it is set. */
export interface ManualClock extends Clock {
  readonly set: (now: Instant) => void
}

/** A clock that stands at `start`. */
export const manualClock = (start: Instant): ManualClock => {
  let now = start
  return {
    now: () => now,
    set: (next) => {
      now = next
    },
  }
}

/** Ids and salts that are the same on every machine for the same seed. For simulations only: they can be guessed. */
export const seededRandomness = (seed: string | number): Randomness => {
  const drawn = { id: 0, salt: 0 }
  const draw = (what: 'id' | 'salt') => createHash('sha256').update(`${what}\n${seed}\n${drawn[what]++}`)
  return {
    id: () => draw('id').digest('base64url').slice(0, 21),
    salt: () => draw('salt').digest('hex'),
  }
}
