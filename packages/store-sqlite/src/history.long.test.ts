import { expect, it } from 'vitest'
import { seedOfRun } from '@zhiyuan/testing'
import { checkHistory, describeHistory } from '@zhiyuan/testing/history'
import { eightOnOneFile } from './history.fixture.ts'

const seed = seedOfRun()

it('of 20,000 operations of 8 processes on one file none is lost, reordered or answered wrongly', async () => {
  const { history, final } = await eightOnOneFile(20_000, seed)
  console.log(describeHistory('8 processes on one SQLite file', seed, history))
  expect(checkHistory(history, final)).toEqual([])
  expect(history).toHaveLength(20_000)
  expect(final.events.length).toBeGreaterThan(2000)
}, 600_000)
