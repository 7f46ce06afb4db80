/** A service that no one reports is reviewed all the same. */
import { describe, expect, it } from 'vitest'
import { startLoop } from '@zhiyuan/testing'
import { people } from '../../fixtures/people.ts'
import { planned } from '../../slices/requests/order/order.fixture.ts'
import { checkOut, county, report, review, toServing } from './county.fixture.ts'

const { a, b, r1 } = people
const tenDaysLater = '2020-05-08T16:00:00.000Z'
const serve = () => {
  const loop = toServing(startLoop(county))
  loop.restUntil(planned.end)
  loop.does(a, checkOut('a'))
  return loop
}
const listTypes = (loop: ReturnType<typeof serve>) => loop.events('order-O1').map(({ type }) => type)

describe('the review of a service', () => {
  it('H24: is asked for at the end of the 10th working day, and then given', () => {
    const loop = serve()
    loop.restUntil('2020-05-08T15:59:59.999Z')
    expect(listTypes(loop)).not.toContain('ReviewAsked')
    loop.restUntil(tenDaysLater)
    expect(listTypes(loop).slice(-3)).toEqual(['ReviewAsked', 'ServiceReported', 'SupervisionEnded'])
    loop.does(r1, review())
    expect(loop.events('order-O1').at(-1)).toMatchObject({ type: 'OrderClosed', outcome: 'solved' })
  })
  it('H24: was asked for by the report, where there is one', () => {
    const loop = serve()
    loop.does(b, report())
    loop.restUntil('2020-06-01T00:00:00.000Z')
    expect(listTypes(loop)).not.toContain('ReviewAsked')
    expect(listTypes(loop)).toContain('ReviewLapsed')
  })
})
