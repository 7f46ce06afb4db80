/** What comes to an order from its need, or from the requester's side: a new owner, an abort, an urging. */
import { describe, expect, it } from 'vitest'
import { replay, type Typed } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { makeEvent, reason } from '../need/need.fixture.ts'
import { orderFold, order, type OrderEvent } from './index.ts'
import {
  aborted,
  escalated,
  misrouted,
  needKnown,
  offered,
  orderKeys,
  orderPasts,
  placed,
  transferred,
} from './order.fixture.ts'

const { V1, T1, V2 } = units
const { r1, r2, f1, h1, clerkV1, clerkV2 } = people
const given = stage(order, { ...world, ...needKnown }, { ...scene, now: '2020-04-20T04:00:00.000Z', actor: clerkV1 })
const why = { reason: reason('no-team-able') }

describe('the owner of an order', () => {
  const follow = { type: 'FollowOwner', orderId: 'O1', to: V2, ...why } as const
  const byProcess = (...past: ReadonlyArray<Typed>) => given(...past.map((event) => makeEvent({ ...event }))).by(timer)
  const readUnits = (...events: ReadonlyArray<object>) => {
    const state = replay(orderFold, events as ReadonlyArray<OrderEvent>)
    return state.type === 'None' ? null : { owner: state.owner, handler: state.handler }
  }

  it('O19: follows the need, and the handler too where nothing is accepted yet; the 48 h run on', () => {
    byProcess(placed)
      .when(follow)
      .emits(
        { ...misrouted, type: 'OrderMisrouted' },
        { type: 'OrderTransferred', from: V1, to: V2, escalatesAt: placed.escalatesAt },
      )
    byProcess(placed, escalated)
      .when(follow)
      .emits(
        { type: 'OrderMisrouted' },
        { type: 'OrderTransferred', from: T1, to: V2, escalatesAt: escalated.escalatesAt },
      )
    expect(readUnits(placed, misrouted, transferred)).toEqual({ owner: V2, handler: V2 })
  })
  it('O19: an open offer is recalled', () => {
    byProcess(placed, offered)
      .when(follow)
      .emits({ type: 'OrderMisrouted' }, { type: 'OfferRecalled' }, { type: 'OrderTransferred', to: V2 })
  })
  it.each(['Accepted', 'Scheduled', 'InProgress', 'AwaitingReview'] as const)(
    'O19: in %s the handler stays until the next round',
    (state) => {
      byProcess(...orderPasts[state])
        .when(follow)
        .emits({ type: 'OrderMisrouted', from: V1, to: V2 })
    },
  )
  it('O19: the next round begins at the new owner', () => {
    byProcess(...orderPasts.Closed)
      .when(follow)
      .emits({ type: 'OrderMisrouted' })
    given(...orderPasts.Closed, misrouted)
      .by(r1)
      .at('2020-04-24T00:30:00.000Z')
      .when({ type: 'ReopenOrder', orderId: 'O1', round: 1, ...why })
      .emits({ type: 'OrderReopened', round: 2, handler: V2 })
    given(...orderPasts.Closed)
      .by(r1)
      .at('2020-04-24T00:30:00.000Z')
      .when({ type: 'ReopenOrder', orderId: 'O1', round: 1, ...why })
      .emits({ type: 'OrderReopened', round: 2, handler: V1 })
  })
  it('O19: is moved once, by a process only', () => {
    byProcess(placed, misrouted, transferred).when(follow).isSilent()
    given(placed).when(follow).isRefused({ type: 'OnlyAProcess' })
  })
})

describe('an order under way whose need is gone', () => {
  const ask = { type: 'AskAbort', orderId: 'O1', reason: reason('need-withdrawn') } as const
  const asked = makeEvent({ type: 'AbortAsked', ...orderKeys, reason: ask.reason })
  it('O28: is to be aborted by its handler, and no other order is', () => {
    given(...orderPasts.InProgress)
      .by(timer)
      .when(ask)
      .emits({ type: 'AbortAsked', handler: V1, reason: ask.reason })
    for (const state of ['Open', 'Scheduled', 'AwaitingReview', 'Closed', 'Cancelled'] as const)
      given(...orderPasts[state])
        .by(timer)
        .when(ask)
        .isSilent()
    given(...orderPasts.InProgress, asked)
      .by(timer)
      .when(ask)
      .isSilent()
    given(...orderPasts.InProgress, asked)
      .when({ type: 'AbortOrder', orderId: 'O1', round: 1, reason: aborted.reason })
      .emits({ type: 'OrderAborted' })
  })
})

