import { describe, expect, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { startLoop, type Loop } from '@zhiyuan/testing'
import { need } from '../../slices/requests/need/index.ts'
import { asked } from '../../slices/requests/need/need.fixture.ts'
import { order } from '../../slices/requests/order/index.ts'
import { candidate, claimOpened, placed, ranking } from '../../slices/requests/order/order.fixture.ts'
import { people, units } from '../../fixtures/people.ts'
import {
  accept,
  assignmentStreamName,
  county,
  decline,
  dispatch,
  escalate,
  handBack,
  placeOrder,
  takeSeat,
  toServing,
  type CountyCommand,
} from './county.fixture.ts'

const { b, d, g, clerkV1, dispatcherT1, dispatcherC } = people
const { C, T1, V1 } = units
const day = (time: string): string => `2020-${time.replace(' ', 'T')}:00.000Z`
const types = (events: ReadonlyArray<Typed>): ReadonlyArray<string> => events.map(({ type }) => type)
const ordered = (loop: Loop<CountyCommand>): ReadonlyArray<string> => types(loop.events('order-O1'))
const assignmentEvents = (loop: Loop<CountyCommand>, volunteer: string, round = 1) =>
  loop.events(assignmentStreamName(volunteer, round))

describe('an order that this level cannot meet', () => {
  it('C26, O4, O19: escalates one level up after 48 hours, and the lower unit stays its owner', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, placeOrder)
    loop.restUntil(day('04-22 01:59'))
    expect(ordered(loop)).toEqual(['OrderPlaced'])
    loop.restUntil(day('04-22 02:00'))
    expect(loop.events('order-O1').at(-1)).toMatchObject({ type: 'OrderEscalated', from: V1, to: T1, automatic: true })
    loop.restUntil(day('04-24 02:00'))
    expect(loop.events('order-O1').at(-1)).toMatchObject({ type: 'OrderEscalated', from: T1, to: C, escalatesAt: null })
    loop.restUntil(day('06-30 00:00'))
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'Open', owner: V1, handler: C })
    expect(ordered(loop).filter((type) => type === 'OrderEscalated')).toHaveLength(2)
    expect(loop.refused()).toEqual([])
  })

  it('C27: is served by the city’s own team, and stays the village’s order', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, { ...placeOrder, specialty: 'medical-fitness', planned: null })
    loop.restUntil(day('04-24 02:00'))
    const best = { ...ranking, candidates: [candidate('K')] }
    loop.does(dispatcherC, { ...dispatch('o1'), teamId: 'K', ranking: best })
    loop.does(g, accept('o1', { start: day('04-30 06:00'), end: day('04-30 09:00') }))
    loop.does(d, takeSeat())
    expect(assignmentEvents(loop, 'd')[0]).toMatchObject({
      type: 'AssignmentOpened',
      teamId: 'K',
      bodyId: 'K',
      owner: V1,
    })
    expect(loop.state(order, 'order-O1')).toMatchObject({ type: 'Scheduled', owner: V1, handler: C })
  })

  it('O16: recalls an offer that is open when the 48 hours end, and escalates in the same decision', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, placeOrder)
    loop.restUntil(day('04-22 01:30'))
    loop.does(dispatcherT1, { type: 'OpenClaim', orderId: 'O1', offerId: 'o1' })
    loop.restUntil(day('04-22 02:00'))
    expect(ordered(loop).slice(-2)).toEqual(['ClaimRecalled', 'OrderEscalated'])
    loop.restUntil(day('04-23 02:00'))
    expect(ordered(loop)).not.toContain('ClaimLapsed')
    expect(loop.refused()).toEqual([])
  })

  it('O16: counts the 48 hours also during offers, and escalates at once if it comes back after they ended', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, { ...placeOrder, planned: null })
    loop.does(dispatcherT1, dispatch('o1'))
    loop.does(b, accept('o1', { start: day('04-25 01:00'), end: day('04-25 03:00') }))
    loop.restUntil(day('04-23 00:00'))
    expect(ordered(loop)).not.toContain('OrderEscalated')
    loop.does(b, handBack())
    expect(ordered(loop).slice(-2)).toEqual(['OrderHandedBack', 'OrderEscalated'])
  })

  it('O5: does not escalate by timer at the top', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, placeOrder, escalate(V1))
    loop.does(dispatcherT1, escalate(T1))
    loop.restUntil(day('07-30 00:00'))
    expect(loop.state(order, 'order-O1')).toMatchObject({ handler: C })
    expect(loop.refused()).toEqual([])
  })
})

