import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { noRisk, makeEvent } from '../need/need.fixture.ts'
import { people, timer } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { order } from './index.ts'
import {
  accepted,
  acceptedOpenly,
  closed,
  handedBack,
  needKnown,
  offered,
  orderPasts,
  placed,
  planned,
  reported,
  reviewed,
  scheduled,
  seatCleared,
  seatTaken,
  orderKeys,
  underWay,
  openedO1,
} from './order.fixture.ts'

const given = stage(order, { ...world, ...needKnown }, { ...scene, now: '2020-04-20T07:45:00.000Z', actor: people.a })
const { a, b, c, e, g, dispatcherT1, dispatcherT2, clerkV1 } = people
const bound = [placed, offered, accepted]
const full = [...bound, seatTaken('a'), seatTaken('b')]
const take = { type: 'TakeSeat', orderId: 'O1', round: 1, risksSeen: true } as const
const clear = { type: 'ClearSeat', orderId: 'O1', round: 1, volunteer: 'a' } as const
const free = { type: 'FreeSeat', orderId: 'O1', round: 1, volunteer: 'a', reason: 'withdrawn' } as const
const freed = makeEvent({ ...orderKeys, type: 'SeatFreed', volunteer: 'a', reason: 'withdrawn' })
const change = { type: 'ChangeSeats', orderId: 'O1', seats: 1 } as const
const registered = makeEvent({ ...world['volunteer-a']?.[0], type: 'VolunteerRegistered' })

describe('taking a seat', () => {
  it('A1, A10: row 11: each member binds herself, and no one else', () => {
    given(...bound)
      .when(take)
      .emits({ type: 'SeatTaken', volunteer: 'a', teamId: 'B1', owner: placed.owner, planned, risksSeen: true })
    given(...bound, seatTaken('a'))
      .by(b)
      .when(take)
      .emits({ type: 'SeatTaken', volunteer: 'b' })
    given(...bound)
      .by(timer)
      .when(take)
      .isRefused({ type: 'NotAuthorised', command: 'TakeSeat' })
  })
  it('O11: row 11: is refused when the order is full', () => {
    given(...full)
      .by(e)
      .when(take)
      .isRefused({ type: 'OrderFull', seats: 2 })
    given(...full)
      .by(a)
      .when(take)
      .isSilent()
    given(...full, freed)
      .by(e)
      .when(take)
      .emits({ type: 'SeatTaken', volunteer: 'e' })
  })
  it('A1: no one has a seat before a team is bound', () => {
    for (const state of ['Open', 'Offered', 'Claimable'] as const)
      given(...orderPasts[state])
        .when(take)
        .isRefused({ type: 'CommandNotAllowed', state, command: 'TakeSeat' })
    given(...bound)
      .when({ ...take, round: 2 })
      .isRefused({ type: 'CommandNotAllowed', state: 'Accepted' })
    given(...bound, seatTaken('a'))
      .when({ ...take, round: 2 })
      .isRefused({ type: 'CommandNotAllowed', state: 'Accepted' })
  })
  it('A10: seats are for members of the team that accepted', () => {
    given(...bound)
      .by(c)
      .when(take)
      .isRefused({ type: 'NotATeamMember', person: 'c', teamId: 'B1' })
    const left = [
      ...(world['team-B1'] ?? []),
      makeEvent({ type: 'MemberLeft', teamId: 'B1', person: 'a', leftAt: '2020-04-19T01:00:00.000Z' }),
    ]
    given(...bound)
      .knowing({ 'team-B1': left })
      .when(take)
      .isRefused({ type: 'NotATeamMember', person: 'a' })
    const gone = [...(world['team-B1'] ?? []), makeEvent({ type: 'TeamDisbanded', teamId: 'B1' })]
    given(...bound)
      .knowing({ 'team-B1': gone })
      .when(take)
      .isRefused({ type: 'NotATeamMember', person: 'a' })
  })
  it('A6: under 18 is refused until guardianship is built', () => {
    for (const ageBand of ['under-14', '14-to-17'])
      given(...bound)
        .knowing({ 'volunteer-a': [makeEvent({ ...registered, ageBand })] })
        .when(take)
        .isRefused({ type: 'UnderAge', person: 'a' })
  })
  it('A1, G2: a person who is no registered volunteer, or was merged into another, takes none', () => {
    given(...bound)
      .knowing({ 'volunteer-a': [] })
      .when(take)
      .isRefused({ type: 'NotAVolunteer', person: 'a' })
    given(...bound)
      .knowing({ 'volunteer-a': [registered], ...merged(['a', 'b']) })
      .when(take)
      .isRefused({ type: 'NotAVolunteer', person: 'a' })
  })
  it('N3: known risks are seen first', () => {
    given(...bound)
      .when({ ...take, risksSeen: false })
      .isRefused({ type: 'RisksNotSeen' })
    given(makeEvent({ ...placed, risks: noRisk }), offered, accepted)
      .when({ ...take, risksSeen: false })
      .emits({ type: 'SeatTaken' })
  })
  it('A8: a seat given up with notice may be taken again while one is free', () => {
    given(...full, freed)
      .when(take)
      .emits({ type: 'SeatTaken', volunteer: 'a' })
    given(...full, freed, seatTaken('e'))
      .when(take)
      .isRefused({ type: 'OrderFull' })
  })
  it('A14: no seat is taken after the planned end; up to it one is', () => {
    given(...bound)
      .at(planned.end)
      .when(take)
      .emits({ type: 'SeatTaken' })
    given(...bound)
      .at('2020-04-22T03:00:00.001Z')
      .when(take)
      .isRefused({ type: 'PlannedEndPassed', plannedEnd: planned.end })
  })
  it('A8: a volunteer who was absent takes no seat again while the same team is bound; after a hand-back she may', () => {
    const absent = { ...freed, reason: 'absent' }
    given(...full, makeEvent(absent))
      .when(take)
      .isRefused({ type: 'SeatGivenUp', person: 'a' })
    given(
      ...full,
      makeEvent(absent),
      handedBack,
      makeEvent({ ...offered, offerId: 'o2' }),
      makeEvent({ ...accepted, offerId: 'o2' }),
    )
      .when(take)
      .emits({ type: 'SeatTaken', volunteer: 'a' })
  })
})

