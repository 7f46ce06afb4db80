/** Since when a service is waited for, where the office placed orders and took them back (O16). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { approved, makeEvent, orderNoted, submitted } from '../need/need.fixture.ts'
import { people } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import { cancelled, orderPasts, place, placed, superviseAt } from './order.fixture.ts'

const now = '2020-04-24T02:20:00.000Z'
const given = stage(order, world, { ...scene, now, actor: people.clerkV1 })
const placeOrder = { ...place, type: 'PlaceOrder', orderId: 'O9' } as const
const noted = (...orders: ReadonlyArray<string>) => [
  submitted,
  approved,
  ...orders.map((orderId) => makeEvent({ ...orderNoted, orderId })),
]
const taken = (by: string, more: object = {}) => [makeEvent({ ...placed, ...more }), makeEvent({ ...cancelled, by })]
const anew = { type: 'OrderPlaced', superviseFrom: now, superviseAt: '2020-05-07T16:00:00.000Z' } as const
const goesOn = { type: 'OrderPlaced', superviseFrom: placed.recordedAt, superviseAt } as const

describe('an order that is placed after another one', () => {
  const after = (past: ReadonlyArray<object>) =>
    given()
      .knowing({ 'need-N1': noted('O1'), 'order-O1': past as never })
      .when(placeOrder)

  it('O16: which the office itself took back: supervision counts from that one', () => {
    for (const by of ['handler', 'office-proxy']) after(taken(by)).emits(goesOn)
  })
  it('O16: and so on from the first of several', () => {
    const second = taken('handler', { recordedAt: '2020-04-22T02:20:00.000Z', superviseFrom: placed.recordedAt })
    given()
      .knowing({ 'need-N1': noted('O1', 'O2'), 'order-O1': taken('handler'), 'order-O2': second })
      .when(placeOrder)
      .emits(goesOn)
  })
  it('O16: which the requester cancelled, which was served, or which was for another kind: it counts anew', () => {
    for (const by of ['requester', 'contact', 'need-withdrawn']) after(taken(by)).emits(anew)
    after(orderPasts.Closed).emits(anew)
    after(taken('handler', { specialty: 'medical-fitness' })).emits(anew)
    given()
      .knowing({ 'need-N1': [submitted, approved] })
      .when(placeOrder)
      .emits(anew)
  })
})
