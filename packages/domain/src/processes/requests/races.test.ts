import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { startLoop, type Loop, type Pick } from '@zhiyuan/testing'
import { planned } from '../../slices/requests/order/order.fixture.ts'
import { order } from '../../slices/requests/order/index.ts'
import { people } from '../../fixtures/people.ts'
import {
  accept,
  allege,
  assignmentStreamName,
  cancel,
  checkIn,
  checkOut,
  confirm,
  county,
  dispatch,
  placeOrder,
  report,
  review,
  toScheduled,
  toServing,
  type CountyCommand,
} from './county.fixture.ts'

const { a, b, r1, clerkV1, dispatcherT1 } = people
const types = (events: ReadonlyArray<Typed>): ReadonlyArray<string> => events.map(({ type }) => type)
const assignmentTypes = (loop: Loop<CountyCommand>, volunteer: string): ReadonlyArray<string> =>
  types(loop.events(assignmentStreamName(volunteer)))
const ordered = (loop: Loop<CountyCommand>): ReadonlyArray<string> => types(loop.events('order-O1'))

/** Delivers that command first. */
const first =
  (command: string): Pick =>
  (waiting) =>
    Math.max(
      waiting.findIndex((one) => one.command.type === command),
      0,
    )

describe('a timer and a person at one instant, in either order', () => {
  const moveTime = (loop: Loop<CountyCommand>, now: string): Loop<CountyCommand> => {
    loop.at(now)
    return loop
  }

  it('A2: an offer that expires now can no longer be accepted, whether its timer has fired or not', () => {
    const offered = (): Loop<CountyCommand> => {
      const loop = startLoop(county)
      loop.does(clerkV1, placeOrder)
      loop.does(dispatcherT1, dispatch('o1'))
      return moveTime(loop, '2020-04-20T06:00:00.000Z')
    }
    const timerFirst = offered()
    timerFirst.rest()
    expect(timerFirst.send(b, accept('o1'))).toMatchObject({ left: { type: 'CommandNotAllowed', state: 'Open' } })
    const leaderFirst = offered()
    expect(leaderFirst.send(b, accept('o1'))).toMatchObject({ left: { type: 'OfferNoLongerOpen' } })
    leaderFirst.rest()
    expect(ordered(leaderFirst)).toEqual(ordered(timerFirst))
  })

  it('A2: a moment earlier the acceptance is valid, and the timer is a no-op', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, placeOrder)
    loop.does(dispatcherT1, dispatch('o1'))
    loop.at('2020-04-20T05:59:59.999Z')
    loop.does(b, accept('o1'))
    loop.restUntil('2020-04-20T06:00:00.000Z')
    expect(ordered(loop).at(-1)).toBe('OrderAccepted')
    expect(loop.refused()).toEqual([])
  })

  it('A9: a check-out at the instant at which it becomes missing is too late, whether the timer has fired or not', () => {
    const timerFirst = moveTime(toServing(startLoop(county)), '2020-04-22T05:00:00.000Z')
    timerFirst.rest()
    expect(timerFirst.send(a, checkOut('a'))).toMatchObject({ left: { type: 'CheckOutIsMissingBy' } })
    const volunteerFirst = moveTime(toServing(startLoop(county)), '2020-04-22T05:00:00.000Z')
    expect(volunteerFirst.send(a, checkOut('a'))).toMatchObject({ left: { type: 'CheckOutIsMissingBy' } })
    volunteerFirst.rest()
    expect(assignmentTypes(volunteerFirst, 'a')).toEqual(assignmentTypes(timerFirst, 'a'))
  })

  it('A9: a moment earlier the check-out is valid, and the timer is a no-op', () => {
    const loop = moveTime(toServing(startLoop(county)), '2020-04-22T04:59:59.999Z')
    loop.does(a, checkOut('a'))
    loop.restUntil('2020-04-22T05:00:00.000Z')
    expect(assignmentTypes(loop, 'a').at(-1)).toBe('CheckedOut')
  })

  it('A9: a confirmation at the instant of its lapse is too late, and a moment earlier it is valid', () => {
    const missing = (): Loop<CountyCommand> => {
      const loop = toServing(startLoop(county))
      loop.restUntil('2020-05-08T15:59:59.999Z')
      return loop
    }
    const confirmed = missing()
    confirmed.does(clerkV1, confirm('a'))
    confirmed.restUntil('2020-05-08T16:00:00.000Z')
    expect(assignmentTypes(confirmed, 'a').at(-1)).toBe('AttendanceConfirmed')
    const lapsed = moveTime(missing(), '2020-05-08T16:00:00.000Z')
    expect(lapsed.send(clerkV1, confirm('a'))).toMatchObject({ left: { type: 'TermEnded' } })
    lapsed.rest()
    expect(assignmentTypes(lapsed, 'a').at(-1)).toBe('AttendanceUnconfirmed')
  })

  it.each([
    ['the check-in is delivered first', first('StartService')],
    ['the timer fires first', first('MissOrder')],
  ])('A15: a check-in just before the order is missed, delivered late: who is there stays there; %s', (_name, pick) => {
    const loop = moveTime(toScheduled(startLoop(county)), '2020-04-22T04:59:59.000Z')
    expect(loop.send(a, checkIn('a'))).toMatchObject({ _tag: 'Right' })
    loop.at('2020-04-22T05:00:00.000Z')
    loop.rest(pick)
    expect(assignmentTypes(loop, 'a').at(-1)).toBe('CheckOutMissing')
    const missed = ordered(loop).includes('OrderMissed')
    expect(ordered(loop).at(-1)).toBe(missed ? 'RoundTakenOn' : 'ServiceStarted')
    expect(loop.state(order, 'order-O1')).toMatchObject({
      type: 'InProgress',
      seated: new Map([
        ['a', true],
        ['b', true],
      ]),
    })
    expect(loop.refused()).toEqual([])
  })

  it('A8, A11: an absence cannot be alleged in an order that has ended, also before the release is delivered', () => {
    const loop = moveTime(toScheduled(startLoop(county)), planned.start)
    loop.send(r1, cancel)
    expect(loop.send(b, allege('a'))).toMatchObject({ left: { type: 'NotUnderWay', state: 'Cancelled' } })
    loop.rest()
    expect(assignmentTypes(loop, 'a').at(-1)).toBe('AssignmentReleased')
  })

  it('O7: a review at the instant of its lapse is too late, whether the timer has fired or not', () => {
    const reported = (): Loop<CountyCommand> => {
      const loop = toServing(startLoop(county))
      loop.restUntil(planned.end)
      loop.does(a, checkOut('a'), report())
      loop.at('2020-04-29T03:00:00.000Z')
      return loop
    }
    const early = reported()
    expect(early.send(r1, review())).toMatchObject({ left: { type: 'ReviewLapsedAlready' } })
    early.rest()
    const late = reported()
    late.rest()
    expect(ordered(late)).toEqual(ordered(early))
  })
})
