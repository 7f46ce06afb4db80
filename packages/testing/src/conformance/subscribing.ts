import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { EventStore, GlobalPosition, StoreError, Subscription } from '@zhiyuan/runtime'
import { cases } from './case.ts'
import { append, beginStream, readEverything, listIds, fixtureEvent } from './fixture.ts'

interface Listener {
  readonly seen: string[]
  readonly ends: StoreError[]
  readonly subscription: Subscription
  /** Resolves when an event was seen; rejects when the subscription ended before. */
  readonly until: (id: string) => Promise<void>
  readonly untilEnd: () => Promise<void>
}

const patienceMs = 10_000

const waitUntil = async (done: () => boolean): Promise<void> => {
  const begun = performance.now()
  while (!done()) {
    if (performance.now() - begun > patienceMs) throw new Error(`not seen within ${patienceMs} ms`)
    await pause(2)
  }
}

const listen = (
  store: EventStore,
  after: GlobalPosition | null,
  handling: (ids: ReadonlyArray<string>) => Promise<void> = () => Promise.resolve(),
): Listener => {
  const seen: string[] = []
  const ends: StoreError[] = []
  const subscription = store.subscribe(
    after,
    async (events) => {
      await handling(listIds(events))
      seen.push(...listIds(events))
    },
    (why) => void ends.push(why),
  )
  const hasSeen = (id: string): boolean => {
    if (ends.length > 0) throw new Error(`ended before ${id}: ${JSON.stringify(ends)}`)
    return seen.includes(id)
  }
  return {
    seen,
    ends,
    subscription,
    until: (id) => waitUntil(() => hasSeen(id)),
    untilEnd: () => waitUntil(() => ends.length > 0),
  }
}

const goingOn = cases<EventStore>({
  'a subscriber gets what is there, then what comes, in order, without gap or repeat': async (store) => {
    await beginStream(store, 'a', 3)
    const { seen, until, subscription } = listen(store, null)
    await until('a.2')
    for (let version = 3; version < 6; version++) await append(store, fixtureEvent('a', version))
    await beginStream(store, 'b', 2)
    await until('b.1')
    await subscription.close()
    expect(seen).toEqual(listIds(await readEverything(store)))
  },
  'a subscriber misses nothing that is written while it catches up, over many pages': async (store) => {
    for (let n = 0; n < 3; n++) await beginStream(store, `old${n}`, 700)
    const { seen, until, subscription } = listen(store, null, () => pause(1))
    for (let n = 0; n < 40; n++)
      await Promise.all([beginStream(store, `x${n}`, 2), beginStream(store, `y${n}`, 3), pause(1)])
    await beginStream(store, 'end', 1)
    await until('end.0')
    await subscription.close()
    expect(seen).toEqual(listIds(await readEverything(store)))
  },
  'a subscriber that begins at the end gets only what comes': async (store) => {
    const { position } = await beginStream(store, 'a', 3)
    const { seen, until, subscription } = listen(store, position)
    await pause(5)
    await append(store, fixtureEvent('a', 3))
    await until('a.3')
    await subscription.close()
    expect(seen).toEqual(['a.3'])
  },
  'a subscriber goes on where it left': async (store) => {
    await beginStream(store, 'a', 3)
    const first = listen(store, null)
    await first.until('a.2')
    await first.subscription.close()
    await beginStream(store, 'b', 3)
    const last = (await readEverything(store)).find(({ event }) => event.id === first.seen.at(-1))
    const second = listen(store, last?.position ?? null)
    await second.until('b.2')
    await second.subscription.close()
    expect([...first.seen, ...second.seen]).toEqual(['a.0', 'a.1', 'a.2', 'b.0', 'b.1', 'b.2'])
  },
  'the next page waits for the handler of the last, and other subscribers do not': async (store) => {
    let handling = 0
    let release = (): void => {}
    const slow = listen(store, null, async () => {
      expect(++handling).toBe(1)
      await new Promise<void>((resolve) => (release = resolve))
      handling--
    })
    const quick = listen(store, null)
    for (let version = 0; version < 5; version++) {
      await append(store, fixtureEvent('a', version))
      await quick.until(`a.${version}`)
    }
    expect(slow.seen).toEqual([])
    await waitUntil(() => {
      release()
      return slow.seen.length >= 5 || slow.ends.length > 0
    })
    await Promise.all([slow.subscription.close(), quick.subscription.close()])
    expect([slow.seen, slow.ends]).toEqual([quick.seen, []])
  },
})

const ending = cases<EventStore>({
  'a handler that rejects ends its subscription once, as a fault; the store and others go on': async (store) => {
    await beginStream(store, 'a', 1)
    const broken = listen(store, null, () => Promise.reject(new Error('no')))
    const sound = listen(store, null)
    await broken.untilEnd()
    await append(store, fixtureEvent('a', 1))
    await sound.until('a.1')
    await Promise.all([broken.subscription.close(), sound.subscription.close()])
    expect(broken.ends).toMatchObject([{ type: 'StoreFault' }])
    expect([broken.seen, sound.seen, sound.ends]).toEqual([[], ['a.0', 'a.1'], []])
  },
  'closing a subscription waits for the handler; no page comes after, and no end is told': async (store) => {
    await beginStream(store, 'a', 1)
    let begun = (): void => {}
    const began = new Promise<void>((resolve) => (begun = resolve))
    const { seen, ends, subscription } = listen(store, null, () => {
      begun()
      return pause(10)
    })
    await began
    await append(store, fixtureEvent('a', 1))
    await subscription.close()
    expect(seen).toEqual(['a.0'])
    await append(store, fixtureEvent('a', 2))
    await pause(10)
    expect([seen, ends]).toEqual([['a.0'], []])
  },
  'an idle subscription closes at once, and closing again changes nothing': async (store) => {
    const { ends, subscription } = listen(store, null)
    await pause(5)
    await subscription.close()
    await subscription.close()
    expect(ends).toEqual([])
  },
  'closing the store ends every subscription as StoreClosed': async (store) => {
    const { position } = await beginStream(store, 'a', 1)
    const idle = listen(store, position)
    const behind = listen(store, null)
    await behind.until('a.0')
    await store.close()
    await Promise.all([idle.untilEnd(), behind.untilEnd()])
    expect([idle.ends, behind.ends]).toEqual([[{ type: 'StoreClosed' }], [{ type: 'StoreClosed' }]])
  },
})

/** How subscribers follow the log. */
export const subscriptionCases = [...goingOn, ...ending]
