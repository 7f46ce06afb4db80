import { expect, it } from 'vitest'
import { memoryStores } from '@zhiyuan/store-memory'
import { agreesWithModel, seedOfRun, toldOf } from '@zhiyuan/testing'
import { placesAt } from './model.toy.ts'
import { wireForTest } from './place.toy.ts'

it('2,000 random operations are answered as by the store in memory, also after closing and opening again', async () => {
  const { url } = await wireForTest()
  const asked = { model: memoryStores, newPlace: placesAt(url), operations: 2_000, seed: seedOfRun() }
  const tried = await agreesWithModel(asked)
  console.log(toldOf('EventStoreDB (wire)', tried))
  expect(tried.kinds['close and reopen']).toBeGreaterThan(0)
}, 120_000)
