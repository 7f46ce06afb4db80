import * as fc from 'fast-check'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Secret, StoreError, Vault } from '@zhiyuan/runtime'
import { operation, type Operation } from './operation.ts'
import { compare } from './world.ts'

const ids = fc.constantFrom('s1', 's2', 's3', 's4', 's5', 's6')
const secrets: fc.Arbitrary<Secret> = fc.record({
  id: ids,
  salt: fc.constantFrom('ab'.repeat(32), 'cd'.repeat(32)),
  text: fc.oneof(fc.constantFrom('', '志愿', 'a\0b', '\ud800'), fc.string({ unit: 'binary', maxLength: 3 })),
})

const putting = fc
  .array(secrets, { maxLength: 2 })
  .map((said) =>
    operation('put', said, (model, real, given) => compare(model.vault.put(given), real.stores.vault.put(given))),
  )

/** Secrets come in no particular order. */
const readSorted = (vault: Vault, asked: ReadonlyArray<string>): TaskEither<StoreError, ReadonlyArray<Secret>> =>
  pipe(
    vault.get(asked),
    TE.map((found) => found.toSorted((a, b) => (a.id < b.id ? -1 : 1))),
  )

const getting = fc
  .uniqueArray(ids)
  .map((said) =>
    operation('get secrets', said, (model, real, asked) =>
      compare(readSorted(model.vault, asked), readSorted(real.stores.vault, asked)),
    ),
  )

const destroying = fc
  .uniqueArray(ids, { maxLength: 2 })
  .map((said) =>
    operation('destroy', said, (model, real, asked) =>
      compare(model.vault.destroy(asked), real.stores.vault.destroy(asked)),
    ),
  )

export const vaultOperations: ReadonlyArray<fc.WeightedArbitrary<Operation>> = [
  { weight: 4, arbitrary: putting },
  { weight: 4, arbitrary: getting },
  { weight: 1, arbitrary: destroying },
]
