import { describe, expect, it } from 'vitest'
import { replay } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { reason, makeEvent } from '../need/need.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { order, orderFold, type OrderEvent } from './index.ts'
import {
  accepted,
  claimOpened,
  closed,
  escalated,
  escalatedToCity,
  expired,
  handedBack,
  needKnown,
  offered,
  orderPasts,
  placed,
  placedAtCity,
  reopened,
  returned,
  transferred,
} from './order.fixture.ts'

const given = stage(
  order,
  { ...world, ...needKnown },
  { ...scene, now: '2020-04-21T01:00:00.000Z', actor: people.dispatcherT1 },
)
const { C, T1, V1, T2, V2 } = units
const { dispatcherT1, dispatcherT2, dispatcherC, r1 } = people
const why = { reason: reason('no-team-able') }
const round = { orderId: 'O1', round: 1 }
const escalate = { type: 'EscalateOrder', ...round, from: V1, ...why } as const
const overdue = { type: 'EscalateOverdue', ...round, from: V1 } as const
const giveBack = { type: 'ReturnOrder', ...round, from: T1, ...why } as const
const transfer = { type: 'TransferOrder', ...round, from: V1, to: V2, ...why } as const
const endUnmet = { type: 'EndUnmet', orderId: 'O1', ...why } as const
const due = '2020-04-22T02:20:00.000Z'
const atT1 = [placed, escalated]
const tree = (...events: ReadonlyArray<object>) => ({
  'units-131081': [...(world['units-131081'] ?? []), ...events] as never,
})
const readOwner = (...events: ReadonlyArray<object>) => {
  const state = replay(orderFold, events as ReadonlyArray<OrderEvent>)
  return state.type === 'None' ? null : [state.owner, state.handler]
}

