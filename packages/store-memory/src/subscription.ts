import type { Recorded, StoreError, Subscription } from '@zhiyuan/runtime'

/** What a subscription needs of a log that grows. */
export interface Source {
  readonly page: (from: number) => ReadonlyArray<Recorded>
  /** Resolves when there may be something new, or the store is closed. */
  readonly news: () => Promise<void>
  readonly closed: () => boolean
}

/** Reads on from an index, one page at a time: the next waits for the handler. */
export const subscribeTo = (
  source: Source,
  from: number,
  handler: (events: ReadonlyArray<Recorded>) => Promise<void>,
  onEnd: (why: StoreError) => void,
): Subscription => {
  let wanted = true
  let wake = (): void => {}
  const unsubscribed = new Promise<void>((resolve) => {
    wake = resolve
  })
  const follow = async (): Promise<void> => {
    let next = from
    while (wanted && !source.closed()) {
      const events = source.page(next)
      if (events.length === 0) await Promise.race([source.news(), unsubscribed])
      else await handler(events)
      next += events.length
    }
    if (wanted) onEnd({ type: 'StoreClosed' })
  }
  const ended = Promise.resolve()
    .then(follow)
    .catch((why: unknown) => {
      if (wanted) onEnd({ type: 'StoreFault', cause: `the handler of a subscription failed: ${String(why)}` })
    })
  return {
    close: () => {
      wanted = false
      wake()
      return ended
    },
  }
}
