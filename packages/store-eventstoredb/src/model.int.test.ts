import { expect, it, onTestFinished } from 'vitest'
import { memoryStores } from '@zhiyuan/store-memory'
import { agreesWithModel, seedOfRun, describeTrial } from '@zhiyuan/testing'
import { placesInTurn } from './model.fixture.ts'

it('2,000 random operations are answered as by the store in memory, also after closing and opening again', async () => {
  const places = placesInTurn()
  onTestFinished(places.stop)
  const asked = { model: memoryStores, newPlace: places.next, operations: 2_000, seed: seedOfRun() }
  const tried = await agreesWithModel(asked)
  console.log(describeTrial('EventStoreDB (wire)', tried))
  expect(tried.kinds['close and reopen']).toBeGreaterThan(0)
}, 120_000)
