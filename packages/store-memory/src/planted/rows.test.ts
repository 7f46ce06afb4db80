import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { unwrap, type ProjectionStore, type RowsBatch, type Vault } from '@zhiyuan/runtime'
import { projectionStoreCases, vaultCases } from '@zhiyuan/testing/conformance'
import { memoryProjectionStore, memoryVault } from '../index.ts'
import { findFailing, type Planted } from './plant.fixture.ts'

const commitHalves = (store: ProjectionStore): ProjectionStore => ({
  ...store,
  commit: (batches) => async () => {
    for (const batch of batches) {
      const answer = await store.commit([batch])()
      if (E.isLeft(answer)) return answer
    }
    return E.right(undefined)
  },
})

/** Commits without comparing checkpoints. */
const forceCommit = async (store: ProjectionStore, batches: ReadonlyArray<RowsBatch>) => {
  const standing = batches.map(async (batch) => ({ ...batch, from: await unwrap(store.checkpoint(batch.rows)) }))
  return store.commit(await Promise.all(standing))()
}

const projections: Planted<ProjectionStore> = {
  'keeps half of a commit': ['batches are committed all or none', commitHalves],
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
  'writes over any checkpoint': [
    'a commit that rests on another checkpoint than the one that stands is a conflict that says where the rows stand',
    (store) => ({ ...store, commit: (batches) => () => forceCommit(store, batches) }),
  ],
  'keeps the half of a commit that has no conflict': [
    'a conflict of one batch keeps all of them from being written',
    commitHalves,
  ],
  'looks where rows stand only before it writes': [
    'of many commits that rest on one checkpoint, one is written',
    (store) => ({
      ...store,
      commit: (batches) => async () => {
        for (const { rows, from } of batches) {
          const actual = await unwrap(store.checkpoint(rows))
          if (actual !== from) return E.left({ type: 'CheckpointConflict', rows, actual })
        }
        await pause(1)
        return forceCommit(store, batches)
      },
    }),
  ],
  'takes a batch for rows that are gone': [
    'rows that another version has replaced cannot be moved on',
    (store) => ({
      ...store,
      commit: (batches) => async () => {
        const answer = await store.commit(batches)()
        const gone = E.isLeft(answer) && answer.left.type === 'CheckpointConflict' && answer.left.actual === null
        return gone ? forceCommit(store, batches) : answer
      },
    }),
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

findFailing('a store of rows', projections, projectionStoreCases, memoryProjectionStore)
findFailing('a vault', vaults, vaultCases, memoryVault)
