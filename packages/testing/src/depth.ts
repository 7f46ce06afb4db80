/** How deep histories came: what they met, and how often. */
import { fail } from './assert.ts'

/** How often each name occurred. */
export type Counts = Readonly<Record<string, number>>

/** Counts names. */
export const counter = () => {
  const counts: Record<string, number> = {}
  const add = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1
  }
  return { counts, add }
}

/** Fails where a name was met more seldom than it has to be. */
export const refuseShallow = (met: Counts, atLeast: Counts): void => {
  const missing = Object.entries(atLeast).filter(([name, least]) => (met[name] ?? 0) < least)
  if (missing.length === 0) return
  const words = missing.map(([name, least]) => `${name} ${met[name] ?? 0} times, fewer than ${least}`)
  fail(`the histories were shallow: ${words.join('; ')}; met were ${JSON.stringify(met)}`)
}
