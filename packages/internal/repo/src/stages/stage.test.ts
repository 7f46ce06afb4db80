import { expect, it } from 'vitest'
import { holdToBudget, type Stage, type StageResult } from './stage.ts'

const result: StageResult = { passed: 3, failed: 0, skipped: 0, failures: [], skips: [], titles: [] }
const stage: Stage = { name: 'pure', budget: 90, run: () => Promise.resolve(result) }

it('a stage keeps its result up to twice its budget, and has failed beyond', () => {
  expect(holdToBudget(stage, result, 180)).toBe(result)
  expect(holdToBudget(stage, result, 180.1)).toEqual({
    ...result,
    failed: 1,
    failures: ['pure took 180.1 s, more than twice its budget of 90 s'],
  })
})
