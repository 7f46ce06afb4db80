/** How deep a law comes: what its histories met, and whether that was enough. */
import type { Typed } from '@zhiyuan/kernel'
import { fail } from './assert.ts'
import type { Listener } from './histories.ts'

/** With fewer accepted attempts than these, in all runs together, an invariant would hardly have been tested. */
const fewestAccepted = 5

/** How often each name occurred. */
export type Counts = Readonly<Record<string, number>>

/** How deep a law came: which states, events and rejections its histories met. */
export interface Depth {
  readonly runs: number
  readonly accepted: number
  /** Steps that ended in each state, where states have a `type`. */
  readonly states: Counts
  readonly events: Counts
  readonly rejections: Counts
}

/** Counts names. */
export const counter = () => {
  const counts: Record<string, number> = {}
  const add = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1
  }
  return { counts, add }
}

/** Counts what histories meet. */
export const depthCounter = <C extends Typed, S, E extends Typed, R extends Typed>() => {
  const [states, events, rejections] = [counter(), counter(), counter()]
  let accepted = 0
  const listener: Required<Listener<C, S, E, R>> = {
    refused: ({ type }) => {
      rejections.add(type)
    },
    accepted: (step) => {
      accepted++
      const { type } = step.state as { readonly type?: unknown }
      if (typeof type === 'string') states.add(type)
      for (const event of step.events) events.add(event.type)
    },
  }
  const depth = (runs: number): Depth => ({
    runs,
    accepted,
    states: states.counts,
    events: events.counts,
    rejections: rejections.counts,
  })
  return { listener, depth }
}

/** Fails where a name was met more seldom than it has to be. */
export const refuseUnmet = (met: Counts, atLeast: Counts): void => {
  const missing = Object.entries(atLeast).filter(([name, least]) => (met[name] ?? 0) < least)
  const words = missing.map(([name, least]) => `${name} ${met[name] ?? 0} times, fewer than ${least}`)
  if (words.length > 0) fail(`the histories were shallow: ${words.join('; ')}; met were ${JSON.stringify(met)}`)
}

/** Fails where the histories of a slice met too little of what the law is about. */
export const refuseShallow = ({ accepted, states, events, rejections }: Depth, atLeast: Counts): void => {
  refuseUnmet({ ...rejections, ...events, ...states }, atLeast)
  if (accepted < fewestAccepted) fail(`${accepted} attempts are accepted, fewer than ${fewestAccepted}`)
}