describe('clearing and freeing seats', () => {
  it('A10: row 11: the first cleared seat of an order with a time schedules it', () => {
    given(...full)
      .by(timer)
      .when(clear)
      .emits(
        { type: 'SeatCleared', volunteer: 'a' },
        { type: 'OrderScheduled', planned, missedAt: '2020-04-22T05:00:00.000Z', policyVersion: 'TEST-1' },
      )
    given(...full, seatCleared('a'), scheduled)
      .by(timer)
      .when({ ...clear, volunteer: 'b' })
      .emits({ type: 'SeatCleared', volunteer: 'b' })
  })
  it('A10: row 22: one seat of two is enough; without a time it waits', () => {
    given(...bound, seatTaken('a'))
      .by(timer)
      .when(clear)
      .emits({ type: 'SeatCleared' }, { type: 'OrderScheduled' })
    given(placed, offered, acceptedOpenly, seatTaken('a')).by(timer).when(clear).emits({ type: 'SeatCleared' })
  })
  it('A1: clearing is a no-op for a volunteer without a seat or already cleared; a person clears no one', () => {
    given(...bound)
      .by(timer)
      .when(clear)
      .isSilent()
    given(...orderPasts.Scheduled)
      .by(timer)
      .when(clear)
      .isSilent()
    given(...full)
      .by(timer)
      .when({ ...clear, round: 2 })
      .isSilent()
    given(...full)
      .by(clerkV1)
      .when(clear)
      .isRefused({ type: 'OnlyAProcess', command: 'ClearSeat' })
    given(...full)
      .by(clerkV1)
      .when(free)
      .isRefused({ type: 'OnlyAProcess', command: 'FreeSeat' })
  })
  it('G5: the policy in force at the scheduling says when an order is missed, not that of the planned day', () => {
    const { missedAt } = scheduled
    given(...full)
      .by(timer)
      .knowing(changePolicy('2020-04-22', { orders: { missedCheckOut: { hours: 1 } } }))
      .when(clear)
      .emits({ type: 'SeatCleared' }, { type: 'OrderScheduled', missedAt, policyVersion: 'TEST-1' })
  })
  it('G5: a policy has to say when an order is missed', () => {
    given(...full)
      .by(timer)
      .knowing({ 'policy-131081': [] })
      .when(clear)
      .isRefused({ type: 'PolicyMissing' })
  })
  it('O11: another volunteer may take a freed seat', () => {
    given(...full)
      .by(timer)
      .when(free)
      .emits({ type: 'SeatFreed', volunteer: 'a', reason: 'withdrawn' })
    given(...full, freed)
      .by(timer)
      .when(free)
      .isSilent()
  })
  it('A8: a seat is freed until the round has ended, also after the service was reported', () => {
    for (const state of ['Accepted', 'InProgress', 'AwaitingReview'] as const)
      given(...orderPasts[state])
        .by(timer)
        .when(free)
        .emits({ type: 'SeatFreed', volunteer: 'a' })
  })
  it('the seats of an ended round are history', () => {
    const cancelled = makeEvent({ ...orderPasts.Cancelled[1], type: 'OrderCancelled', seated: ['a', 'b'] })
    for (const past of [[...full, cancelled], [...underWay, reported, reviewed, closed], [...orderPasts.Aborted]]) {
      given(...past)
        .by(timer)
        .when(clear)
        .isSilent()
      given(...past)
        .by(timer)
        .when(free)
        .isSilent()
    }
  })
})

describe('changing the number of seats', () => {
  it('O11: is never below the seats taken', () => {
    given(...full)
      .by(dispatcherT1)
      .when(change)
      .isRefused({ type: 'SeatsTaken', taken: 2 })
    given(...full, freed)
      .by(dispatcherT1)
      .when(change)
      .emits({ type: 'SeatsChanged', seats: 1 })
  })
  it('O11: may equal the seats taken', () => {
    given(...full, makeEvent({ type: 'SeatsChanged', ...openedO1, seats: 3 }))
      .by(dispatcherT1)
      .when({ ...change, seats: 2 })
      .emits({ type: 'SeatsChanged', seats: 2 })
  })
  it('O11: raised, the order takes one more; lowered, it is full', () => {
    const three = makeEvent({ type: 'SeatsChanged', ...openedO1, seats: 3 })
    given(...full, three)
      .by(e)
      .when(take)
      .emits({ type: 'SeatTaken', volunteer: 'e' })
    given(...bound, seatTaken('b'), makeEvent({ type: 'SeatsChanged', ...openedO1, seats: 1 }))
      .when(take)
      .isRefused({ type: 'OrderFull', seats: 1 })
  })
  it('G4: is done by the handler and those above it', () => {
    given(placed).by(clerkV1).when(change).emits({ type: 'SeatsChanged' })
    given(placed).by(dispatcherT2).when(change).isRefused({ type: 'OutsideJurisdiction' })
    given(placed).by(g).when(change).isRefused({ type: 'NotAuthorised' })
    given(...underWay)
      .by(clerkV1)
      .when(change)
      .isRefused({ type: 'CommandNotAllowed', state: 'InProgress' })
  })
})
