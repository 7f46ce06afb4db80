/** An order whose need has another owner by a ruling, while a team is bound (O19). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { makeEvent, reason } from '../need/need.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import {
  accepted as bound,
  escalated,
  escalatedToCity,
  escalatesAt,
  offered,
  placed,
  needKnown,
  openedO1,
  orderPasts,
  planned,
  scheduled,
  serviceDueAt,
} from './order.fixture.ts'

const given = stage(
  order,
  { ...world, ...needKnown },
  { ...scene, now: '2020-04-21T01:00:00.000Z', actor: people.dispatcherT1 },
)
const { V1, V2 } = units
const { dispatcherC, dispatcherT1, dispatcherT2 } = people
const round = { orderId: 'O1', round: 1 }
const ruled = makeEvent({
  type: 'OrderMisrouted',
  ...openedO1,
  needId: 'N1',
  needOpened: '2020-04-20T01:00:00.000Z',
  from: V1,
  to: V2,
  reason: reason('misrouted'),
})
const follows = { type: 'OrderTransferred', from: V1, to: V2, escalatesAt } as const
const handBack = { type: 'HandBackOrder', ...round, reason: reason('x') } as const
const accepted = given(...orderPasts.Accepted, ruled)

describe('the handler of an order that was ruled to another owner', () => {
  it('O19: stays while a team is bound, and follows once it hands back: the new owner can act', () => {
    accepted.when(handBack).emits({ type: 'OrderHandedBack', handler: V1 }, follows)
    const back = makeEvent({
      type: 'OrderHandedBack',
      ...openedO1,
      round: 1,
      handler: V1,
      teamId: 'B1',
      by: 'handler',
      reason: reason('x'),
      seated: [],
      serviceDueAt,
      refillAt: null,
      escalatesAt,
    })
    const moved = makeEvent({
      ...openedO1,
      round: 1,
      reason: reason('misrouted'),
      serviceDueAt,
      policyVersion: 'TEST-1',
      ...follows,
    })
    const search = { type: 'OpenClaim', orderId: 'O1', offerId: 'o9' } as const
    accepted.and(back, moved).by(dispatcherT2).when(search).emits({ type: 'ClaimOpened', handler: V2 })
    accepted.and(back, moved).by(dispatcherT1).when(search).isRefused({ type: 'OutsideJurisdiction' })
    accepted.by(dispatcherT2).when(handBack).isRefused({ type: 'OutsideJurisdiction' })
  })
  it('O19: follows when the round is missed, or the due date hands it back', () => {
    given(...orderPasts.Scheduled, ruled)
      .by(timer)
      .at(scheduled.missedAt)
      .when({ type: 'MissOrder', ...round, missedAt: scheduled.missedAt })
      .emits({ type: 'OrderMissed' }, follows)
    accepted
      .by(timer)
      .at('2020-04-22T16:00:00.000Z')
      .when({ type: 'NoteServiceDue', ...round, dueAt: '2020-04-22T16:00:00.000Z' })
      .emits({ type: 'ServiceOverdue' }, { type: 'OrderHandedBack' }, follows)
  })
  it('O16, O19: a new owner that had the order already, and passed it up, does not get it twice', () => {
    const { C, T1 } = units
    const gotIt = { ...escalated, to: T1 }
    const taken = [offered, bound].map((event) => makeEvent({ ...event, handler: C }))
    given(placed, gotIt, makeEvent({ ...ruled, to: T1 }), makeEvent(escalatedToCity), ...taken)
      .by(dispatcherC)
      .when(handBack)
      .emits({ type: 'OrderHandedBack', handler: C })
  })
  it('O19: of an order without a ruling stays where it is', () => {
    given(...orderPasts.Accepted)
      .when(handBack)
      .emits({ type: 'OrderHandedBack' })
    given(...orderPasts.Scheduled)
      .by(timer)
      .at(planned.end.replace('03:00', '05:00'))
      .when({ type: 'MissOrder', ...round, missedAt: scheduled.missedAt })
      .emits({ type: 'OrderMissed' })
  })
})
