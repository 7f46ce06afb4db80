/** The laws of the county, over many more histories. `SEED=…` repeats a run. */
import { expect, it } from 'vitest'
import { holdInCounty, tell } from './county.ts'

const histories = 5000
const { SEED: said = String(Math.floor(Math.random() * 0x7fffffff)) } = process.env

it('the laws hold in 5,000 histories of a county', { timeout: 3_600_000 }, () => {
  expect(said, 'SEED wants a whole number').toMatch(/^\d{1,10}$/)
  tell(`seed ${said}: SEED=${said} repeats it`)
  const { runs, deeds } = holdInCounty(histories, Number(said), (played) => {
    if (played % 250 === 0) tell(`${played} of ${histories} histories`)
  })
  expect(deeds / runs).toBeGreaterThanOrEqual(60)
})
