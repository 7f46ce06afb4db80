import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { EventId } from '@zhiyuan/kernel'
import type { GlobalPosition, ProjectionStore, RowsBatch } from '@zhiyuan/runtime'
import { runningCases, type Stores } from '@zhiyuan/testing/conformance'
import { memoryEventStore, memoryProjectionStore, memoryVault } from '../index.ts'
import { findFailing, type Planted } from './plant.fixture.ts'

const memoryStores = (): Stores => ({
  events: memoryEventStore(),
  projections: memoryProjectionStore(),
  vault: memoryVault(),
})

const withRows = (stores: Stores, change: (projections: ProjectionStore) => Partial<ProjectionStore>): Stores => ({
  ...stores,
  projections: { ...stores.projections, ...change(stores.projections) },
})

const changeBatches = (
  stores: Stores,
  change: (batch: RowsBatch, all: ReadonlyArray<RowsBatch>) => RowsBatch,
): Stores =>
  withRows(stores, ({ commit }) => ({ commit: (batches) => commit(batches.map((batch) => change(batch, batches))) }))

/** Every append has ids of its own: nothing is ever a repeat. */
const withFreshIds = (stores: Stores): Stores => {
  let appends = 0
  return {
    ...stores,
    events: {
      ...stores.events,
      append: (stream, expected, events) => {
        const fresh = `.${appends++}`
        return stores.events.append(
          stream,
          expected,
          events.map((event) => ({ ...event, id: `${event.id}${fresh}` as EventId })),
        )
      },
    },
  }
}

const ledgers: Planted<Stores> = {
  'keeps rows without their checkpoint': [
    'rows and checkpoint of a view are written together: another runtime goes on from there',
    (stores) => changeBatches(stores, (batch) => ({ ...batch, checkpoint: '1' as GlobalPosition })),
  ],
  'never switches': [
    'version 2 of a view is built beside version 1, which is read until the switch',
    (stores) => withRows(stores, () => ({ activate: () => TE.right(undefined) })),
  ],
  'forgets which row is quarantined': [
    'an event that a row of a view cannot take in parks that row; the others go on',
    (stores) =>
      changeBatches(stores, (batch) => ({
        ...batch,
        put: batch.put.map(({ key, row }) => ({ key, row: { ...(row as object), stale: null } })),
      })),
  ],
  'has one checkpoint for all': [
    'an event that a process cannot take in stops it before that event; the views go on, and so does it when mended',
    (stores) =>
      withRows(stores, ({ commit }) => {
        let last: GlobalPosition | null = null
        return {
          checkpoint: () => TE.right(last),
          commit: (batches) => async () => {
            const answer = await commit(batches)()
            if (E.isRight(answer))
              last =
                batches
                  .map(({ checkpoint }) => checkpoint)
                  .toSorted()
                  .at(-1) ?? last
            return answer
          },
        }
      }),
  ],
  'takes a repeat for something new': [
    'a process that is killed between its commands and its checkpoint has one effect',
    withFreshIds,
  ],
  'takes for new what it wrote and did not say': [
    'a command whose append has an unknown outcome has one effect',
    withFreshIds,
  ],
}

findFailing('a ledger', ledgers, runningCases, memoryStores)
