/** The laws of the county, over many more histories. `SEED=…` repeats a run. */
import { expect, it } from 'vitest'
import { holdInCounty } from './county.ts'

it('the laws hold in 5,000 histories of a county', { timeout: 3_600_000 }, () => {
  const seed = process.env['SEED'] === undefined ? Math.floor(Math.random() * 0x7fffffff) : Number(process.env['SEED'])
  console.log(`seed ${seed}`)
  const { runs, deeds } = holdInCounty(5000, seed)
  expect(deeds / runs).toBeGreaterThanOrEqual(60)
})
