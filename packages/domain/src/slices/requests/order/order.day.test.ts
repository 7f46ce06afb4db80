import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { reason, makeEvent } from '../need/need.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { order } from './index.ts'
import {
  accepted,
  acceptedOpenly,
  extensionAsked,
  handedBack,
  lastSeatLost,
  needKnown,
  offered,
  orderKeys,
  orderPasts,
  place,
  placed,
  planned,
  plannedDayEnds,
  scheduled,
  seatCleared,
  seatTaken,
  serviceDueAt,
} from './order.fixture.ts'

const given = stage(
  order,
  { ...world, ...needKnown },
  { ...scene, now: '2020-04-21T00:00:00.000Z', actor: people.dispatcherT1 },
)
const { b, r1, f1, h1, clerkV1, dispatcherT1, dispatcherT2, dispatcherC } = people
const round = { orderId: 'O1', round: 1 }
const why = { reason: reason('team-away') }

const due = (dueAt: string) => ({ type: 'NoteServiceDue', ...round, dueAt }) as const
const june = { start: '2020-06-01T01:00:00.000Z', end: '2020-06-01T03:00:00.000Z' }

describe('the day that is due', () => {
  const juneEnds = '2020-06-01T16:00:00.000Z'
  const asked = makeEvent({ ...placed, planned: june, day: { endsAt: juneEnds, by: 'requester' } })

  it('O22: is the one that the requester’s side asked for; what a clerk or a grid worker noted is the office’s', () => {
    const ask = { ...place, type: 'PlaceOrder', planned: june } as const
    for (const by of [r1, f1])
      given()
        .by(by)
        .when(ask)
        .emits({ type: 'OrderPlaced', day: { endsAt: juneEnds, by: 'requester' } })
    for (const by of [clerkV1, h1])
      given()
        .by(by)
        .when(ask)
        .emits({ type: 'OrderPlaced', day: { endsAt: juneEnds, by: 'office' } })
  })
  it('O22: nothing is overdue or handed back before it', () => {
    const waiting = given(
      asked,
      offered,
      makeEvent({ ...accepted, planned: june, day: { endsAt: juneEnds, by: 'requester' } }),
    )
    for (const order of [given(asked), waiting])
      order.by(timer).at(serviceDueAt).when(due(serviceDueAt)).isRefused({ type: 'NotYetDue', dueAt: juneEnds })
    given(asked).by(timer).at(juneEnds).when(due(juneEnds)).emits({ type: 'ServiceOverdue', dueAt: juneEnds })
    waiting
      .by(timer)
      .at(juneEnds)
      .when(due(juneEnds))
      .emits({ type: 'ServiceOverdue' }, { type: 'OrderHandedBack', by: 'timer', serviceDueAt: juneEnds })
  })
  it('O22: a day that the team set goes with the team', () => {
    const set = given(placed, offered, makeEvent({ ...accepted, planned: june, day: { endsAt: juneEnds, by: 'team' } }))
    set.by(timer).at(serviceDueAt).when(due(serviceDueAt)).isRefused({ type: 'NotYetDue', dueAt: juneEnds })
    set
      .by(b)
      .when({ type: 'HandBackOrder', ...round, ...why })
      .emits({ type: 'OrderHandedBack', serviceDueAt })
    set
      .and(handedBack)
      .by(timer)
      .at(serviceDueAt)
      .when(due(serviceDueAt))
      .emits({ type: 'ServiceOverdue', dueAt: serviceDueAt })
  })
  it('O22: the requester’s side may agree to a time of the office or the team: then it is its own day, and stays', () => {
    const agree = { type: 'AgreeToTime', ...round, planned } as const
    const set = given(placed, offered, accepted)
    for (const [by, as] of [
      [r1, 'requester'],
      [f1, 'contact'],
    ] as const)
      set
        .by(by)
        .when(agree)
        .emits({ type: 'ServiceTimeAgreed', by: as, day: { endsAt: plannedDayEnds, by: 'requester' } })
    for (const by of [h1, b, clerkV1]) set.by(by).when(agree).isRefused({ type: 'NotAuthorised' })
    const agreed = makeEvent({
      type: 'ServiceTimeAgreed',
      ...orderKeys,
      by: 'requester',
      planned,
      day: { endsAt: plannedDayEnds, by: 'requester' },
    })
    set.and(agreed).by(r1).when(agree).isSilent()
    set.at(planned.end).by(r1).when(agree).isRefused({ type: 'TimeNotAhead' })
    set.and(agreed).at(planned.end).by(r1).when(agree).isSilent()
    set.at(planned.start).by(r1).when(agree).emits({ type: 'ServiceTimeAgreed' })
    set
      .and(agreed)
      .by(b)
      .when({ type: 'HandBackOrder', ...round, ...why })
      .emits({ type: 'OrderHandedBack', serviceDueAt: plannedDayEnds })
    set
      .by(r1)
      .when({ ...agree, planned: june })
      .isRefused({ type: 'CommandNotAllowed', state: 'Accepted', field: 'planned' })
  })
})

