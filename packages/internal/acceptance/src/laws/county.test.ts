/** Laws over histories of a whole county, honest and not. Its seed is fixed, so that each run plays the same; `county.long.test.ts` draws another each time. */
import { expect, it } from 'vitest'
import { holdInCounty } from './county.ts'

it('the laws hold in 200 histories of a county', { timeout: 180_000 }, () => {
  const { runs, deeds } = holdInCounty(200, 20_200_427)
  expect(deeds / runs).toBeGreaterThanOrEqual(60)
})
