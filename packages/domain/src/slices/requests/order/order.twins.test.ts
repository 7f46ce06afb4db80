import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { reason, makeEvent } from '../need/need.fixture.ts'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import { cancelled, needKnown, openedO1, place, placed, planned } from './order.fixture.ts'
import { twinKnown, twinsNoted } from './order.twins.fixture.ts'

const given = stage(
  order,
  { ...world, ...needKnown, ...twinKnown },
  { ...scene, now: '2020-04-20T02:20:00.000Z', actor: people.clerkV1 },
)
const order2 = { ...place, type: 'PlaceOrder', orderId: 'O2' } as const
const other = (...events: ReadonlyArray<object>) => ({ 'order-O9': events as never })
const afternoon = { start: planned.end, end: '2020-04-22T05:00:00.000Z' }
const o9 = { ...placed, orderId: 'O9' }

describe('two orders that are alike', () => {
  it('O26: a second live order of the need with the same specialty and time is refused', () => {
    given().when(order2).isRefused({ type: 'TwinOrder', orderId: 'O9' })
    given()
      .when({ ...order2, planned })
      .isRefused({ type: 'TwinOrder', orderId: 'O9' })
  })
  it('O26: unless it is meant, with a reason', () => {
    given()
      .when({ ...order2, type: 'PlaceIntendedOrder', intended: reason('two-rooms') })
      .emits({ type: 'OrderPlaced', orderId: 'O2', intended: { code: 'two-rooms', text: null } })
  })
  it('O26: another specialty, another time, and an order that has ended are no twins', () => {
    given()
      .when({ ...order2, specialty: 'medical-fitness' })
      .emits({ type: 'OrderPlaced' })
    given()
      .knowing(other({ ...o9, planned: afternoon }))
      .when({ ...order2, planned })
      .emits({ type: 'OrderPlaced', intended: null })
    given()
      .knowing(other(o9, { ...cancelled, orderId: 'O9' }))
      .when(order2)
      .emits({ type: 'OrderPlaced' })
  })
})

describe('orders that have become alike', () => {
  const check = { type: 'CheckTwins', orderId: 'O1' } as const
  const meantO9 = { type: 'TwinMeant', ...openedO1, orderId: 'O9', reason: reason('two-rooms') }
  const keep = { type: 'KeepTwin', orderId: 'O1', reason: reason('two-rooms') } as const

  it('O26: are marked, once, by a process', () => {
    given(placed)
      .by(timer)
      .when(check)
      .emits({ type: 'TwinsNoted', twins: ['O9'], before: [], owner: placed.owner })
    given(placed, twinsNoted).by(timer).when(check).isSilent()
    given(placed).when(check).isRefused({ type: 'OnlyAProcess' })
  })
  it('O26: are unmarked when one has ended or is meant', () => {
    given(placed, twinsNoted)
      .knowing(other(o9, { ...cancelled, orderId: 'O9' }))
      .by(timer)
      .when(check)
      .emits({ type: 'TwinsNoted', twins: [], before: ['O9'] })
    given(placed, twinsNoted)
      .knowing(other(o9, { ...twinsNoted, orderId: 'O9', twins: ['O1'] }, meantO9))
      .by(timer)
      .when(check)
      .emits({ type: 'TwinsNoted', twins: [] })
    given(placed)
      .knowing(other({ ...o9, intended: reason('two-rooms') }))
      .by(timer)
      .when(check)
      .isSilent()
  })
  it('O26: a reason covers the orders that it was given for, and none that came or changed later', () => {
    given(makeEvent({ ...placed, intended: reason('two-rooms') }))
      .by(timer)
      .when(check)
      .emits({ type: 'TwinsNoted', twins: ['O9'] })
    given(placed)
      .knowing(other(o9, { ...twinsNoted, orderId: 'O9', twins: ['O3'] }, meantO9))
      .by(timer)
      .when(check)
      .emits({ type: 'TwinsNoted', twins: ['O9'] })
    const meant = makeEvent({ ...meantO9, orderId: 'O1' })
    given(placed, twinsNoted, meant).when(keep).isSilent()
    given(placed, twinsNoted, meant, makeEvent({ ...twinsNoted, twins: ['O3'], before: ['O9'] }))
      .when(keep)
      .emits({ type: 'TwinMeant' })
  })
  it('O26: the owner may say that both are meant', () => {
    given(placed, twinsNoted).when(keep).emits({ type: 'TwinMeant' })
    given(placed).when(keep).isRefused({ type: 'CommandNotAllowed' })
    given(placed, twinsNoted).by(people.clerkV2).when(keep).isRefused({ type: 'OutsideJurisdiction' })
  })
})
