/** Rules across two streams: the other side writes before any process command is delivered. */
import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { startLoop, type Loop, type Pick } from '@zhiyuan/testing'
import { assignment, type AssignmentState } from '../../slices/attendance/assignment/index.ts'
import { order, type OrderState } from '../../slices/requests/order/index.ts'
import { planned } from '../../slices/requests/order/order.fixture.ts'
import { people, timer, units } from '../../fixtures/people.ts'
import {
  abort,
  accept,
  assignmentStreamName,
  beginClosing,
  cancel,
  checkIn,
  clear,
  county,
  dispatch,
  escalate,
  handBack,
  placeOrder,
  takeSeat,
  toAccepted,
  toScheduled,
  toServing,
  withdraw,
  withdrawNeed,
  type CountyCommand,
} from './county.fixture.ts'

const { a, b, e, r1, admin, clerkV1, dispatcherT1 } = people
const { V1, T1 } = units
const types = (events: ReadonlyArray<Typed>): ReadonlyArray<string> => events.map(({ type }) => type)
const assignmentTypes = (loop: Loop<CountyCommand>, volunteer: string): ReadonlyArray<string> =>
  types(loop.events(assignmentStreamName(volunteer)))
const ordered = (loop: Loop<CountyCommand>): ReadonlyArray<string> => types(loop.events('order-O1'))

/** The orders in which waiting process commands are delivered. */
const picks: ReadonlyArray<readonly [string, Pick]> = [
  ['as it came', () => 0],
  ['the newest first', (waiting) => waiting.length - 1],
]

describe.each(picks)('a seat and the end of its order; delivered %s', (_name, pick) => {
  it.each([
    ['cancelled', r1, cancel],
    ['handed back', b, handBack()],
  ] as const)(
    'A11: between the seat and its assignment the order is %s: no volunteer stays bound',
    (_what, actor, command) => {
      const loop = toAccepted(startLoop(county))
      loop.send(a, takeSeat())
      expect(loop.send(actor, command)).toMatchObject({ _tag: 'Right' })
      loop.rest(pick)
      expect(['None', 'Released']).toContain(
        (loop.state(assignment, assignmentStreamName('a')) as AssignmentState).type,
      )
      expect(ordered(loop)).not.toContain('SeatCleared')
      expect(loop.refused()).toEqual([])
    },
  )

  it('A11: an assignment that is decided before the order is cancelled and written after it is released by the order’s end', () => {
    const loop = toAccepted(startLoop(county))
    loop.send(a, takeSeat())
    const opens = loop.deliverLate()
    loop.send(r1, cancel)
    opens()
    loop.rest(pick)
    expect(assignmentTypes(loop, 'a')).toEqual(['AssignmentOpened', 'AssignmentCleared', 'AssignmentReleased'])
    expect(loop.refused()).toEqual([])
  })

  it('A11: an assignment whose order is cancelled before its clearance is released, and the cleared seat schedules nothing', () => {
    const loop = toAccepted(startLoop(county))
    loop.send(a, takeSeat())
    loop.deliver()
    loop.send(r1, cancel)
    loop.rest(pick)
    expect(assignmentTypes(loop, 'a')).toEqual(['AssignmentOpened', 'AssignmentCleared', 'AssignmentReleased'])
    expect(ordered(loop)).not.toContain('OrderScheduled')
    expect(loop.refused()).toEqual([])
  })

  it('A11: where an order is handed back and seated again before any delivery, the volunteer has the new seat, once', () => {
    const loop = toAccepted(startLoop(county))
    for (const [actor, command] of [
      [a, takeSeat()],
      [b, handBack()],
      [dispatcherT1, dispatch('o2')],
      [b, accept('o2', planned)],
      [a, takeSeat()],
    ] as const)
      expect(loop.send(actor, command)).toMatchObject({ _tag: 'Right' })
    loop.rest(pick)
    expect(loop.state(assignment, assignmentStreamName('a'))).toMatchObject({ type: 'Cleared' })
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'Scheduled' })
    expect(assignmentTypes(loop, 'a')).not.toContain('AssignmentReleased')
    expect(loop.refused()).toEqual([])
  })

  it('A8: of a withdrawal and a check-in of one volunteer the first that is written wins', () => {
    const loop = toScheduled(startLoop(county))
    loop.at('2020-04-22T00:30:00.000Z')
    loop.send(a, checkIn('a'))
    expect(loop.send(a, withdraw('a'))).toMatchObject({ left: { type: 'CommandNotAllowed', state: 'Present' } })
    expect(loop.send(b, withdraw('b'))).toMatchObject({ _tag: 'Right' })
    expect(loop.send(b, checkIn('b'))).toMatchObject({ left: { type: 'CommandNotAllowed', state: 'Withdrawn' } })
    loop.rest(pick)
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'InProgress', seated: new Map([['a', true]]) })
    expect(loop.refused()).toEqual([])
  })

  it('O11: where a seat is freed and taken by another volunteer before any delivery, there are never more volunteers than seats', () => {
    const loop = toScheduled(startLoop(county))
    loop.send(a, withdraw('a'))
    expect(loop.send(e, takeSeat())).toMatchObject({ left: { type: 'OrderFull' } })
    loop.rest(pick)
    expect(loop.send(e, takeSeat())).toMatchObject({ _tag: 'Right' })
    expect(loop.send(a, takeSeat())).toMatchObject({ left: { type: 'OrderFull' } })
    loop.rest(pick)
    expect(loop.state(order, 'order-O1')).toMatchObject({
      seated: new Map([
        ['b', true],
        ['e', true],
      ]),
    })
  })

  it('A6: a volunteer whom the handler clears before the release is delivered is cleared with a seat, or released without one', () => {
    const outcomes = [true, false].map((handlerFirst) => {
      const loop = toAccepted(startLoop(county))
      loop.send(a, takeSeat())
      loop.send(a, { type: 'DeclareAgeBand', person: 'a', ageBand: '14-to-17', source: 'own-word', bornOn: null })
      loop.deliver()
      loop.send(clerkV1, { type: 'DeclareAgeBand', person: 'a', ageBand: 'adult', source: 'document', bornOn: null })
      if (!handlerFirst) loop.rest(pick)
      loop.send(clerkV1, clear('a'))
      loop.rest(pick)
      const { seated } = loop.state(order, 'order-O1') as Extract<OrderState, { readonly type: 'Accepted' }>
      return [(loop.state(assignment, assignmentStreamName('a')) as AssignmentState).type, seated.size]
    })
    expect(outcomes).toEqual([
      ['Cleared', 1],
      ['Released', 0],
    ])
  })
})