describe('the last cleared seat', () => {
  const free = (volunteer: string) => ({ type: 'FreeSeat', ...round, volunteer, reason: 'withdrawn' }) as const
  const alone = given(...orderPasts.Scheduled).by(timer)
  const unfilled = (refillAt: string) => ({ type: 'ReopenUnfilled', ...round, refillAt }) as const

  it('O25: when it is lost, the order waits visibly at once, until 24 h before its start', () => {
    alone
      .at('2020-04-20T12:00:00.000Z')
      .when(free('a'))
      .emits({ type: 'SeatFreed' }, { type: 'LastSeatLost', teamId: 'B1', refillAt: '2020-04-21T01:00:00.000Z' })
  })
  it('O25: or until 2 h after the loss, where that is later', () => {
    alone
      .at('2020-04-22T00:30:00.000Z')
      .when(free('a'))
      .emits({ type: 'SeatFreed' }, { type: 'LastSeatLost', refillAt: '2020-04-22T02:30:00.000Z' })
  })
  it('O25: another cleared volunteer keeps the order as it is, one who is not cleared does not', () => {
    const two = [...orderPasts.Scheduled, seatTaken('b')] as const
    given(...two, seatCleared('b'))
      .by(timer)
      .when(free('a'))
      .emits({ type: 'SeatFreed' })
    given(...two)
      .by(timer)
      .when(free('a'))
      .emits({ type: 'SeatFreed' }, { type: 'LastSeatLost' })
    given(...two)
      .by(timer)
      .when(free('b'))
      .emits({ type: 'SeatFreed' })
  })
  it('O25: unfilled by then it is open again; a seat that is cleared meanwhile schedules it anew', () => {
    const lost = given(...orderPasts.Scheduled, makeEvent({ ...seatTaken('a'), type: 'SeatTaken' }), lastSeatLost)
    const { refillAt } = lastSeatLost
    lost.by(timer).at('2020-04-21T00:59:59.999Z').when(unfilled(refillAt)).isRefused({ type: 'NotYetDue' })
    lost
      .by(timer)
      .at(refillAt)
      .when(unfilled(refillAt))
      .emits({ type: 'OrderHandedBack', by: 'timer', reason: { code: 'no-volunteer-left', text: null }, refillAt })
    lost
      .and(seatTaken('b'))
      .by(timer)
      .when({ type: 'ClearSeat', ...round, volunteer: 'b' })
      .emits({ type: 'SeatCleared' }, { type: 'OrderScheduled' })
    lost.and(seatTaken('b'), seatCleared('b'), scheduled).by(timer).at(refillAt).when(unfilled(refillAt)).isSilent()
  })
  it('O25: a policy may leave the order with its team', () => {
    alone
      .knowing(changePolicy('2020-04-21', { orders: { refill: null } }))
      .when(free('a'))
      .emits({ type: 'SeatFreed' }, { type: 'LastSeatLost', refillAt: null })
  })
})

