import { expect, it } from 'vitest'
import { memoryStores } from '@zhiyuan/store-memory'
import { agreesWithModel, seedOfRun, describeTrial } from '@zhiyuan/testing'
import { makePlaces } from './model.fixture.ts'
import { serverForTests } from './server.fixture.ts'

const newPlace = makePlaces(serverForTests())

it('2,000 random operations are answered as by the store in memory, also after closing and opening again', async () => {
  const tried = await agreesWithModel({ model: memoryStores, newPlace, operations: 2_000, seed: seedOfRun() })
  console.log(describeTrial('PostgreSQL', tried))
  expect(tried.kinds['close and reopen']).toBeGreaterThan(0)
}, 60_000)
