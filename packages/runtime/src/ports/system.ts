import { randomBytes } from 'node:crypto'
import { fromMillis } from '@zhiyuan/kernel'
import type { Clock, Randomness } from './ports.ts'

/** This machine's clock. */
export const systemClock: Clock = { now: () => fromMillis(Date.now()) }

/** This machine's source of unguessable numbers. */
export const systemRandomness: Randomness = {
  id: () => randomBytes(16).toString('base64url').slice(0, 21),
  salt: () => randomBytes(32).toString('hex'),
}
