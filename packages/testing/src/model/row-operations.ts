import * as fc from 'fast-check'
import { unwrap, type GlobalPosition, type RowsBatch, type RowsRef } from '@zhiyuan/runtime'
import { operation, type Operation } from './operation.ts'
import { compare, type Model } from './world.ts'

const refs = fc.constantFrom<RowsRef>(
  { name: 'rows', version: 1 },
  { name: 'rows', version: 2 },
  { name: 'others', version: 1 },
)
/** Few keys, so that operations share them; both stores refuse the one that is not well-formed Unicode. */
const keys = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('', 'a', 'a\0', 'ab', 'b', '志', '\uffff', '😀') },
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant('\ud800') },
)
const values = fc.jsonValue({ maxDepth: 1, stringUnit: 'binary' })

const batches = fc.record({
  rows: refs,
  stale: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  checkpoint: fc.integer({ min: 1, max: 99 }),
  changes: fc.uniqueArray(fc.record({ key: keys, row: fc.option(values, { nil: undefined }) }), {
    selector: ({ key }) => key,
    maxLength: 5,
  }),
})
type SaidBatch = typeof batches extends fc.Arbitrary<infer Said> ? Said : never

/** Expects the model's checkpoint, or one that never was. A key without a row is removed. */
const makeBatch = async (model: Model, { rows, stale, checkpoint, changes }: SaidBatch): Promise<RowsBatch> => ({
  rows,
  from: stale ? ('777' as GlobalPosition) : await unwrap(model.projections.checkpoint(rows)),
  checkpoint: String(checkpoint) as GlobalPosition,
  put: changes.filter(({ row }) => row !== undefined),
  remove: changes.filter(({ row }) => row === undefined).map(({ key }) => key),
})

const committing = fc
  .uniqueArray(batches, { selector: ({ rows }) => `${rows.name}.${rows.version}`, minLength: 1, maxLength: 3 })
  .map((said) =>
    operation(said.some(({ stale }) => stale) ? 'stale commit' : 'commit', said, async (model, real) => {
      const given = await Promise.all(said.map((one) => makeBatch(model, one)))
      return compare(model.projections.commit(given), real.stores.projections.commit(given))
    }),
  )

const getting = fc
  .record({ rows: refs, keys: fc.uniqueArray(keys, { maxLength: 6 }) })
  .map((said) =>
    operation('get', said, (model, real, asked) =>
      compare(model.projections.get(asked.rows, asked.keys), real.stores.projections.get(asked.rows, asked.keys)),
    ),
  )

const ranging = fc
  .record({ rows: refs, after: fc.option(keys), before: fc.option(keys), limit: fc.nat({ max: 9 }) })
  .map((said) =>
    operation('range', said, (model, real, { rows, ...bounds }) =>
      compare(model.projections.range(rows, bounds), real.stores.projections.range(rows, bounds)),
    ),
  )

const standing = refs.map((said) =>
  operation('checkpoint', said, (model, real, rows) =>
    compare(model.projections.checkpoint(rows), real.stores.projections.checkpoint(rows)),
  ),
)

const activating = refs.map((said) =>
  operation('activate', said, (model, real, rows) =>
    compare(model.projections.activate(rows), real.stores.projections.activate(rows)),
  ),
)

const askingActive = refs.map((said) =>
  operation('active', said, (model, real, { name }) =>
    compare(model.projections.active(name), real.stores.projections.active(name)),
  ),
)

export const rowOperations: ReadonlyArray<fc.WeightedArbitrary<Operation>> = [
  { weight: 8, arbitrary: committing },
  { weight: 4, arbitrary: getting },
  { weight: 6, arbitrary: ranging },
  { weight: 2, arbitrary: standing },
  { weight: 1, arbitrary: activating },
  { weight: 1, arbitrary: askingActive },
]