describe.each(picks)('a need and its orders; delivered %s', (_name, pick) => {
  it('an order that was decided before and written after the withdrawal of its need is cancelled', () => {
    const loop = startLoop(county)
    const slipsIn = loop.sendLate(clerkV1, placeOrder)
    loop.does(r1, withdrawNeed)
    slipsIn()
    loop.rest(pick)
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'Cancelled' })
    expect(loop.refused()).toEqual([])
  })

  it('an order that is placed while the need is withdrawn is cancelled', () => {
    const loop = startLoop(county)
    loop.send(clerkV1, placeOrder)
    expect(loop.send(r1, withdrawNeed)).toMatchObject({ right: [{ type: 'NeedWithdrawn', orders: [] }] })
    loop.rest(pick)
    expect(loop.events('need-N1').at(-1)).toMatchObject({ type: 'NeedOrderNoted', unwanted: 'need-withdrawn' })
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'Cancelled' })
    expect(loop.refused()).toEqual([])
  })

  it('A11: a withdrawn need cancels its order, and the order releases its seated volunteers', () => {
    const loop = toAccepted(startLoop(county))
    loop.send(a, takeSeat())
    loop.send(r1, withdrawNeed)
    loop.rest(pick)
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'Cancelled' })
    expect(['None', 'Released']).toContain((loop.state(assignment, assignmentStreamName('a')) as AssignmentState).type)
    expect(loop.refused()).toEqual([])
  })

  it('an order that has begun is not cancelled by a withdrawal', () => {
    const loop = toServing(startLoop(county))
    loop.send(r1, withdrawNeed)
    loop.rest(pick)
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'InProgress' })
    expect(loop.send(clerkV1, abort)).toMatchObject({ _tag: 'Right' })
  })
})

describe.each(picks)('a closing unit; delivered %s', (_name, pick) => {
  it('G1: an order placed before the closing was known passes to the parent', () => {
    const loop = startLoop(county)
    loop.send(clerkV1, placeOrder)
    loop.send(admin, beginClosing(V1))
    loop.rest(pick)
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'Open', owner: V1, handler: T1 })
    expect(types(loop.events('units-131081')).at(-1)).toBe('UnitClosed')
  })

  it('G1: an order that was decided before and written after the closing passes to the parent', () => {
    const loop = startLoop(county)
    const slipsIn = loop.sendLate(clerkV1, placeOrder)
    loop.does(admin, beginClosing(V1))
    slipsIn()
    loop.rest(pick)
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'Open', owner: V1, handler: T1 })
    expect(loop.refused()).toEqual([])
  })

  it('G1: refuses new orders by a read of its stream', () => {
    const loop = startLoop(county)
    loop.send(admin, beginClosing(V1))
    expect(loop.send(clerkV1, placeOrder)).toMatchObject({ left: { type: 'UnitNotOpen', unit: V1 } })
  })

  it('G1, O16: recalls the offer of an order that is dispatched at the same moment, and passes the order to the parent', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, placeOrder)
    loop.send(admin, beginClosing(V1))
    loop.send(dispatcherT1, dispatch('o1'))
    loop.rest(pick)
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'Open', handler: T1 })
    expect(ordered(loop).slice(-2)).toEqual(['OfferRecalled', 'OrderTransferred'])
    expect(loop.refused()).toEqual([])
  })

  it('O19: moves an order once that escalates at the same moment', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, placeOrder)
    loop.send(admin, beginClosing(V1))
    loop.send(clerkV1, escalate(V1))
    loop.rest(pick)
    expect(ordered(loop)).toEqual(['OrderPlaced', 'OrderEscalated'])
    expect(loop.refused()).toEqual([])
  })
})

it('A1: processes bind no volunteer: no timer takes a seat', () => {
  const loop = toAccepted(startLoop(county))
  expect(loop.send(timer, takeSeat())).toMatchObject({ _tag: 'Left' })
})
