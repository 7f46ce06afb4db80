import { expect, it } from 'vitest'
import { seedOfRun } from '@zhiyuan/testing'
import { checkHistory, describeHistory } from '@zhiyuan/testing/history'
import { eightOnOneServer } from './history.fixture.ts'
import { serverForTests } from './server.fixture.ts'

const server = serverForTests()
const seed = seedOfRun()

it('of 20,000 operations of 8 processes on one server none is lost, reordered or answered wrongly', async () => {
  const { history, final } = await eightOnOneServer(await server.ledger(), 20_000, seed)
  console.log(describeHistory('8 processes on one PostgreSQL server', seed, history))
  expect(checkHistory(history, final)).toEqual([])
  expect(history).toHaveLength(20_000)
  expect(final.events.length).toBeGreaterThan(2000)
}, 600_000)
