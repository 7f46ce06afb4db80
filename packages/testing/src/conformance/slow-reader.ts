import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect } from 'vitest'
import type { EventStore } from '@zhiyuan/runtime'
import { cases } from './case.ts'
import { append, streamOf, toyEvent, toyEvents, versionOf, type ToyEvent } from './toy.ts'

const [large, appends, eventsOfEach] = [1000, 40, 500]

const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}

/** Buffers of connections go a turn later than what held them. */
const heldNow = async (): Promise<number> => {
  collectGarbage()
  await pause(100)
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Each has bytes of its own, as one text that all share would cost nothing. */
const largeData = ({ id }: ToyEvent): string => JSON.stringify(id.padEnd(large, 'x'))

const fill = async (store: EventStore): Promise<void> => {
  for (let n = 0; n < appends; n++) {
    const first = n * eventsOfEach
    const events = toyEvents('large', first, eventsOfEach).map((event) => ({ ...event, data: largeData(event) }))
    await store.append(streamOf('large'), first === 0 ? 'no-stream' : versionOf(first - 1), events)()
  }
}

/** A reader that does not come back from its first page until it is let go. */
const stuck = (store: EventStore) => {
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

/** Resolves when a reader that is not stuck has seen so many. */
const seenByAnother = async (store: EventStore, count: number): Promise<void> => {
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

/** What readers cost who take their time. A store in memory holds the log itself: what counts is what goes with the reader. */
export const slowReaderCases = cases<EventStore>({
  'a reader that never comes back from its first page costs no memory while 20,000 large events are written': async (
    store,
  ) => {
    await append(store, toyEvent('first', 0))
    const { began, leave } = stuck(store)
    await began
    await fill(store)
    await seenByAnother(store, appends * eventsOfEach)
    const waiting = await heldNow()
    await leave()
    expect(waiting - (await heldNow())).toBeLessThan((large * appends * eventsOfEach) / 2)
  },
})
