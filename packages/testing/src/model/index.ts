import * as fc from 'fast-check'
import type { Stores } from '../conformance/case.ts'
import { operation } from './operation.ts'
import { closeAll, emptyModel, type Model, type Place, type Real } from './world.ts'

export type { Place } from './world.ts'

/** `SEED=…` repeats a run. */
export const seedOfRun = (): number => Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const reopening = fc.constant(
  operation('close and reopen', null, async (_: Model, real: Real) => {
    await closeAll(real.stores)
    real.stores = await real.place()
  }),
)

/** Imported when asked for: fast-check takes half a second to make all texts of JSON, and most who import the kit draw none. */
const loadOperations = async () => {
  const { logOperations } = await import('./log-operations.ts')
  const { rowOperations } = await import('./row-operations.ts')
  const { vaultOperations } = await import('./vault-operations.ts')
  return fc.oneof(...logOperations, ...rowOperations, ...vaultOperations, { weight: 1, arbitrary: reopening })
}

/** How a store is compared with the model. */
export interface ModelTrial {
  /** Makes an empty store that serves as the model: the one in memory. */
  readonly model: () => Stores
  /** Makes an empty place for stores that no other run uses. */
  readonly newPlace: () => Promise<Place>
  /** At least so many operations are done. */
  readonly operations: number
  readonly seed: number
}

/** How many operations of each kind were done, and from which seed. */
export interface Tried {
  readonly seed: number
  readonly runs: number
  readonly operations: number
  readonly kinds: Readonly<Record<string, number>>
}

const mostInRun = 400

/**
 * Runs the same random operations on a store and on its model, one after the other, until so many are done, each run in a new place.
 * Rejects where they answer differently, with the shortest run that fast-check found.
 *
 * @example
 * const tried = await agreesWithModel({ model: memoryStores, newPlace, operations: 2_000, seed: seedOfRun() })
 */
export const agreesWithModel = async ({ model, newPlace, operations: wanted, seed }: ModelTrial): Promise<Tried> => {
  const counts = new Map<string, number>()
  const done = (): number => [...counts.values()].reduce((sum, count) => sum + count, 0)
  const commands = fc.commands([await loadOperations()], { maxCommands: mostInRun, size: 'max' })
  const property = fc.asyncProperty(commands, async (chosen) => {
    const place = await newPlace()
    const real: Real = { place, stores: await place() }
    const setup = () => Promise.resolve({ model: emptyModel(model(), counts, real.stores.events.capabilities), real })
    await fc.asyncModelRun(setup, chosen).finally(() => closeAll(real.stores))
  })
  let runs = 0
  while (done() < wanted) await fc.assert(property, { numRuns: 1, seed: seed + runs++ })
  return { seed, runs, operations: done(), kinds: Object.fromEntries([...counts].sort()) }
}

/** The counts of a trial, in one line. */
export const describeTrial = (name: string, { seed, runs, operations, kinds }: Tried): string =>
  `${name}: SEED=${seed}, ${operations} operations in ${runs} runs agree with the model: ${JSON.stringify(kinds)}`