describe('seeking support one level up', () => {
  it('O4, O16, C26: row 29: happens by itself 48 h after the opening; the lower unit stays its owner', () => {
    given(placed).by(timer).at('2020-04-22T02:19:59.999Z').when(overdue).isRefused({ type: 'NotYetDue', dueAt: due })
    given(placed)
      .by(timer)
      .at(due)
      .when(overdue)
      .emits({ type: 'OrderEscalated', from: V1, to: T1, automatic: true, escalatesAt: '2020-04-24T02:20:00.000Z' })
    expect(readOwner(placed, escalated)).toEqual([V1, T1])
  })
  it('O4, C15, C26, C27: row 30: happens by hand, exactly one level at a time, up to the city', () => {
    given(placed).when(escalate).emits({ type: 'OrderEscalated', from: V1, to: T1, automatic: false })
    given(...atT1)
      .when({ ...escalate, from: T1 })
      .emits({ type: 'OrderEscalated', from: T1, to: C, escalatesAt: null })
    given(placed).by(dispatcherT2).when(escalate).isRefused({ type: 'OutsideJurisdiction' })
    given(placed).by(r1).when(escalate).isRefused({ type: 'NotAuthorised' })
  })
  it('O5: row 30: the city level does not escalate, by hand or by itself', () => {
    const fromCity = { ...escalate, from: C }
    given(...atT1, escalatedToCity)
      .by(dispatcherC)
      .when(fromCity)
      .isRefused({ type: 'TopLevelCannotEscalate', unit: C })
    given(placedAtCity).by(dispatcherC).when(fromCity).isRefused({ type: 'TopLevelCannotEscalate', unit: C })
    given(placedAtCity)
      .by(timer)
      .at('2021-01-01T00:00:00.000Z')
      .when({ ...overdue, from: C })
      .isSilent()
  })
  it('O16: while offered, the offer is recalled and the order escalated in one decision', () => {
    given(placed, makeEvent({ ...offered, expiresAt: '2020-04-22T06:00:00.000Z' }))
      .by(timer)
      .at(due)
      .when(overdue)
      .emits({ type: 'OfferRecalled', offerId: 'o1', teamId: 'B1' }, { type: 'OrderEscalated', to: T1 })
    given(placed, claimOpened)
      .by(timer)
      .at(due)
      .when(overdue)
      .emits({ type: 'ClaimRecalled', offerId: 'o1' }, { type: 'OrderEscalated', to: T1 })
  })
  it('O16: a new offer does not restart the 48 h, and neither does a hand-back', () => {
    const handBack = { type: 'HandBackOrder', ...round, ...why } as const
    given(placed, offered, expired, makeEvent({ ...offered, offerId: 'o2' }))
      .by(timer)
      .at('2020-04-21T09:00:00.000Z')
      .when({ type: 'ExpireOffer', orderId: 'O1', offerId: 'o2' })
      .emits({ type: 'OfferExpired', escalatesAt: due })
    given(placed, offered, accepted).when(handBack).emits({ type: 'OrderHandedBack', escalatesAt: due })
    given(placed, offered, accepted, handedBack)
      .by(timer)
      .at(due)
      .when(overdue)
      .emits({ type: 'OrderEscalated', to: T1 })
  })
  it('O16: a new handler or round starts them again: the old timer is a no-op, or fires again at the new end', () => {
    given(...atT1)
      .by(timer)
      .at(due)
      .when(overdue)
      .isSilent()
    given(...orderPasts.Closed, reopened)
      .by(timer)
      .at(due)
      .when(overdue)
      .isSilent()
    const back = makeEvent({ ...returned, escalatesAt: '2020-04-24T01:00:00.000Z' })
    given(...atT1, back)
      .by(timer)
      .at(due)
      .when(overdue)
      .isRefused({ type: 'NotYetDue', dueAt: '2020-04-24T01:00:00.000Z' })
  })
  it('O4: an accepted or ended order does not escalate', () => {
    for (const state of ['Accepted', 'Scheduled', 'InProgress', 'AwaitingReview', 'Closed', 'Cancelled'] as const) {
      given(...orderPasts[state])
        .by(timer)
        .at(due)
        .when(overdue)
        .isSilent()
      given(...orderPasts[state])
        .when(escalate)
        .isRefused({ type: 'CommandNotAllowed', state, command: 'EscalateOrder' })
    }
    given(placed).at(due).when(overdue).isRefused({ type: 'OnlyAProcess' })
  })
  it('O4: sent twice, it goes up once', () => {
    given(...atT1)
      .when(escalate)
      .isSilent()
    given(...orderPasts.Closed, reopened, makeEvent({ ...escalated, round: 2 }))
      .when(escalate)
      .isRefused({ type: 'CommandNotAllowed', state: 'Open' })
  })
  it('O4: a unit that moved under the order: support is sought from its present parent', () => {
    given(placed)
      .knowing(tree({ type: 'UnitMoved', unitId: V1, parent: T2 }))
      .by(timer)
      .at(due)
      .when(overdue)
      .emits({ type: 'OrderEscalated', from: V1, to: T2 })
  })
})

