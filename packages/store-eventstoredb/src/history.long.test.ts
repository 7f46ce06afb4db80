import { expect, it } from 'vitest'
import { seedOfRun } from '@zhiyuan/testing'
import { checkHistory, describeHistory } from '@zhiyuan/testing/history'
import { eightOnOneServer, causeTrouble } from './history.fixture.ts'
import { wireForTest } from './place.fixture.ts'

const seed = seedOfRun()

it('of 20,000 operations of 8 processes on one server none is lost, reordered or answered wrongly', async () => {
  const { url } = await wireForTest()
  const { history, final } = await eightOnOneServer(url, 20_000, seed)
  console.log(describeHistory('8 processes on one EventStoreDB (wire)', seed, history))
  expect(checkHistory(history, final)).toEqual([])
  expect(history).toHaveLength(20_000)
}, 600_000)

it('nor while calls are not answered, answered late, cut off or refused; no process dies of it', async () => {
  const wire = await wireForTest()
  const settle = causeTrouble(wire, seed)
  const { history, final } = await eightOnOneServer(wire.url, 9_600, seed, 3000)
  const troubles = settle()
  console.log(describeHistory(`8 processes, ${troubles} faults of the wire`, seed, history))
  expect(checkHistory(history, final)).toEqual([])
  expect(history).toHaveLength(9_600)
  expect(troubles).toBeGreaterThan(200)
}, 600_000)
