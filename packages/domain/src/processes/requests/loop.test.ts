import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import type { Typed } from '@zhiyuan/kernel'
import { startLoop, type Loop } from '@zhiyuan/testing'
import { planned } from '../../slices/requests/order/order.fixture.ts'
import { people } from '../../fixtures/people.ts'
import {
  accept,
  allege,
  assignmentStreamName,
  checkIn,
  checkOut,
  confirm,
  county,
  dispatch,
  excuse,
  handBack,
  placeOrder,
  reopen,
  report,
  review,
  substitute,
  takeSeat,
  withdraw,
  toAccepted,
  toScheduled,
  toServing,
  type CountyCommand,
} from './county.fixture.ts'

const { a, b, e, f1, r1, clerkV1, dispatcherT1 } = people
const day = (time: string): string => `2020-${time.replace(' ', 'T')}:00.000Z`
const types = (events: ReadonlyArray<Typed>): ReadonlyArray<string> => events.map(({ type }) => type)
const ordered = (loop: Loop<CountyCommand>): ReadonlyArray<string> => types(loop.events('order-O1'))
const assignmentEvents = (loop: Loop<CountyCommand>, volunteer: string, round = 1) =>
  loop.events(assignmentStreamName(volunteer, round))

describe('from an order to its review', () => {
  it('C15, C21: residents order, the centre dispatches, the team and its volunteers accept; each step is by the person responsible for it', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, placeOrder)
    expect(loop.send(people.dispatcherT2, dispatch('o1'))).toMatchObject({ left: { type: 'OutsideJurisdiction' } })
    expect(loop.send(b, dispatch('o1'))).toMatchObject({ left: { type: 'NotAuthorised' } })
    loop.does(dispatcherT1, dispatch('o1'))
    expect(loop.send(dispatcherT1, accept('o1'))).toMatchObject({ left: { type: 'NotTheOfferee' } })
    loop.does(b, accept('o1'))
    loop.does(a, takeSeat())
    expect(ordered(loop)).toEqual([
      'OrderPlaced',
      'OrderOffered',
      'OrderAccepted',
      'SeatTaken',
      'SeatCleared',
      'OrderScheduled',
    ])
    expect(types(assignmentEvents(loop, 'a'))).toEqual(['AssignmentOpened', 'AssignmentCleared'])
    expect(types(loop.events('need-N1'))).toContain('NeedOrderNoted')
    expect(loop.refused()).toEqual([])
  })

  it('A10, O11: rows 11 to 16 of the golden story: seats, check-ins, a check-out, a missing check-out and its confirmation', () => {
    const loop = toScheduled(startLoop(county))
    expect(loop.send(e, takeSeat())).toEqual(E.left({ type: 'OrderFull', seats: 2 }))
    loop.restUntil(day('04-22 01:00'))
    loop.does(a, checkIn('a'))
    loop.does(b, checkIn('b'))
    expect(ordered(loop).slice(-2)).toEqual(['OrderScheduled', 'SeatTaken', 'SeatCleared', 'ServiceStarted'].slice(-2))
    expect(ordered(loop).filter((type) => type === 'ServiceStarted')).toHaveLength(1)
    loop.restUntil(day('04-22 03:10'))
    loop.does(a, checkOut('a'))
    expect(assignmentEvents(loop, 'a').at(-1)).toMatchObject({ type: 'CheckedOut', minutes: 130 })
    loop.restUntil(day('04-22 05:00'))
    expect(assignmentEvents(loop, 'b').at(-1)).toMatchObject({ type: 'CheckOutMissing', proposedEnd: planned.end })
    loop.restUntil(day('04-22 06:00'))
    loop.does(clerkV1, confirm('b'))
    expect(assignmentEvents(loop, 'b').at(-1)).toMatchObject({
      type: 'AttendanceConfirmed',
      minutes: 120,
      confirmer: 'k1',
    })
    loop.restUntil(day('04-22 06:10'))
    loop.does(b, report())
    loop.does(f1, review())
    loop.restUntil(day('05-30 00:00'))
    expect(ordered(loop).slice(-3)).toEqual(['ServiceReported', 'OrderReviewed', 'OrderClosed'])
    expect(assignmentEvents(loop, 'b').at(-1)).toMatchObject({ type: 'AttendanceConfirmed' })
    expect(loop.refused()).toEqual([])
  })

  it('O8: rows 20 to 26 of the golden story: the second round has its own assignments, and one seat of two is enough', () => {
    const loop = toServing(startLoop(county))
    loop.restUntil(day('04-22 03:00'))
    loop.does(a, checkOut('a'))
    loop.does(b, checkOut('b'), report())
    loop.does(r1, review())
    loop.restUntil(day('04-24 00:30'))
    loop.does(r1, reopen)
    loop.does(dispatcherT1, dispatch('o2'))
    const slot = { start: day('04-26 01:00'), end: day('04-26 02:00') }
    loop.does(b, accept('o2', slot), takeSeat(2))
    expect(ordered(loop).at(-1)).toBe('OrderScheduled')
    loop.restUntil(slot.start)
    loop.does(b, checkIn('b', 2))
    loop.restUntil(day('04-26 01:50'))
    loop.does(b, checkOut('b', 2))
    expect(assignmentEvents(loop, 'b', 2).at(-1)).toMatchObject({
      type: 'CheckedOut',
      occasion: { round: 2 },
      minutes: 50,
    })
    expect(loop.refused()).toEqual([])
  })

  it('O7: without a review a timer closes the round, and a volunteer who never came is released', () => {
    const loop = toScheduled(startLoop(county))
    loop.restUntil(planned.start)
    loop.does(a, checkIn('a'))
    loop.restUntil(planned.end)
    loop.does(a, checkOut('a'), report())
    loop.restUntil(day('04-29 02:59'))
    expect(ordered(loop).at(-1)).toBe('ServiceReported')
    loop.restUntil(day('04-29 03:00'))
    expect(loop.events('order-O1').at(-1)).toMatchObject({ type: 'OrderClosed', outcome: 'unreviewed' })
    expect(assignmentEvents(loop, 'b').at(-1)).toMatchObject({ type: 'AssignmentReleased', reason: 'closed' })
    expect(assignmentEvents(loop, 'a').at(-1)).toMatchObject({ type: 'CheckedOut' })
    expect(loop.refused()).toEqual([])
  })
})

