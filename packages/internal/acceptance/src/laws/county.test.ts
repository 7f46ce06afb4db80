/** Laws over histories of a whole county, honest and not. The long run is `county.long.test.ts`. */
import { expect, it } from 'vitest'
import { holdInCounty } from './county.ts'

it('the laws hold in 200 histories of a county', { timeout: 180_000 }, () => {
  const { runs, deeds } = holdInCounty(200)
  expect(deeds / runs).toBeGreaterThanOrEqual(60)
})
