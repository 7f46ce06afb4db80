import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect } from 'vitest'
import type { EventStore } from '@zhiyuan/runtime'
import { cases } from './case.ts'
import { append, streamName, fixtureEvent, fixtureEvents, streamVersion, type FixtureEvent } from './fixture.ts'

const large = 1000
const appends = 40
const eventsOfEach = 500

const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}

/** A connection's buffers are collected one turn later than the object that held them. */
const measureHeap = async (): Promise<number> => {
  collectGarbage()
  await pause(100)
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Each event has bytes of its own: one shared text would cost no memory. */
const largeData = ({ id }: FixtureEvent): string => JSON.stringify(id.padEnd(large, 'x'))

const fill = async (store: EventStore): Promise<void> => {
  for (let n = 0; n < appends; n++) {
    const first = n * eventsOfEach
    const events = fixtureEvents('large', first, eventsOfEach).map((event) => ({ ...event, data: largeData(event) }))
    await store.append(streamName('large'), first === 0 ? 'no-stream' : streamVersion(first - 1), events)()
  }
}

/** A reader whose handler hangs on its first page until the test releases it. */
const stickReader = (store: EventStore) => {
  let begun = (): void => {}
  let letGo = (): void => {}
  const began = new Promise<void>((resolve) => (begun = resolve))
  const released = new Promise<void>((resolve) => (letGo = resolve))
  const subscription = store.subscribe(
    null,
    () => {
      begun()
      return released
    },
    () => begun(),
  )
  const leave = async (): Promise<void> => {
    letGo()
    await subscription.close()
    await pause(20)
  }
  return { began, leave }
}

/** Resolves when a reader that does not hang has seen so many events. */
const awaitOtherReader = async (store: EventStore, count: number): Promise<void> => {
  let seen = 0
  let done = (): void => {}
  const all = new Promise<void>((resolve) => (done = resolve))
  const subscription = store.subscribe(
    null,
    (page) => {
      seen += page.length
      if (seen >= count) done()
      return Promise.resolve()
    },
    () => done(),
  )
  await all
  await subscription.close()
}

/** The memory that slow readers cost. A store in memory holds the log itself, so the test measures what is freed with the reader. */
export const slowReaderCases = cases<EventStore>({
  'a reader that never comes back from its first page costs no memory while 20,000 large events are written': async (
    store,
  ) => {
    await append(store, fixtureEvent('first', 0))
    const { began, leave } = stickReader(store)
    await began
    await fill(store)
    await awaitOtherReader(store, appends * eventsOfEach)
    const waiting = await measureHeap()
    await leave()
    expect(waiting - (await measureHeap())).toBeLessThan((large * appends * eventsOfEach) / 2)
  },
})
