import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { approved, needPasts, orderNoted, submitted, makeEvent } from '../need/need.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import { needKnown, orderPasts, place, placed, planned, serviceDueAt, openedO1 } from './order.fixture.ts'

const now = '2020-04-20T02:20:00.000Z'
const given = stage(order, { ...world, ...needKnown }, { ...scene, now, actor: people.clerkV1 })
const { a, h1, r1, f1, clerkV1, clerkV2, dispatcherT1 } = people
const { V1, T1 } = units
const placeOrder = { ...place, type: 'PlaceOrder' } as const

describe('placing an order', () => {
  it('O1, O4, O22: row 4: belongs to its need, and its timers start', () => {
    given()
      .when({ ...placeOrder, planned })
      .emits({
        type: 'OrderPlaced',
        needId: 'N1',
        needOpened: submitted.recordedAt,
        owner: V1,
        requester: 'r1',
        contact: 'f1',
        proxy: 'h1',
        serviceClass: 'special-group',
        seats: 2,
        planned,
        escalatesAt: '2020-04-22T02:20:00.000Z',
        serviceDueFrom: approved.approvedAt,
        serviceDueAt,
        assumed: false,
        policyVersion: 'TEST-1',
      })
  })
  it.each(['None', 'Submitted', 'Rejected', 'Referred', 'Merged', 'Withdrawn', 'Lapsed'] as const)(
    'O1, N8: none without an approved need: %s',
    (state) => {
      given()
        .knowing({ 'need-N1': needPasts[state] })
        .when(placeOrder)
        .isRefused({ type: 'NeedNotApproved', needId: 'N1' })
    },
  )
  it('C15, C21, G4: residents ask (点单), or the clerk of their unit or above for them, and no one else', () => {
    for (const by of [r1, f1, h1, clerkV1, { ...clerkV1, unit: T1 }])
      given().by(by).when(placeOrder).emits({ type: 'OrderPlaced' })
    given().by(a).when(placeOrder).isRefused({ type: 'NotAuthorised' })
    given().by(dispatcherT1).when(placeOrder).isRefused({ type: 'NotAuthorised', command: 'PlaceOrder' })
    given().by(clerkV2).when(placeOrder).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
    given().by(timer).when(placeOrder).isRefused({ type: 'NotAuthorised' })
  })
  it('C05, O26: asks for a specialty that exists, so that a team can be found for it, and a twin', () => {
    const misspelt = { ...placeOrder, specialty: 'hardship-releif' }
    const unknown = { type: 'UnknownSpecialty', specialty: 'hardship-releif' } as const
    given().when(misspelt).isRefused(unknown)
    given()
      .when({ ...misspelt, type: 'PlaceIntendedOrder', intended: { code: 'more-hands', text: null } })
      .isRefused(unknown)
    const local = given().knowing(changePolicy('2020-04-01', { teams: { specialties: ['local-opera'] } }))
    local.when({ ...placeOrder, specialty: 'local-opera' }).emits({ type: 'OrderPlaced', specialty: 'local-opera' })
    given()
      .when({ ...placeOrder, specialty: 'local-opera' })
      .isRefused({ type: 'UnknownSpecialty', specialty: 'local-opera' })
  })
  it('N6: no more orders of one need than its withdrawal can name', () => {
    const noted = (orders: number) =>
      Array.from({ length: orders }, (_, index) => makeEvent({ ...orderNoted, orderId: `N1-${index}` }))
    const needed = (orders: number) =>
      given().knowing({ 'need-N1': [...(needKnown['need-N1'] ?? []), ...noted(orders)] })
    needed(99).when(placeOrder).emits({ type: 'OrderPlaced' })
    needed(100).when(placeOrder).isRefused({ type: 'TooManyOrders', needId: 'N1', most: 100 })
  })
  it('G1: a closing unit takes no new orders', () => {
    const closing = [...(world['units-131081'] ?? []), makeEvent({ type: 'UnitClosingBegan', unitId: V1 })]
    given().knowing({ 'units-131081': closing }).when(placeOrder).isRefused({ type: 'UnitNotOpen', unit: V1 })
  })
  it('a time lies ahead, and ends after it starts', () => {
    const { start, end } = planned
    for (const time of [
      { start: end, end: start },
      { start, end: start },
      { start: now, end },
    ])
      given()
        .when({ ...placeOrder, planned: time })
        .isRefused({ type: 'TimeNotAhead' })
  })
  it('H6, A9: a time is no longer than the policy of its day allows, a day by default', () => {
    const { start } = planned
    const aDay = { start, end: '2020-04-23T01:00:00.000Z' }
    given()
      .when({ ...placeOrder, planned: aDay })
      .emits({ type: 'OrderPlaced', planned: aDay })
    given()
      .when({ ...placeOrder, planned: { start, end: '2020-04-23T01:00:00.001Z' } })
      .isRefused({ type: 'PlannedTooLong', most: 1440 })
    given()
      .knowing(changePolicy('2020-04-22', { orders: { longestPlanned: 60 } }))
      .when({ ...placeOrder, planned })
      .isRefused({ type: 'PlannedTooLong', most: 60 })
  })
  it('G5: the due date runs by the policy in force at the approval, the 48 h by that of the opening', () => {
    const byTest2 = { escalatesAt: '2020-04-21T03:20:00.000Z', policyVersion: 'TEST-2' }
    given()
      .knowing(changePolicy('2020-04-21', { orders: { serviceDue: { workingDays: 1 }, escalation: { hours: 1 } } }))
      .at('2020-04-21T02:20:00.000Z')
      .when(placeOrder)
      .emits({ type: 'OrderPlaced', serviceDueAt, serviceDuePolicy: 'TEST-1', ...byTest2 })
  })
  it('G5: without a policy there are no terms', () => {
    given().knowing({ 'policy-131081': [] }).when(placeOrder).isRefused({ type: 'PolicyMissing', day: '2020-04-20' })
  })
  it('is recognised as a repeat by its content in every state, also when it is already offered', () => {
    for (const past of [orderPasts.Open, orderPasts.Offered, orderPasts.InProgress, orderPasts.Closed]) {
      given(...past)
        .when(placeOrder)
        .isSilent()
      given(...past)
        .when({ ...placeOrder, seats: 3 })
        .isRefused({ type: 'SameIdOtherContent', id: 'O1' })
    }
    given(placed, makeEvent({ type: 'SeatsChanged', ...openedO1, seats: 3 }))
      .when(placeOrder)
      .isSilent()
  })
})
