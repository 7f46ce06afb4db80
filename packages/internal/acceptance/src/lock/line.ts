import { createHash } from 'node:crypto'

/** One line of the lock: `event SeatTaken@1`, its digest, and what a reviewer reads. */
export interface Line {
  readonly key: string
  readonly digest: string
  readonly text: string
}

/** Twelve hex digits of SHA-256: a line is compared as a whole, so the digest only has to tell two shapes of one key apart. */
const digestLength = 12
export const shorten = (hex: string): string => hex.slice(0, digestLength)
export const digestText = (text: string): string => shorten(createHash('sha256').update(text).digest('hex'))

/** The line as it stands in the file. */
export const printLine = ({ key, digest, text }: Line): string => `${key} ${digest} ${text}`
