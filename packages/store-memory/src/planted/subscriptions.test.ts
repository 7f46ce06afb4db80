import type { EventStore, Recorded } from '@zhiyuan/runtime'
import { eventStoreCases } from '@zhiyuan/testing/conformance'
import { memoryEventStore } from '../index.ts'
import { findFailing, type Planted } from './plant.fixture.ts'

const changeHanded = (
  store: EventStore,
  hand: (...args: Parameters<Parameters<EventStore['subscribe']>[1]>) => ReadonlyArray<ReadonlyArray<Recorded>>,
): EventStore => ({
  ...store,
  subscribe: (after, handler, onEnd) =>
    store.subscribe(
      after,
      async (page) => {
        for (const part of hand(page)) await handler(part)
      },
      onEnd,
    ),
})

const subscriptions: Planted<EventStore> = {
  'hands a page over twice': [
    'a subscriber gets what is there, then what comes, in order, without gap or repeat',
    (store) => changeHanded(store, (page) => [page, page]),
  ],
  'leaves one event of a page out': [
    'a subscriber misses nothing that is written while it catches up, over many pages',
    (store) => changeHanded(store, (page) => [page.filter((_, index) => index !== 1)]),
  ],
  'does not wait for the handler': [
    'closing a subscription waits for the handler; no page comes after, and no end is told',
    (store) => ({
      ...store,
      subscribe: (after, handler, onEnd) =>
        store.subscribe(
          after,
          (page) => {
            void handler(page)
            return Promise.resolve()
          },
          onEnd,
        ),
    }),
  ],
  'reads ahead while the reader is busy': [
    'a reader that never comes back from its first page costs no memory while 20,000 large events are written',
    (store) => ({
      ...store,
      subscribe: (after, handler, onEnd) => {
        let handling = Promise.resolve()
        return store.subscribe(
          after,
          (page) => {
            const copy = structuredClone(page)
            handling = handling.then(() => handler(copy))
            return Promise.resolve()
          },
          onEnd,
        )
      },
    }),
  ],
}

findFailing('a subscription', subscriptions, eventStoreCases, memoryEventStore)
