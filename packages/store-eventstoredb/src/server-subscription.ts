import type { SubscribedStream, Resolved } from './client.ts'

/** One subscription at the server, until it ends. */
export interface ServerSubscription {
  /** Resolves when the server has confirmed it; fails where it ends before. */
  readonly begun: () => Promise<void>
  /** Waits for new events, at least one; fails when no more will come. */
  readonly next: () => Promise<ReadonlyArray<Resolved>>
  /** Ends a wait for new events. */
  readonly interrupt: () => void
  /** Tells the server that the store listens no more. */
  readonly leave: () => void
}

/** The most events that are buffered before the store asks for them; the line holds about as many again. */
export const heldAtMost = 100

export const followStream = (stream: SubscribedStream): ServerSubscription => {
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
  // A server that is shut down ends the stream without an error, but that is not the end of the log.
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