describe('urging an order', () => {
  const urge = { type: 'UrgeOrder', orderId: 'O1' } as const
  const urged = (urgedAt: string) => makeEvent({ type: 'OrderUrged', ...orderKeys, by: 'r1', urgedAt })
  const duplicate = { type: 'DuplicateNoted', needId: 'N1', opened: placed.needOpened, duplicate: 'N2' }
  it('N13: is for requester and contact, also of a need merged into its need', () => {
    for (const person of [r1, f1]) given(placed).by(person).when(urge).emits({ type: 'OrderUrged', by: person.person })
    for (const person of [h1, r2, clerkV1, clerkV2])
      given(placed).by(person).when(urge).isRefused({ type: 'NotAuthorised' })
    given(placed)
      .knowing({
        'need-N1': [
          ...(needKnown['need-N1'] ?? []),
          makeEvent({ ...duplicate, requester: 'r2', contact: null, proxy: null }),
        ],
      })
      .by(r2)
      .when(urge)
      .emits({ type: 'OrderUrged', by: 'r2', handler: V1 })
  })
  it('N13: is a fact once a local day, of each who may urge', () => {
    // Midnight in Beijing is at 16:00Z.
    const once = given(placed, urged('2020-04-20T04:00:00.000Z')).by(r1)
    once.at('2020-04-20T15:59:59.999Z').when(urge).isRefused({ type: 'UrgedToday', most: 1 })
    once.at('2020-04-20T16:00:00.000Z').when(urge).emits({ type: 'OrderUrged', by: 'r1' })
    once.at('2020-04-20T15:59:59.999Z').by(f1).when(urge).emits({ type: 'OrderUrged', by: 'f1' })
  })
  it('N13, G2: once a day of one human, under any registration', () => {
    given(placed, urged('2020-04-20T04:00:00.000Z'))
      .knowing(merged(['r1', 'e']))
      .by(people.e)
      .at('2020-04-20T15:59:59.999Z')
      .when(urge)
      .isRefused({ type: 'UrgedToday' })
  })
  it('N13: ends with the report of the service', () => {
    for (const state of ['Accepted', 'Scheduled', 'InProgress'] as const)
      given(...orderPasts[state])
        .by(r1)
        .when(urge)
        .emits({ type: 'OrderUrged' })
    for (const state of ['AwaitingReview', 'Closed', 'Cancelled'] as const)
      given(...orderPasts[state])
        .by(r1)
        .when(urge)
        .isRefused({ type: 'CommandNotAllowed', state })
  })
})

describe('people of a need that was merged into the order’s', () => {
  const duplicate = { type: 'DuplicateNoted', needId: 'N1', opened: placed.needOpened, duplicate: 'N2' }
  const merged = {
    'need-N1': [
      ...(needKnown['need-N1'] ?? []),
      makeEvent({ ...duplicate, requester: 'r2', contact: null, proxy: { person: 'h1', kind: 'family' } }),
    ],
  }
  const review = {
    type: 'ReviewOrder',
    orderId: 'O1',
    round: 1,
    rating: 2,
    verdict: 'not-solved',
    comment: null,
  } as const
  const waiting = given(...orderPasts.AwaitingReview)
    .knowing(merged)
    .at('2020-04-22T08:00:00.000Z')
  it('N5: rate the own part beside the outcome, once, and close nothing', () => {
    waiting.by(r2).when(review).emits({ type: 'PartReviewed', part: 'N2', reviewer: 'r2', as: 'requester' })
    given(...orderPasts.Closed)
      .knowing(merged)
      .at('2020-04-22T11:00:00.000Z')
      .by(r2)
      .when(review)
      .emits({ type: 'PartReviewed', rating: 2, verdict: 'not-solved' })
    const once = waiting.and(
      makeEvent({
        type: 'PartReviewed',
        ...orderKeys,
        part: 'N2',
        reviewer: 'r2',
        as: 'requester',
        rating: 2,
        verdict: 'not-solved',
        comment: null,
      }),
    )
    once.by(r2).when(review).isSilent()
    once
      .by(r2)
      .when({ ...review, rating: 5 })
      .isRefused({ type: 'ReviewedAlready', as: 'requester' })
    once
      .by(r1)
      .when({ ...review, rating: 5, verdict: 'solved' })
      .emits({ type: 'OrderReviewed' }, { type: 'OrderClosed', outcome: 'solved' })
  })
  it('N5: reopen the order; a stranger does not', () => {
    const reopen = { type: 'ReopenOrder', orderId: 'O1', round: 1, ...why } as const
    const closedOrder = given(...orderPasts.Closed)
      .at('2020-04-24T00:30:00.000Z')
      .by(r2)
    closedOrder.knowing(merged).when(reopen).emits({ type: 'OrderReopened', round: 2 })
    closedOrder.when(reopen).isRefused({ type: 'NotAuthorised' })
    waiting.by(people.e).when(review).isRefused({ type: 'NotAReviewer' })
  })
})

describe('the order of a need that moved', () => {
  it('O19: is placed with the owner of now', () => {
    const moved = {
      'need-N1': [
        ...(needKnown['need-N1'] ?? []),
        makeEvent({
          type: 'NeedMisrouted',
          needId: 'N1',
          opened: placed.needOpened,
          from: V1,
          to: V2,
          ...why,
          pending: null,
          survivor: null,
          orders: [],
          duplicates: [],
        }),
      ],
    }
    const place = {
      type: 'PlaceOrder',
      orderId: 'O1',
      needId: 'N1',
      specialty: 'legal',
      seats: 1,
      planned: null,
    } as const
    given().knowing(moved).by(clerkV2).when(place).emits({ type: 'OrderPlaced', owner: V2 })
    given().knowing(moved).by(clerkV1).when(place).isRefused({ type: 'OutsideJurisdiction', unit: V2 })
  })
})
