/** No need falls out of the world: the clock of the missing order, and what the orders came to (N12). */
import { describe, it } from 'vitest'
import type { Typed } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { cancelled, orderPasts, unmet } from '../order/order.fixture.ts'
import { need } from './index.ts'
import {
  approved,
  makeEvent,
  needKeys,
  orderDueAt,
  orderNoted,
  reason,
  submitted,
  withOutcome,
} from './need.fixture.ts'

const { V1, T1, C } = units
const { clerkV1, r1 } = people
const given = stage(need, world, { ...scene, now: '2020-04-22T05:00:00.000Z', actor: timer })
const waiting = given(submitted, approved)
const served = given(submitted, approved, orderNoted)
const noteOverdue = { type: 'NoteOrderOverdue', needId: 'N1', dueAt: orderDueAt } as const
const check = { type: 'CheckStanding', needId: 'N1' } as const
const overdue = makeEvent({
  type: 'OrderOverdue',
  ...needKeys,
  listedAt: T1,
  byAssessor: false,
  dueAt: orderDueAt,
  setFor: orderDueAt,
})
const awaited = makeEvent({
  type: 'OrderAwaited',
  ...needKeys,
  awaitedFrom: '2020-04-22T05:00:00.000Z',
  orderDueAt: '2020-04-26T16:00:00.000Z',
  assumed: false,
  policyVersion: 'TEST-1',
})
const refer = { type: 'ReferNeed', needId: 'N1', receiver: '12345', reason: reason('municipal') } as const
const noteOrder = { type: 'NoteNeedOrder', needId: 'N1', orderId: 'O2', placedAt: V1 } as const

describe('an approved need without an order', () => {
  it('N12: is told to the unit above when the 3 working days have ended, and not before', () => {
    waiting.at('2020-04-23T15:59:59.999Z').when(noteOverdue).isRefused({ type: 'NotYetDue', dueAt: orderDueAt })
    waiting
      .at(orderDueAt)
      .when(noteOverdue)
      .emits({ type: 'OrderOverdue', unitId: V1, listedAt: T1, byAssessor: false, dueAt: orderDueAt })
    waiting.and(overdue).at('2020-04-24T00:00:00.000Z').when(noteOverdue).isSilent()
  })
  it('N12: at the top it is its assessor’s', () => {
    given(makeEvent({ ...submitted, unitId: C }), makeEvent({ ...approved, unitId: C }))
      .at(orderDueAt)
      .when(noteOverdue)
      .emits({ type: 'OrderOverdue', unitId: C, listedAt: C, byAssessor: true })
  })
  it('N12: an order in time stops the clock, and one too late takes the need off the list', () => {
    served.at(orderDueAt).when(noteOverdue).isSilent()
    waiting.and(overdue).when(noteOrder).emits({ type: 'NeedOrderNoted' }, { type: 'NeedUnlisted', listedAt: T1 })
  })
  it('N12: may be referred, and then is off the list', () => {
    waiting.by(clerkV1).when(refer).emits({ type: 'NeedReferred', receiver: '12345' })
    waiting.and(overdue).by(clerkV1).when(refer).emits({ type: 'NeedReferred' }, { type: 'NeedUnlisted', listedAt: T1 })
    const withdraw = { type: 'WithdrawNeed', needId: 'N1', reason: 'not-needed' } as const
    waiting.and(overdue).by(r1).when(withdraw).emits({ type: 'NeedWithdrawn' }, { type: 'NeedUnlisted', listedAt: T1 })
  })
  it('N12: is referred only while no order serves it, and none has', () => {
    const at = (past: ReadonlyArray<Typed>) => served.knowing({ 'order-O1': past }).by(clerkV1).when(refer)
    at(orderPasts.Open).isRefused({ type: 'ReferralTooLate', standing: 'in-service' })
    at(orderPasts.Unmet).isRefused({ type: 'ReferralTooLate', standing: 'unmet' })
    at(withOutcome(orderPasts.Closed, 'solved')).isRefused({ type: 'ReferralTooLate', standing: 'met' })
    at(orderPasts.Cancelled).emits({ type: 'NeedReferred' })
    at(withOutcome(orderPasts.Closed, 'not-solved')).emits({ type: 'NeedReferred' })
  })
  it('N12: an order placed while it was referred is noted as unwanted', () => {
    given(submitted, approved, makeEvent({ ...refer, type: 'NeedReferred', ...needKeys, minutesToAnswer: 60 }))
      .when(noteOrder)
      .emits({ type: 'NeedOrderNoted', unwanted: 'need-referred' })
  })
  it('N12: has no clock where the policy has no such term', () => {
    const untimed = given(submitted).knowing(changePolicy('2020-04-21', { needs: { orderDue: null } }))
    const approve = { type: 'ApproveNeed', needId: 'N1', serviceClass: 'individual', risks: null } as const
    untimed.by(clerkV1).when(approve).emits({ type: 'NeedApproved', orderDueAt: null, policyVersion: 'TEST-2' })
  })
})

