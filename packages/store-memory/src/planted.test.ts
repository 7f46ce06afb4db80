/** The conformance kit sees what it is there to see: each planted fault breaks the case that is named beside it. */
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { expect, it } from 'vitest'
import type { StreamVersion } from '@zhiyuan/kernel'
import type { EventStore, GlobalPosition, Page, ProjectionStore, Recorded, Vault } from '@zhiyuan/runtime'
import { eventStoreCases, projectionStoreCases, vaultCases, type Case } from '@zhiyuan/testing'
import { memoryEventStore, memoryProjectionStore, memoryVault } from './index.ts'

type Planted<Store> = Readonly<Record<string, readonly [title: string, plant: (store: Store) => Store]>>

const findOut = <Store>(what: string, planted: Planted<Store>, cases: ReadonlyArray<Case<Store>>, open: () => Store) =>
  it.each(Object.entries(planted))(`${what} that %s is found out`, async (_, [title, plant]) => {
    const found = cases.filter((each) => each.title === title)
    expect(found).toHaveLength(1)
    for (const { check } of found) await expect(check(plant(open()))).rejects.toThrow()
  })

const changedPages = (store: EventStore, change: (page: Page, limit: number) => Page): EventStore => ({
  ...store,
  readAll: (after, limit) =>
    pipe(
      store.readAll(after, limit),
      TE.map((page) => change(page, limit)),
    ),
})

const appending = (store: EventStore, answer: (store: EventStore) => EventStore['append']): EventStore => ({
  ...store,
  append: answer(store),
})

const events: Planted<EventStore> = {
  'takes a stream that is there for a new one': [
    'a stale expectation is a conflict that says where the stream stands',
    (store) =>
      appending(store, ({ append }) => (stream, expected, given) => async () => {
        const answer = await append(stream, expected, given)()
        const conflict = E.isLeft(answer) && answer.left.type === 'VersionConflict'
        if (!conflict || expected !== 'no-stream') return answer
        return E.right({ version: 0 as StreamVersion, position: '1' as GlobalPosition })
      }),
  ],
  'answers a repeat as a conflict': [
    'the same events at the same expectation give the first outcome, however the log went on',
    (store) =>
      appending(store, ({ append, readStream }) => (stream, expected, given) => async () => {
        const there = await readStream(stream, 0 as StreamVersion, 1)()
        const known = E.isRight(there) && there.right.events.some(({ event }) => event.id === given[0]?.id)
        return known ? E.left({ type: 'VersionConflict', stream, actual: null }) : append(stream, expected, given)()
      }),
  ],
  'does not say where the stream stands': [
    'of 64 who want one version, one gets it; the others learn where the stream stands',
    (store) =>
      appending(
        store,
        ({ append }) =>
          (stream, expected, given) =>
            pipe(
              append(stream, expected, given),
              TE.mapLeft((error) => (error.type === 'VersionConflict' ? { ...error, actual: null } : error)),
            ),
      ),
  ],
  'compares positions as texts': [
    'positions are compared in the order of the log',
    (store) => ({ ...store, compare: (a, b) => (a < b ? -1 : Number(a > b)) }),
  ],
  'does not know a full page for the last': [
    'a page ends the log exactly when nothing came after it',
    (store) => changedPages(store, (page, limit) => ({ ...page, end: page.events.length < limit })),
  ],
  'reads on from the position, not after it': [
    'the log is read in the order of the appends, in pages of any size, without gap or repeat',
    (store) => ({
      ...store,
      readAll: (after, limit) =>
        store.readAll(after === null ? null : (String(Number(after) - 1) as GlobalPosition), limit),
    }),
  ],
  'says that its positions are dense when they are not': [
    'where a store says so, positions have no gaps, whatever was refused between',
    (store) =>
      changedPages(store, (page) => ({
        ...page,
        events: page.events.map((one) => ({ ...one, position: `${one.position}0` as GlobalPosition })),
      })),
  ],
  'copies data key by key': [
    'data comes back as it was: keys of every object',
    (store) =>
      changedPages(store, (page) => ({
        ...page,
        events: page.events.map((one) => ({
          ...one,
          event: { ...one.event, data: Object.assign({}, one.event.data) },
        })),
      })),
  ],
  'answers after it was closed': [
    'a call after closing is refused as StoreClosed',
    (store) => ({ ...store, close: () => Promise.resolve() }),
  ],
}

const handing = (
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
    (store) => handing(store, (page) => [page, page]),
  ],
  'leaves one event of a page out': [
    'a subscriber misses nothing that is written while it catches up, over many pages',
    (store) => handing(store, (page) => [page.filter((_, index) => index !== 1)]),
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
}

const projections: Planted<ProjectionStore> = {
  'keeps half of a commit': [
    'batches are committed all or none',
    (store) => ({
      ...store,
      commit: (batches) => async () => {
        for (const batch of batches) {
          const answer = await store.commit([batch])()
          if (E.isLeft(answer)) return answer
        }
        return E.right(undefined)
      },
    }),
  ],
  'orders keys by UTF-16': [
    'rows are in order of the code points of their keys',
    (store) => ({
      ...store,
      range: (rows, bounds) =>
        pipe(
          store.range(rows, bounds),
          TE.map((found) => found.toSorted((a, b) => (a.key < b.key ? -1 : 1))),
        ),
    }),
  ],
  'keeps the rows of versions that are no longer read': [
    'a version that becomes active drops rows and checkpoints of the others of that name',
    (store) => ({ ...store, activate: () => TE.right(undefined) }),
  ],
}

const vaults: Planted<Vault> = {
  'frees the ids of what was destroyed': [
    'what is destroyed does not come back, its id stays taken; the others stay',
    (vault) => {
      const destroyed = new Set<string>()
      return {
        ...vault,
        put: (secrets) => (secrets.some(({ id }) => destroyed.has(id)) ? TE.right(undefined) : vault.put(secrets)),
        destroy: (ids) => {
          for (const id of ids) destroyed.add(id)
          return vault.destroy(ids)
        },
      }
    },
  ],
}

findOut('a store', events, eventStoreCases, memoryEventStore)
findOut('a subscription', subscriptions, eventStoreCases, memoryEventStore)
findOut('a store of rows', projections, projectionStoreCases, memoryProjectionStore)
findOut('a vault', vaults, vaultCases, memoryVault)
