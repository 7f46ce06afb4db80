import { describe, expect, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { orderPasts } from '../order/order.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import * as E from 'fp-ts/lib/Either.js'
import { decode, replay, type Typed } from '@zhiyuan/kernel'
import { scene, world } from '../../../fixtures/world.ts'
import { orderFold, type OrderEvent } from '../order/index.ts'
import { need, judgeStanding, type Standing } from './index.ts'
import { approved, needPasts, orderNoted, makeEvent, submitted, withdrawn, withOutcome } from './need.fixture.ts'

const given = stage(need, world, { ...scene, now: '2020-04-20T04:00:00.000Z', actor: people.r1 })
const withdraw = { type: 'WithdrawNeed', needId: 'N1', reason: 'not-needed' } as const
const { r1, r2, f1, h1, clerkV1, clerkV2 } = people
const replayOrder = (past: ReadonlyArray<Typed>) => replay(orderFold, past as ReadonlyArray<OrderEvent>)
const served = given(...needPasts.Approved, orderNoted)

describe('the orders of a need', () => {
  const note = { type: 'NoteNeedOrder', needId: 'N1', orderId: 'O1', placedAt: units.V1 } as const
  it('N6: are noted on it once', () => {
    given(...needPasts.Approved)
      .by(timer)
      .when(note)
      .emits({ type: 'NeedOrderNoted', orderId: 'O1', unwanted: null })
    served.by(timer).when(note).isSilent()
    given(...needPasts.Approved)
      .when(note)
      .isRefused({ type: 'OnlyAProcess' })
  })
  it('an order that came after the withdrawal is noted as unwanted', () => {
    given(...needPasts.Withdrawn)
      .by(timer)
      .when(note)
      .emits({ type: 'NeedOrderNoted', unwanted: 'need-withdrawn' })
  })
  it('N6: one more than a withdrawal can name is noted as unwanted', () => {
    const ids = Array.from({ length: 500 }, (_, index) => `N1-${index}`)
    const many = ids.map((orderId) => makeEvent({ ...orderNoted, orderId }))
    const full = given(...needPasts.Approved, ...many)
    given(...needPasts.Approved, ...many.slice(1))
      .by(timer)
      .when(note)
      .emits({ type: 'NeedOrderNoted', unwanted: null })
    full.by(timer).when(note).emits({ type: 'NeedOrderNoted', unwanted: 'need-full' })
    full
      .and(makeEvent({ ...orderNoted, unwanted: 'need-full' }))
      .when(withdraw)
      .emits({ type: 'NeedWithdrawn', orders: ids })
  })
  it.each<readonly [ReadonlyArray<keyof typeof orderPasts>, Standing]>([
    [[], 'approved'],
    [['Cancelled'], 'approved'],
    [['Aborted', 'Cancelled'], 'approved'],
    [['Open'], 'in-service'],
    [['Closed', 'Offered'], 'in-service'],
    [['Unmet', 'Scheduled'], 'in-service'],
    [['AwaitingReview'], 'in-service'],
    [['Unmet', 'Closed'], 'unmet'],
    [['Cancelled', 'Closed'], 'met'],
  ])('N6, O17: a need whose orders are %j stands as %s', (orders, standing) => {
    expect(judgeStanding(orders.map((order) => replayOrder(withOutcome(orderPasts[order], 'solved'))))).toBe(standing)
  })
})

describe('withdrawing a need', () => {
  it.each([
    ['requester', r1],
    ['contact', f1],
    ['grid-worker', h1],
  ] as const)('N10: by the %s, who is labelled', (by, person) => {
    served
      .by(person)
      .when(withdraw)
      .emits({ type: 'NeedWithdrawn', by, unitId: units.V1, orders: ['O1'] })
  })
  it('N15: with a reason, and whether the requester’s side or the office made it', () => {
    const proxied = (kind: string) =>
      given(makeEvent({ ...submitted, proxy: { person: 'h1', kind } }), approved, orderNoted).by(h1)
    for (const kind of ['grid-worker', 'information-officer', 'station-clerk', 'volunteer-visitor'] as const)
      proxied(kind).when(withdraw).emits({ type: 'NeedWithdrawn', by: kind, side: 'office', reason: 'not-needed' })
    proxied('family')
      .by({ ...h1, role: 'resident' })
      .when(withdraw)
      .emits({ type: 'NeedWithdrawn', by: 'family', side: 'requester' })
    served.by(clerkV1).when(withdraw).emits({ type: 'NeedWithdrawn', by: 'clerk', side: 'office' })
    for (const person of [r1, f1]) served.by(person).when(withdraw).emits({ type: 'NeedWithdrawn', side: 'requester' })
    expect(E.isLeft(decode(need.command)({ type: 'WithdrawNeed', needId: 'N1' }))).toBe(true)
  })
  it('N2: a clerk notes a withdrawal only after the approval: before it, an answer is owed', () => {
    served.by(clerkV1).when(withdraw).emits({ type: 'NeedWithdrawn', by: 'clerk' })
    served.by(clerkV2).when(withdraw).isRefused({ type: 'OutsideJurisdiction' })
    for (const past of [needPasts.Submitted, needPasts.InfoRequested])
      given(...past)
        .by(clerkV1)
        .when(withdraw)
        .isRefused({ type: 'NotAuthorised', command: 'WithdrawNeed' })
    served.by(r2).when(withdraw).isRefused({ type: 'NotAuthorised' })
  })
  it('N2: says whether the need had an answer', () => {
    given(...needPasts.Submitted)
      .when(withdraw)
      .emits({ type: 'NeedWithdrawn', unanswered: true, recordedAt: '2020-04-20T04:00:00.000Z' })
    given(...needPasts.InfoRequested)
      .when(withdraw)
      .emits({ type: 'NeedWithdrawn', unanswered: false })
    served.when(withdraw).emits({ type: 'NeedWithdrawn', unanswered: false })
  })
  it('is refused once it is met, and only then', () => {
    served
      .knowing({ 'order-O1': withOutcome(orderPasts.Closed, 'solved') })
      .when(withdraw)
      .isRefused({ type: 'NeedMet', orderId: 'O1' })
    served
      .and(makeEvent({ ...orderNoted, orderId: 'O2' }))
      .knowing({ 'order-O1': withOutcome(orderPasts.Closed, 'solved'), 'order-O2': orderPasts.Open })
      .when(withdraw)
      .emits({ type: 'NeedWithdrawn', orders: ['O1', 'O2'] })
    served.knowing({ 'order-O1': orderPasts.Unmet }).when(withdraw).emits({ type: 'NeedWithdrawn' })
  })
  it('an order may have any id', () => {
    for (const orderId of ['tree', '__proto__', 'constructor'])
      given(...needPasts.Approved, makeEvent({ ...orderNoted, orderId }))
        .knowing({ [`order-${orderId}`]: withOutcome(orderPasts.Closed, 'solved') })
        .when(withdraw)
        .isRefused({ type: 'NeedMet', orderId })
  })
  it('happens once', () => {
    given(...needPasts.Submitted, withdrawn)
      .when(withdraw)
      .isSilent()
  })
})
