import { expect, it } from 'vitest'
import { memoryStores } from '@zhiyuan/store-memory'
import { agreesWithModel, seedOfRun, describeTrial } from '@zhiyuan/testing'
import { newPlace } from './model.fixture.ts'

it('100,000 random operations are answered as by the store in memory', async () => {
  const tried = await agreesWithModel({ model: memoryStores, newPlace, operations: 100_000, seed: seedOfRun() })
  console.log(describeTrial('SQLite', tried))
  expect(tried.operations).toBeGreaterThanOrEqual(100_000)
}, 1_800_000)
