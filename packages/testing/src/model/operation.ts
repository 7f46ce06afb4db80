import type * as fc from 'fast-check'
import type { Claims } from '../conformance/claims.ts'
import type { Model, Real } from './world.ts'

export type Operation = fc.AsyncCommand<Model, Real>

/** Runs on the model and on the store; rejects where they answer differently. */
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

/** The operation, skipped where the store does not claim the capability that it is about. */
export const claimedOperation = (claims: Claims, given: Operation): Operation => ({
  ...given,
  check: (model) => claims(model.claimed) === null,
})
