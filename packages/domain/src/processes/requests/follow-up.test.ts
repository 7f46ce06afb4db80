/** Who may check a service: the hands that an order and its need went through are read off their streams. */
import { describe, expect, it } from 'vitest'
import { startLoop } from '@zhiyuan/testing'
import { planned } from '../../slices/requests/order/order.fixture.ts'
import { people } from '../../fixtures/people.ts'
import { merged } from '../../slices/people/humans/humans.fixture.ts'
import { county, checkOut, report, review, toServing } from './county.fixture.ts'

const { a, b, r1, assessor, dispatcherT1, dispatcherC } = people
const followUp = {
  type: 'FollowUpOrder',
  orderId: 'O1',
  round: 1,
  verdict: 'solved',
  comment: null,
} as const

const toReported = (world: object = {}) => {
  const loop = toServing(startLoop({ ...county, world: { ...county.world, ...world } }))
  loop.restUntil(planned.end)
  loop.does(a, checkOut('a'))
  loop.does(b, report())
  loop.rest()
  return loop
}

describe('a follow-up', () => {
  it('O7: is not made by who sent a command on the order, under any registration', () => {
    const loop = toReported()
    expect(loop.send(dispatcherT1, followUp)).toMatchObject({ left: { type: 'HadAHand', person: 'p1' } })
    const known = toReported(merged(['p9', 'p1']))
    const other = { ...dispatcherT1, person: 'p9' }
    expect(known.send(other, followUp)).toMatchObject({ left: { type: 'HadAHand', person: 'p9' } })
  })

  it('O7: a colleague or the unit above makes it, and a review may still come', () => {
    for (const by of [{ ...dispatcherT1, person: 'p8' }, dispatcherC, assessor]) {
      const loop = toReported()
      loop.does(by, followUp)
      expect(loop.events('order-O1').slice(-2)).toMatchObject([
        { type: 'OrderFollowedUp', by: by.person },
        { type: 'OrderClosed', outcome: 'unreviewed' },
      ])
      loop.does(r1, review())
      expect(loop.events('order-O1').at(-1)).toMatchObject({ type: 'OutcomeRevised', outcome: 'solved' })
    }
  })
})