describe('returning and transferring', () => {
  it('O19: an order goes back to the unit that escalated it, once, with a reason', () => {
    given(...atT1)
      .when(giveBack)
      .emits({ type: 'OrderReturned', from: T1, to: V1, reason: why.reason, escalatesAt: escalated.escalatesAt })
    expect(readOwner(...atT1, returned)).toEqual([V1, V1])
    given(...atT1, returned)
      .when(giveBack)
      .isSilent()
    given(...atT1, returned)
      .when({ ...giveBack, round: 2 })
      .isRefused({ type: 'CommandNotAllowed', state: 'Open' })
    given(...atT1, returned, escalated)
      .when(giveBack)
      .isRefused({ type: 'CannotReturn', because: 'returned-before' })
    given(makeEvent({ ...placed, owner: T1 }))
      .when(giveBack)
      .isRefused({ type: 'CannotReturn', because: 'never-escalated' })
    given(...atT1)
      .by(dispatcherT2)
      .when(giveBack)
      .isRefused({ type: 'OutsideJurisdiction' })
  })
  it('O19, O16: once a round: a later one returns anew, but not to the unit that had escalated it in an earlier one', () => {
    const again = makeEvent({ ...reopened, handler: T1, escalatesAt: '2020-04-28T01:00:00.000Z' })
    const second = [...atT1, returned, escalated, closed, again]
    given(...second)
      .when({ ...giveBack, round: 2 })
      .isRefused({ type: 'CannotReturn', because: 'never-escalated' })
    const toCity = makeEvent({ ...escalated, round: 2, from: T1, to: C })
    given(...second, toCity)
      .by(dispatcherC)
      .when({ ...giveBack, from: C, round: 2 })
      .emits({ type: 'OrderReturned', from: C, to: T1, round: 2 })
  })
  it('O19: a transferred order cannot be returned to the unit that escalated it elsewhere', () => {
    const moved = makeEvent({ ...transferred, from: T1, to: 'V1b' })
    given(...atT1, moved)
      .knowing(tree({ type: 'UnitOpened', unitId: 'V1b', level: 'village', parent: T1, name: 'V1b', code: null }))
      .when({ ...giveBack, from: 'V1b' })
      .isRefused({ type: 'CannotReturn', because: 'never-escalated' })
  })
  it('G1: nothing is returned to a unit that is closing', () => {
    given(...atT1)
      .knowing(tree({ type: 'UnitClosingBegan', unitId: V1 }))
      .when(giveBack)
      .isRefused({ type: 'TargetUnfit', unit: V1 })
  })
  it('O19: a transfer goes sideways or down within the own area; the owner stays', () => {
    given(placed)
      .by(dispatcherC)
      .when(transfer)
      .emits({ type: 'OrderTransferred', from: V1, to: V2, escalatesAt: placed.escalatesAt })
    expect(readOwner(placed, transferred)).toEqual([V1, V2])
    given(placed).by(dispatcherT1).when(transfer).isRefused({ type: 'TargetUnfit', unit: V2 })
    given(placed).by(dispatcherT2).when(transfer).isRefused({ type: 'OutsideJurisdiction' })
  })
  it('O4, O19: upwards is seeking support, and that goes one level at a time', () => {
    for (const to of [T1, C])
      given(placed)
        .by(dispatcherC)
        .when({ ...transfer, to })
        .isRefused({ type: 'TargetUnfit', unit: to })
  })
  it('G1: a process moves an order that slipped in at a closing unit to its parent, and an open offer is recalled', () => {
    const closing = tree({ type: 'UnitClosingBegan', unitId: V1 })
    const toParent = { ...transfer, to: T1 }
    given(placed).knowing(closing).by(timer).when(toParent).emits({ type: 'OrderTransferred', from: V1, to: T1 })
    given(placed, offered)
      .knowing(closing)
      .by(timer)
      .when(toParent)
      .emits({ type: 'OfferRecalled' }, { type: 'OrderTransferred', to: T1 })
    for (const state of ['Accepted', 'InProgress', 'Closed', 'Cancelled'] as const)
      given(...orderPasts[state])
        .knowing(closing)
        .by(timer)
        .when(toParent)
        .isSilent()
    given(placed, escalated).knowing(closing).by(timer).when(toParent).isSilent()
    given(placed, offered).by(dispatcherC).when(transfer).isRefused({ type: 'CommandNotAllowed', state: 'Offered' })
  })
})

describe('ending unmet', () => {
  it('O5, O17: only the city ends an order unmet, with a reason: neither closed nor solved', () => {
    given(...atT1, escalatedToCity)
      .by(dispatcherC)
      .when(endUnmet)
      .emits({ type: 'OrderUnmet', handler: C, reason: why.reason })
    given(...orderPasts.Unmet)
      .by(r1)
      .when({ type: 'ReopenOrder', ...round, ...why })
      .isRefused({ type: 'CommandNotAllowed', state: 'Unmet' })
  })
  it('O5: no level below does, under any role', () => {
    given(placed).when(endUnmet).isRefused({ type: 'NotAtTheTop', handler: V1 })
    given(placed).by(dispatcherC).when(endUnmet).isRefused({ type: 'NotAtTheTop', handler: V1 })
    given(...atT1)
      .when(endUnmet)
      .isRefused({ type: 'NotAtTheTop', handler: T1 })
    given(...atT1, escalatedToCity)
      .when(endUnmet)
      .isRefused({ type: 'OutsideJurisdiction', unit: C })
  })
})
