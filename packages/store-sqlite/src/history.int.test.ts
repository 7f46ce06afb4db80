import { expect, it } from 'vitest'
import { seedOfRun } from '@zhiyuan/testing'
import { checkHistory, describeHistory } from '@zhiyuan/testing/history'
import { eightOnOneFile } from './history.fixture.ts'

const seed = seedOfRun()

it('of 800 operations of 8 processes on one file none is lost, reordered or answered wrongly', async () => {
  const { history, final } = await eightOnOneFile(800, seed)
  console.log(describeHistory('8 processes on one SQLite file', seed, history))
  expect(checkHistory(history, final)).toEqual([])
  expect(history).toHaveLength(800)
  expect(final.events.length).toBeGreaterThan(50)
}, 60_000)
