/** Laws over histories of a whole county, honest and not. */
import { expect, it } from 'vitest'
import { slices } from '@zhiyuan/domain'
import { countyWorld } from '@zhiyuan/domain/arbitrary'
import { holdsInWorld } from '@zhiyuan/testing'
import { countyLaws } from './index.ts'

const eventTypes = slices.flatMap(({ event: { shape } }) =>
  shape.kind === 'variants' ? Object.keys(shape.members) : [],
)

it('the laws hold in 200 histories', { timeout: 180_000 }, () => {
  const { deeds, accepted, events, rejections } = holdsInWorld(countyWorld(), countyLaws, { numRuns: 200 })
  console.log(`${deeds} deeds, ${accepted} accepted`, events, rejections)
  console.log(`never: ${eventTypes.filter((type) => events[type] === undefined).join(' ')}`)
  expect(deeds).toBeGreaterThan(200 * 60)
})
