import { expect } from 'vitest'
import type { EventStore } from '@zhiyuan/runtime'
import { cases } from './case.ts'
import { append, beginStream, leftAnswer, streamName, fixtureEvent, streamVersion } from './fixture.ts'

const closed = leftAnswer({ type: 'StoreClosed' })

/** What a closed store must do. */
export const closeCases = cases<EventStore>({
  'a call after closing is refused as StoreClosed': async (store) => {
    await beginStream(store, 'a', 1)
    await store.close()
    expect(await append(store, fixtureEvent('a', 1))).toEqual(closed)
    expect(await store.last()()).toEqual(closed)
    expect(await store.readAll(null, 1)()).toEqual(closed)
    expect(await store.readStream(streamName('a'), streamVersion(0), 1)()).toEqual(closed)
  },
  'an append that was asked for before closing is still done': async (store) => {
    const appending = append(store, fixtureEvent('a', 0))
    await store.close()
    expect(await appending).toMatchObject({ right: { version: 0 } })
  },
  'closing again changes nothing': async (store) => {
    await store.close()
    await store.close()
  },
})
