import type * as fc from 'fast-check'
import type { Model, Real } from './world.ts'

export type Operation = fc.AsyncCommand<Model, Real>

/** Does the same to the model and to the store; rejects where they answer differently. */
export const operation = <Said>(
  kind: string,
  said: Said,
  act: (model: Model, real: Real, said: Said) => Promise<unknown>,
): Operation => ({
  check: () => true,
  run: async (model, real) => {
    model.counts.set(kind, (model.counts.get(kind) ?? 0) + 1)
    await act(model, real, said)
  },
  toString: () => `${kind} ${JSON.stringify(said)}`,
})