describe('a need whose orders have ended', () => {
  const ended = (past: ReadonlyArray<Typed>) => served.knowing({ 'order-O1': past }).when(check)
  it.each([
    ['cancelled', orderPasts.Cancelled],
    ['aborted', orderPasts.Aborted],
    ['closed not-solved', withOutcome(orderPasts.Closed, 'not-solved')],
  ] as const)('N12: %s: waits for an order again, with a new clock', (_how, past) => {
    ended(past).emits({ type: 'OrderAwaited', orderDueAt: '2020-04-26T16:00:00.000Z', policyVersion: 'TEST-1' })
  })
  it('N12: taken back by the office itself: the clock of the missing order runs on, and may have ended', () => {
    for (const by of ['handler', 'office-proxy'])
      ended([...orderPasts.Open, makeEvent({ ...cancelled, by })]).emits({
        type: 'OrderAwaited',
        awaitedFrom: approved.approvedAt,
        orderDueAt,
      })
    const back = { ...awaited, awaitedFrom: approved.approvedAt, orderDueAt }
    served
      .and(makeEvent(back))
      .at('2020-05-04T00:00:00.000Z')
      .when(noteOverdue)
      .emits({ type: 'OrderOverdue', listedAt: T1 })
  })
  it('N12: one that the office took back and one that the requester cancelled: it runs anew', () => {
    const second = makeEvent({ ...orderNoted, orderId: 'O2' })
    served
      .and(second)
      .knowing({
        'order-O1': [...orderPasts.Open, makeEvent({ ...cancelled, by: 'handler' })],
        'order-O2': orderPasts.Cancelled,
      })
      .when(check)
      .emits({ type: 'OrderAwaited', orderDueAt: '2020-04-26T16:00:00.000Z' })
  })
  it('N12: the new clock runs as the first one did', () => {
    const again = served.and(awaited)
    again.at('2020-04-26T16:00:00.000Z').when(noteOverdue).isSilent()
    again
      .at('2020-04-26T16:00:00.000Z')
      .when({ ...noteOverdue, dueAt: '2020-04-26T16:00:00.000Z' })
      .emits({ type: 'OrderOverdue', listedAt: T1 })
  })
  it('N12, O17: unmet is told with its reason, and listed at the city until a team is found', () => {
    ended(orderPasts.Unmet).emits({
      type: 'StandingNoted',
      standing: 'unmet',
      requester: 'r1',
      reason: unmet.reason,
      listedAt: C,
    })
    const listed = served.and(
      makeEvent({
        type: 'StandingNoted',
        ...needKeys,
        standing: 'unmet',
        requester: 'r1',
        reason: unmet.reason,
        listedAt: C,
      }),
    )
    listed.knowing({ 'order-O1': orderPasts.Unmet }).when(check).isSilent()
    listed.when(noteOrder).emits({ type: 'NeedOrderNoted' }, { type: 'NeedUnlisted', listedAt: C })
  })
  it('N12: a service that was not unsolved meets it, and a reopening serves it again', () => {
    const solved = withOutcome(orderPasts.Closed, 'unreviewed')
    ended(solved).emits({ type: 'StandingNoted', standing: 'met', listedAt: null })
    served
      .and(awaited, overdue)
      .knowing({ 'order-O1': solved })
      .when(check)
      .emits({ type: 'StandingNoted', standing: 'met' }, { type: 'NeedUnlisted', listedAt: T1 })
    served
      .and(awaited)
      .knowing({ 'order-O1': orderPasts.InProgress })
      .when(check)
      .emits({ type: 'StandingNoted', standing: 'in-service' })
  })
  it('N12: nothing changes while an order is live, or for a need that is not approved', () => {
    ended(orderPasts.Scheduled).isSilent()
    given(submitted).when(check).isSilent()
    served.by(clerkV1).when(check).isRefused({ type: 'OnlyAProcess' })
  })
  it('N12: an order served later in the same specialty makes up for the unmet one', () => {
    const later = withOutcome(orderPasts.Closed, 'solved').map((event) =>
      makeEvent({
        ...event,
        orderId: 'O2',
        ...(event.type === 'OrderPlaced' ? { recordedAt: '2020-04-22T04:00:00.000Z' } : {}),
      }),
    )
    const both = given(submitted, approved, orderNoted, makeEvent({ ...orderNoted, orderId: 'O2' }))
    const known = { 'order-O1': orderPasts.Unmet }
    both
      .knowing({ ...known, 'order-O2': later })
      .when(check)
      .emits({ type: 'StandingNoted', standing: 'met' })
    const other = later.map((event) =>
      event.type === 'OrderPlaced' ? makeEvent({ ...event, specialty: 'legal' }) : event,
    )
    both
      .knowing({ ...known, 'order-O2': other })
      .when(check)
      .emits({ type: 'StandingNoted', standing: 'unmet' })
  })
})
