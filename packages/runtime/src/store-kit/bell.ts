/** Tells listeners that there may be new events. */
export interface Bell {
  readonly ring: () => void
  /** Calls `wake` at each ring, until the returned function is called. */
  readonly listen: (wake: () => void) => () => void
}

/** A bell within this process: every listener has been called when `ring` returns. */
export const bell = (): Bell => {
  const listeners = new Set<() => void>()
  return {
    ring: () => {
      for (const wake of listeners) wake()
    },
    listen: (wake) => {
      const listener = (): void => wake()
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
