import { expect, it } from 'vitest'
import { memoryStores } from '@zhiyuan/store-memory'
import { agreesWithModel, seedOfRun, toldOf } from '@zhiyuan/testing'
import { placesOn } from './model.toy.ts'
import { serverForTests } from './server.toy.ts'

const newPlace = placesOn(serverForTests())

it('2,000 random operations are answered as by the store in memory, also after closing and opening again', async () => {
  const tried = await agreesWithModel({ model: memoryStores, newPlace, operations: 2_000, seed: seedOfRun() })
  console.log(toldOf('PostgreSQL', tried))
  expect(tried.kinds['close and reopen']).toBeGreaterThan(0)
}, 60_000)
