/** Orders that become alike without either of them knowing: both are marked, in whatever order the processes run (O26). */
import { describe, expect, it } from 'vitest'
import { startLoop, type Loop } from '@zhiyuan/testing'
import { planned } from '../../slices/requests/order/order.fixture.ts'
import { people } from '../../fixtures/people.ts'
import { accept, county, dispatch, placeOrder, type CountyCommand } from './county.fixture.ts'

const { clerkV1, r1, b, dispatcherT1 } = people
const second = { ...placeOrder, orderId: 'O2' } as const
const later = { start: planned.end, end: '2020-04-22T05:00:00.000Z' }
const findMarks = (loop: Loop<CountyCommand>, orderId: string) =>
  loop.events(`order-${orderId}`).flatMap((event) => (event.type === 'TwinsNoted' ? [event] : []))

describe('orders of one need', () => {
  it('O26: of two at once, neither knows the other, and both are marked', () => {
    for (const pick of [(waiting: ReadonlyArray<unknown>) => waiting.length - 1, () => 0]) {
      const loop = startLoop(county)
      const write = loop.sendLate(r1, second)
      loop.send(clerkV1, placeOrder)
      write()
      loop.rest(pick)
      expect(findMarks(loop, 'O1')).toMatchObject([{ twins: ['O2'] }])
      expect(findMarks(loop, 'O2')).toMatchObject([{ twins: ['O1'] }])
    }
  })

  it('O26: one that is placed a little later is refused, and at another time it is not', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, placeOrder)
    expect(loop.send(r1, second)).toMatchObject({ left: { type: 'TwinOrder', orderId: 'O1' } })
    loop.does(r1, { ...second, planned: later })
    expect([...findMarks(loop, 'O1'), ...findMarks(loop, 'O2')]).toEqual([])
  })

  it('O26: when one is cancelled, the mark of the other goes too; a meant one unmarks both', () => {
    const toTwins = () => {
      const loop = startLoop(county)
      const write = loop.sendLate(r1, second)
      loop.send(clerkV1, placeOrder)
      write()
      loop.rest()
      return loop
    }
    const why = { reason: { code: 'needed', text: null } }
    const cancelled = toTwins()
    cancelled.does(r1, { type: 'CancelOrder', orderId: 'O2', ...why })
    expect(findMarks(cancelled, 'O1').at(-1)).toMatchObject({ twins: [], before: ['O2'] })
    const meant = toTwins()
    meant.does(clerkV1, { type: 'KeepTwin', orderId: 'O1', ...why })
    for (const orderId of ['O1', 'O2']) expect(findMarks(meant, orderId).at(-1)).toMatchObject({ twins: [] })
  })

  it('O26: a time that is set later may make two orders alike', () => {
    const loop = startLoop(county)
    const friday = { start: '2020-04-24T01:00:00.000Z', end: '2020-04-24T03:00:00.000Z' }
    loop.does(clerkV1, placeOrder)
    loop.does(r1, { ...second, planned: friday })
    loop.restUntil('2020-04-22T12:00:00.000Z')
    loop.does(dispatcherT1, dispatch('o1'))
    loop.does(b, accept('o1', friday))
    expect(findMarks(loop, 'O1')).toMatchObject([{ twins: ['O2'] }])
    expect(findMarks(loop, 'O2')).toMatchObject([{ twins: ['O1'] }])
  })
})