describe('the timers of requests', () => {
  it('A2: an offer expires at its instant without a penalty; a declined one does not expire', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, placeOrder)
    loop.does(dispatcherT1, dispatch('o1'))
    loop.does(b, decline('o1'))
    loop.does(dispatcherT1, dispatch('o2'))
    loop.restUntil(day('04-20 06:00'))
    expect(ordered(loop).slice(1)).toEqual(['OrderOffered', 'OfferDeclined', 'OrderOffered', 'OfferExpired'])
  })

  it('A2: an entry of the open list lapses at its instant', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, placeOrder)
    loop.does(dispatcherT1, { type: 'OpenClaim', orderId: 'O1', offerId: claimOpened.offerId })
    loop.restUntil(day('04-21 02:00'))
    expect(ordered(loop).at(-1)).toBe('ClaimLapsed')
  })

  it('O22: an order that was accepted without a time is handed back when its due date passes', () => {
    const loop = startLoop(county)
    loop.does(clerkV1, { ...placeOrder, planned: null })
    loop.does(dispatcherT1, dispatch('o1'))
    loop.does(b, accept('o1'))
    loop.restUntil(placed.serviceDueAt)
    expect(ordered(loop).filter((type) => type === 'ServiceOverdue')).toHaveLength(1)
    expect(ordered(loop)).toContain('OrderHandedBack')
  })

  const written = { requester: 'r2', contact: null, proxy: null, channel: 'app' } as const
  it('N2: an answer exactly at its due instant is on time; just after it is overdue, once', () => {
    const loop = startLoop(county)
    loop.does(people.r2, { ...asked, ...written, type: 'SubmitNeed', needId: 'N2' })
    loop.restUntil(day('04-21 02:00'))
    expect(types(loop.events('need-N2'))).toEqual(['NeedSubmitted'])
    loop.restUntil(day('04-21 02:01'))
    expect(loop.events('need-N2').at(-1)).toMatchObject({ type: 'AnswerOverdue', dueAt: day('04-21 02:00') })
    loop.does(clerkV1, { type: 'RequestInformation', needId: 'N2', question: { id: 'q', commitment: '0'.repeat(64) } })
    loop.restUntil(day('04-28 02:01'))
    expect(types(loop.events('need-N2')).slice(1)).toEqual([
      'AnswerOverdue',
      'InformationRequested',
      'InformationLapsed',
    ])
  })

  it('N5: a merged need is noted on the need into which it was merged', () => {
    const loop = startLoop(county)
    loop.does(people.h1, { ...asked, type: 'SubmitNeed', needId: 'N2' })
    loop.does(clerkV1, { type: 'MergeNeed', needId: 'N2', into: 'N1' })
    expect(loop.events('need-N1').at(-1)).toMatchObject({ type: 'DuplicateNoted', duplicate: 'N2' })
    expect(loop.state(need, 'need-N1')).toMatchObject({
      type: 'Approved',
      duplicates: [{ duplicate: 'N2', requester: 'r1' }],
    })
  })

  it('A9: an attendance that no person confirms for ten working days stays at 0 minutes', () => {
    const loop = toServing(startLoop(county))
    loop.restUntil(day('05-08 15:59'))
    expect(assignmentEvents(loop, 'a').at(-1)).toMatchObject({ type: 'CheckOutMissing' })
    loop.restUntil(day('05-08 16:00'))
    expect(assignmentEvents(loop, 'a').at(-1)).toMatchObject({ type: 'AttendanceUnconfirmed' })
  })
})
