/** Where a need too many for one day is released, by the national defaults (N16). */
import { expect, it } from 'vitest'
import { approve, merge, openNeeds, rule, V1b } from './needs.fixture.ts'
import { why } from './orders.fixture.ts'

it('N16, O19, N5: a held need is released where it is, also once a ruling moved it; one that was merged was looked at', async () => {
  const county = await openNeeds()
  for (let index = 0; index < 7; index++) await county.submit(`F${index}`)
  await county.ask('kt', rule('F5', V1b))
  expect(await county.ask('k1b', approve('F5'))).toEqual({ refused: 'NeedIsHeld' })
  expect(await county.listWaiting(V1b)).toEqual(['need release'])
  expect(await county.ask('k1b', { type: 'ReleaseNeed', needId: 'F5', ...why('seen') })).toEqual(['NeedReleased'])
  expect(await county.listWaiting(V1b)).toEqual(['need answer'])
  expect(await county.ask('k1b', approve('F5'))).toEqual(['NeedApproved'])
  await county.ask('k1', merge('F6', 'F0'))
  await county.ask('k1', { type: 'UnmergeNeed', needId: 'F6', ...why('two-needs') })
  expect(await county.ask('k1', approve('F6'))).toEqual(['NeedApproved'])
})
