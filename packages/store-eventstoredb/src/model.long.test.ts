import { expect, it } from 'vitest'
import { memoryStores } from '@zhiyuan/store-memory'
import { agreesWithModel, seedOfRun, toldOf } from '@zhiyuan/testing'
import { placesAt } from './model.toy.ts'
import { wireForTest } from './place.toy.ts'

it('100,000 random operations are answered as by the store in memory', async () => {
  const { url } = await wireForTest()
  const asked = { model: memoryStores, newPlace: placesAt(url), operations: 100_000, seed: seedOfRun() }
  const tried = await agreesWithModel(asked)
  console.log(toldOf('EventStoreDB (wire)', tried))
  expect(tried.kinds['close and reopen']).toBeGreaterThan(0)
}, 900_000)
