import type { FollowingStream, Resolved } from './client.ts'

/** A subscription at the server, for as long as it lasts. */
export interface ServerSubscription {
  /** Resolves when the server has taken it on; fails where it ends it before. */
  readonly begun: () => Promise<void>
  /** What has come since, at least one event; fails when no more will come. */
  readonly next: () => Promise<ReadonlyArray<Resolved>>
  /** Ends a wait for what comes. */
  readonly interrupt: () => void
  /** Tells the server that nobody listens any more. */
  readonly leave: () => void
}

/** Held at most of what has come and was not asked for yet; the line holds about as much again. */
export const heldAtMost = 100

export const followStream = (stream: FollowingStream): ServerSubscription => {
  let end: { readonly why: unknown } | null = null
  let wake = (): void => {}
  const awaitChange = (): Promise<void> => new Promise((resolve) => (wake = resolve))
  const endStream = (why: unknown): void => {
    end ??= { why }
    wake()
  }
  let confirmed = false
  stream.on('confirmation', () => {
    confirmed = true
    wake()
  })
  stream.on('readable', () => wake())
  // A server that is shut down takes its leave without an error: that is no end of the log.
  stream.on('end', () => endStream(new Error('the server ended the subscription')))
  stream.on('close', () => endStream(new Error('the subscription was closed')))
  stream.on('error', endStream)
  const takeEvents = (): ReadonlyArray<Resolved> => {
    const come: Resolved[] = []
    for (let event = stream.read(); event !== null; event = stream.read()) {
      come.push(event)
      if (come.length === heldAtMost) break
    }
    return come
  }
  return {
    begun: async () => {
      while (!confirmed) {
        if (end !== null) throw end.why
        await awaitChange()
      }
    },
    next: async () => {
      for (;;) {
        const come = takeEvents()
        if (come.length > 0) return come
        if (end !== null) throw end.why
        await awaitChange()
      }
    },
    interrupt: () => endStream(new Error('interrupted')),
    leave: () => {
      stream.unsubscribe().catch(() => {})
      stream.destroy()
    },
  }
}
