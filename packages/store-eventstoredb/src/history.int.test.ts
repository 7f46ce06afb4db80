import { expect, it } from 'vitest'
import { seedOfRun } from '@zhiyuan/testing'
import { checkHistory, describeHistory } from '@zhiyuan/testing/history'
import { eightOnOneServer, causeTrouble } from './history.fixture.ts'
import { wireForTest } from './place.fixture.ts'

const seed = seedOfRun()

it('of 800 operations of 8 processes none is lost, reordered or answered wrongly while calls are not answered, answered late, cut off or refused', async () => {
  const wire = await wireForTest()
  const settle = causeTrouble(wire, seed)
  const { history, final } = await eightOnOneServer(wire.url, 800, seed, 2000)
  const troubles = settle()
  console.log(describeHistory(`8 processes, ${troubles} faults of the wire`, seed, history))
  expect(checkHistory(history, final)).toEqual([])
  expect(history).toHaveLength(800)
  expect(troubles).toBeGreaterThan(20)
}, 120_000)