describe('seats', () => {
  it('A6, A11: a volunteer who is not cleared is released, and the seat is free for another', () => {
    const loop = toAccepted(startLoop(county))
    loop.send(a, takeSeat())
    loop.send(a, { type: 'DeclareAgeBand', person: 'a', ageBand: '14-to-17', source: 'own-word', bornOn: null })
    loop.rest()
    expect(types(assignmentEvents(loop, 'a'))).toEqual([
      'AssignmentOpened',
      'AssignmentNotCleared',
      'AssignmentReleased',
    ])
    expect(loop.events('order-O1').at(-1)).toMatchObject({ type: 'SeatFreed', volunteer: 'a', reason: 'not-cleared' })
    loop.does(b, takeSeat())
    loop.does(e, takeSeat())
    expect(ordered(loop).filter((type) => type === 'SeatCleared')).toHaveLength(2)
  })

  it('A8: a withdrawal frees the seat, and so does a substitution; the substitute takes the seat herself', () => {
    const loop = toScheduled(startLoop(county))
    loop.does(a, substitute('a', 'e'))
    expect(loop.events('order-O1').at(-1)).toMatchObject({ type: 'SeatFreed', volunteer: 'a', reason: 'substituted' })
    expect(assignmentEvents(loop, 'e')).toEqual([])
    loop.does(e, takeSeat())
    expect(types(assignmentEvents(loop, 'e'))).toEqual(['AssignmentOpened', 'AssignmentCleared'])
    loop.does(b, withdraw('b'))
    expect(loop.events('order-O1').at(-1)).toMatchObject({ type: 'SeatFreed', volunteer: 'b', reason: 'withdrawn' })
  })

  it('A8: an absence stands after its term, and an excused one does not; both free the seat', () => {
    const loop = toScheduled(startLoop(county))
    loop.restUntil(day('04-22 01:30'))
    loop.does(b, checkIn('b'), allege('a'))
    const excused = toScheduled(startLoop(county))
    excused.restUntil(day('04-22 01:30'))
    excused.does(b, checkIn('b'), allege('a'))
    excused.does(clerkV1, excuse('a'))
    loop.restUntil(day('04-26 16:00'))
    excused.restUntil(day('04-26 16:00'))
    expect(assignmentEvents(loop, 'a').at(-1)).toMatchObject({ type: 'AbsenceStood' })
    expect(assignmentEvents(excused, 'a').at(-1)).toMatchObject({ type: 'AbsenceExcused' })
    const freed = (one: Loop<CountyCommand>) => one.events('order-O1').find(({ type }) => type === 'SeatFreed')
    expect(freed(loop)).toMatchObject({ volunteer: 'a', reason: 'absent' })
    expect(freed(excused)).toMatchObject({ volunteer: 'a', reason: 'released' })
  })

  it('A11: an order that is handed back releases all volunteers, who may take seats again in the same round', () => {
    const loop = toScheduled(startLoop(county))
    loop.does(b, handBack())
    expect(assignmentEvents(loop, 'a').at(-1)).toMatchObject({ type: 'AssignmentReleased', reason: 'handed-back' })
    loop.does(dispatcherT1, dispatch('o2'))
    loop.does(b, accept('o2', planned))
    loop.does(a, takeSeat())
    expect(types(assignmentEvents(loop, 'a')).slice(-2)).toEqual(['AssignmentOpened', 'AssignmentCleared'])
    expect(ordered(loop).at(-1)).toBe('OrderScheduled')
    expect(loop.refused()).toEqual([])
  })

  it('A11: an order to which no volunteer came is missed and open again, and no volunteer stays bound', () => {
    const loop = toScheduled(startLoop(county))
    loop.restUntil(day('04-22 05:00'))
    expect(ordered(loop)).toContain('OrderMissed')
    for (const volunteer of ['a', 'b'])
      expect(assignmentEvents(loop, volunteer).at(-1)).toMatchObject({ type: 'AssignmentReleased', reason: 'missed' })
    // Its 48 hours had passed while it was accepted (O16).
    expect(ordered(loop).at(-1)).toBe('OrderEscalated')
  })

  it('A9: where an order is aborted while a volunteer is present, her minutes stay valid', () => {
    const loop = toScheduled(startLoop(county))
    loop.restUntil(planned.start)
    loop.does(a, checkIn('a'))
    loop.does(clerkV1, { type: 'AbortOrder', orderId: 'O1', round: 1, reason: { code: 'storm', text: null } })
    expect(assignmentEvents(loop, 'b').at(-1)).toMatchObject({ type: 'AssignmentReleased', reason: 'aborted' })
    loop.restUntil(day('04-22 01:40'))
    loop.does(a, checkOut('a'))
    expect(assignmentEvents(loop, 'a').at(-1)).toMatchObject({ type: 'CheckedOut', minutes: 40 })
  })
})
