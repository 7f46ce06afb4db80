/** An order that the office places and takes back again and again keeps no need off the lists above (N12, O16). */
import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { startLoop } from '@zhiyuan/testing'
import { people } from '../../fixtures/people.ts'
import { approve, cancelOrder as cancel, needsCounty, place, submit } from './needs.fixture.ts'

const { r1, clerkV1 } = people

const types = (events: ReadonlyArray<Typed>): ReadonlyArray<string> => events.map(({ type }) => type)

/** A new order every day, as soon as the last one is cancelled. */
const play = (by: typeof clerkV1) => {
  const loop = startLoop(needsCounty)
  loop.does(r1, submit('N1'))
  loop.does(clerkV1, approve('N1'), place('O1', 'N1'))
  for (let day = 1; day <= 15; day++) {
    loop.at(`2020-${day <= 10 ? `04-${20 + day}` : `05-0${day - 10}`}T03:00:00.000Z`)
    loop.does(by, cancel(`O${day}`))
    loop.does(clerkV1, place(`O${day + 1}`, 'N1'))
  }
  const orders = Array.from({ length: 16 }, (_, index) => types(loop.events(`order-O${index + 1}`)))
  return { need: types(loop.events('need-N1')), supervised: orders.some((one) => one.includes('SupervisionBegan')) }
}

describe('orders that are placed and cancelled every day', () => {
  it('N12, O16: by the office: the need is listed above, and an order is supervised', () => {
    const { need, supervised } = play(clerkV1)
    expect(need).toContain('OrderOverdue')
    expect(supervised).toBe(true)
  })
  it('N12, O16: by the requester, who changes her mind: neither', () => {
    const { need, supervised } = play(r1)
    expect(need).not.toContain('OrderOverdue')
    expect(supervised).toBe(false)
  })
})
