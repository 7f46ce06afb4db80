import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { startLoop, type Loop } from '@zhiyuan/testing'
import { order } from '../../slices/requests/order/index.ts'
import { planned } from '../../slices/requests/order/order.fixture.ts'
import { people, units } from '../../fixtures/people.ts'
import {
  beginClosing,
  checkOut,
  county,
  handBack,
  placeOrder,
  reopen,
  report,
  review,
  toAccepted,
  toServing,
  type CountyCommand,
} from '../requests/county.fixture.ts'

const { a, b, r1, admin, clerkV1 } = people
const { C, T1, V1 } = units
const types = (events: ReadonlyArray<Typed>): ReadonlyArray<string> => events.map(({ type }) => type)
const ordered = (loop: Loop<CountyCommand>): ReadonlyArray<string> => types(loop.events('order-O1'))

describe('a closing unit', () => {
  it('G1: passes its waiting orders to its parent, and closes', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, placeOrder)
    loop.does(admin, beginClosing(V1))
    expect(loop.events('order-O1').at(-1)).toMatchObject({ type: 'OrderTransferred', from: V1, to: T1 })
    expect(types(loop.events('units-131081')).slice(-2)).toEqual(['UnitClosingBegan', 'UnitClosed'])
    expect(loop.state(order, 'order-O1')).toMatchObject({ owner: V1, handler: T1 })
    expect(loop.refused()).toEqual([])
  })

  it('G1: keeps an accepted order, and passes it to the parent when it comes back to the queue', () => {
    const loop = toAccepted(startLoop(county))
    loop.does(admin, beginClosing(V1))
    expect(ordered(loop)).not.toContain('OrderTransferred')
    loop.does(b, handBack())
    expect(ordered(loop).slice(-2)).toEqual(['OrderHandedBack', 'OrderTransferred'])
    expect(types(loop.events('units-131081')).at(-1)).toBe('UnitClosed')
  })

  it('G1: under a parent that closes too passes the order on from level to level', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, placeOrder)
    loop.does(admin, beginClosing(T1), beginClosing(V1))
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'Open', owner: V1, handler: C })
    expect(loop.refused().filter(({ rejection }) => rejection.type !== 'TreeBroken')).toEqual([])
  })

  it('G1: passes a reopened order on after it has closed', () => {
    const loop = toServing(startLoop(county))
    loop.restUntil(planned.end)
    loop.does(a, checkOut('a'), report())
    loop.does(b, checkOut('b'))
    loop.does(r1, review())
    loop.does(admin, beginClosing(V1))
    expect(types(loop.events('units-131081')).at(-1)).toBe('UnitClosed')
    loop.does(r1, reopen)
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'Open', round: 2, handler: T1 })
  })
})