describe('a later due date (延期)', () => {
  const ask = { type: 'AskExtension', ...round, day: '2020-04-30', ...why } as const
  const answer = (grant: boolean) => ({ type: 'AnswerExtension', ...round, grant }) as const
  const lapse = { type: 'LapseExtension', ...round, answerBy: extensionAsked.answerBy } as const
  const { from, to } = extensionAsked
  const waiting = given(placed, extensionAsked)

  it('O27: the handler asks once a round, with a reason, for a later day', () => {
    given(placed)
      .at('2020-04-20T04:00:00.000Z')
      .by(clerkV1)
      .when(ask)
      .emits({ ...extensionAsked, type: 'ExtensionAsked', asker: units.V1, from, to })
    waiting.when(ask).isSilent()
    waiting.when({ ...ask, day: '2020-05-06' }).isRefused({ type: 'ExtensionAskedBefore', to })
    given(placed)
      .when({ ...ask, day: '2020-04-28' })
      .isRefused({ type: 'DayNotLater', dueAt: serviceDueAt })
    given(placed).at(serviceDueAt).when(ask).isRefused({ type: 'DayNotLater', dueAt: serviceDueAt })
    given(placed).by(b).when(ask).isRefused({ type: 'NotAuthorised' })
    given(placed).by(dispatcherT2).when(ask).isRefused({ type: 'OutsideJurisdiction' })
  })
  const granted = makeEvent({ type: 'ExtensionGranted', ...orderKeys, asker: units.V1, from, to, by: 'requester' })
  it('O27, O22: no office moves a granted day alone, with a time of the team or of its own', () => {
    const taken = given(placed, extensionAsked, granted, offered)
    taken
      .by(b)
      .at('2020-04-20T04:00:00.000Z')
      .when({ type: 'AcceptOffer', orderId: 'O1', offerId: offered.offerId, planned: june, risksSeen: true })
      .emits({ type: 'OrderAccepted', day: null })
    const openly = taken.and(acceptedOpenly)
    const set = { type: 'SetServiceTime', ...round, planned: june } as const
    for (const by of [b, clerkV1]) openly.by(by).when(set).emits({ type: 'ServiceTimeSet', day: null })
    openly.by(timer).at(to).when(due(to)).emits({ type: 'ServiceOverdue', dueAt: to }, { type: 'OrderHandedBack' })
  })
  it('O22, O27: the requester’s side may agree to another day since: then that is due', () => {
    const set = given(placed, offered, accepted, extensionAsked, granted)
    const agreed = makeEvent({
      type: 'ServiceTimeAgreed',
      ...orderKeys,
      by: 'requester',
      planned,
      day: { endsAt: plannedDayEnds, by: 'requester' },
    })
    const late = set.by(timer).at(plannedDayEnds)
    late.when(due(plannedDayEnds)).isRefused({ type: 'NotYetDue', dueAt: to })
    late
      .and(agreed)
      .when(due(plannedDayEnds))
      .emits({ type: 'ServiceOverdue', dueAt: plannedDayEnds }, { type: 'OrderHandedBack' })
  })
  it('O27: the requester’s side or the unit above grants it, not the handler and no proxy of the office', () => {
    for (const [by, as] of [
      [r1, 'requester'],
      [f1, 'contact'],
      [dispatcherT1, 'unit-above'],
      [dispatcherC, 'unit-above'],
    ] as const)
      waiting.by(by).when(answer(true)).emits({ type: 'ExtensionGranted', by: as, from, to })
    waiting.by(clerkV1).when(answer(true)).isRefused({ type: 'OutsideJurisdiction', unit: units.T1 })
    waiting.by(h1).when(answer(true)).isRefused({ type: 'NotAuthorised' })
    waiting.by(r1).when(answer(false)).emits({ type: 'ExtensionRefused', by: 'requester' })
    given(placed).by(r1).when(answer(true)).isRefused({ type: 'CommandNotAllowed' })
  })
  it('G7: who asked does not grant it, under any registration, also where that person waits for the service', () => {
    const byClerk = { ...clerkV1, unit: units.T1 }
    waiting.by(byClerk).when(answer(true)).isRefused({ type: 'AskedForIt', person: 'k1' })
    waiting
      .knowing(merged(['k1', 'p1']))
      .by(dispatcherT1)
      .when(answer(true))
      .isRefused({ type: 'AskedForIt', person: 'p1' })
    waiting
      .knowing(merged(['k1', 'f1']))
      .by(f1)
      .when(answer(true))
      .isRefused({ type: 'AskedForIt', person: 'f1' })
    waiting
      .knowing(merged(['k2', 'p1']))
      .by(dispatcherT1)
      .when(answer(true))
      .emits({ type: 'ExtensionGranted', by: 'unit-above' })
  })
  it('O27, O22: granted, the later date is due, and both are kept', () => {
    const granted = makeEvent({ type: 'ExtensionGranted', ...orderKeys, asker: units.V1, from, to, by: 'requester' })
    const due = { type: 'NoteServiceDue', ...round, dueAt: from } as const
    waiting.and(granted).by(timer).at(from).when(due).isRefused({ type: 'NotYetDue', dueAt: to })
    waiting.and(granted).by(r1).when(answer(true)).isSilent()
    waiting.and(granted).by(r1).when(answer(false)).isRefused({ type: 'CommandNotAllowed' })
  })
  it('O27: unanswered it is refused', () => {
    waiting.by(timer).at('2020-04-22T15:59:59.999Z').when(lapse).isRefused({ type: 'NotYetDue' })
    waiting.by(timer).at(extensionAsked.answerBy).when(lapse).emits({ type: 'ExtensionRefused', by: null })
    waiting.by(r1).at(extensionAsked.answerBy).when(answer(true)).isRefused({ type: 'CommandNotAllowed' })
  })
})
