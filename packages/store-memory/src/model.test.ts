import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, it } from 'vitest'
import type { StreamVersion } from '@zhiyuan/kernel'
import { agreesWithModel, seedOfRun, describeTrial, type Place } from '@zhiyuan/testing'
import { type Stores } from '@zhiyuan/testing/conformance'
import { claimNothing, scopeIdsToStreams } from './in-streams.fixture.ts'
import { memoryEventStore, memoryProjectionStore, memoryStores, memoryVault } from './index.ts'

const seed = seedOfRun()

/** Closing keeps the content: each opening returns the same stores. */
const lastingPlace = (plant: (stores: Stores) => Stores): Promise<Place> => {
  const close = () => Promise.resolve()
  const stores = plant({
    events: { ...memoryEventStore(), close },
    projections: { ...memoryProjectionStore(), close },
    vault: { ...memoryVault(), close },
  })
  return Promise.resolve(() => Promise.resolve(stores))
}

const planted: Readonly<Record<string, (stores: Stores) => Stores>> = {
  'takes the end of an append for the whole of it': (stores) => ({
    ...stores,
    events: {
      ...stores.events,
      append: (stream, expected, events) => async () => {
        const there = await stores.events.readStream(stream, (events[0]?.version ?? 0) as StreamVersion, 1000)()
        const last = E.isRight(there) ? there.right.events[events.length - 1] : undefined
        const known = last !== undefined && last.event.id === events.at(-1)?.id
        return known
          ? E.right({ version: last.event.version, position: last.position })
          : stores.events.append(stream, expected, events)()
      },
    },
  }),
  'says that the log ends where a page is not full': (stores) => ({
    ...stores,
    events: {
      ...stores.events,
      readAll: (after, limit) =>
        pipe(
          stores.events.readAll(after, limit),
          TE.map((page) => ({ ...page, end: page.events.length < limit })),
        ),
    },
  }),
  'says that its ids are unique in the log when they are in each stream': (stores) => ({
    ...stores,
    events: scopeIdsToStreams(stores.events),
  }),
  'counts the upper bound in': (stores) => ({
    ...stores,
    projections: {
      ...stores.projections,
      range: (rows, bounds) =>
        stores.projections.range(rows, bounds.before === null ? bounds : { ...bounds, before: `${bounds.before}\0` }),
    },
  }),
  'takes another text for the one that it keeps': (stores) => ({
    ...stores,
    vault: {
      ...stores.vault,
      put: (secrets) => TE.altW(() => TE.right<never, void>(undefined))(stores.vault.put(secrets)),
    },
  }),
}

describe('random operations', () => {
  it('are answered by a store in memory as by another one', async () => {
    const tried = await agreesWithModel({
      model: memoryStores,
      newPlace: () => lastingPlace((stores) => stores),
      operations: 2_000,
      seed,
    })
    console.log(describeTrial('in memory', tried))
  })

  it('are answered so by a store that claims nothing: ids of other streams are not asked of it', async () => {
    const tried = await agreesWithModel({
      model: memoryStores,
      newPlace: () => lastingPlace((stores) => ({ ...stores, events: claimNothing(stores.events) })),
      operations: 2_000,
      seed,
    })
    expect(tried.kinds).not.toHaveProperty('repeat in another stream')
  })

  it.each(Object.entries(planted))('find a store out that %s', async (_, plant) => {
    const trial = { model: memoryStores, newPlace: () => lastingPlace(plant), operations: 5_000, seed }
    await expect(agreesWithModel(trial)).rejects.toThrow('Counterexample')
  })

  it('detect a store that loses acknowledged events when it is closed', async () => {
    const newPlace = (): Promise<Place> => Promise.resolve(async () => (await lastingPlace((stores) => stores))())
    await expect(agreesWithModel({ model: memoryStores, newPlace, operations: 5_000, seed })).rejects.toThrow(
      'Counterexample',
    )
  })
})
