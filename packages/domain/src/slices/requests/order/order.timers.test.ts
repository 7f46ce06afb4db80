import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { reason, makeEvent } from '../need/need.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import { escalated, needKnown, offered, orderPasts, placed, ranking } from './order.fixture.ts'

const given = stage(
  order,
  { ...world, ...needKnown },
  { ...scene, now: '2020-04-21T01:00:00.000Z', actor: people.dispatcherT1 },
)
const { T1, V1, V2 } = units
const { clerkV1, dispatcherC } = people
const why = { reason: reason('no-team-able') }
const round = { orderId: 'O1', round: 1 }
const escalate = { type: 'EscalateOrder', ...round, from: V1, ...why } as const
const overdue = { type: 'EscalateOverdue', ...round, from: V1 } as const
const giveBack = { type: 'ReturnOrder', ...round, from: T1, ...why } as const
const transfer = { type: 'TransferOrder', ...round, from: V1, to: V2, ...why } as const
const offer = { orderId: 'O1', offerId: 'o1' }
const dispatch = { type: 'DispatchOrder', ...offer, teamId: 'B1', ranking, override: null } as const
const listing = { type: 'OpenClaim', ...offer } as const
const due = placed.escalatesAt

describe('clocks over a change of policy', () => {
  it('G5: an offer made the evening before a new policy keeps its hours and says by which; one made later has the new ones', () => {
    const changed = given(placed).knowing(
      changePolicy('2020-04-21', { orders: { offer: { hours: 1 }, claim: { hours: 2 } } }),
    )
    const evening = changed.at('2020-04-20T15:00:00.000Z')
    const byTest1 = { expiresAt: '2020-04-20T19:00:00.000Z', policyVersion: 'TEST-1' }
    evening.when(dispatch).emits({ type: 'OrderOffered', ...byTest1 })
    evening.when(listing).emits({ type: 'ClaimOpened', lapsesAt: '2020-04-21T15:00:00.000Z', policyVersion: 'TEST-1' })
    const open = changed.and(makeEvent({ ...offered, ...byTest1 })).by(timer)
    const expire = { type: 'ExpireOffer', orderId: 'O1', offerId: 'o1' } as const
    open.at('2020-04-20T18:59:59.999Z').when(expire).isRefused({ type: 'NotYetDue', dueAt: byTest1.expiresAt })
    open.at(byTest1.expiresAt).when(expire).emits({ type: 'OfferExpired' })
    const morning = changed.at('2020-04-20T16:00:00.000Z')
    morning
      .when(dispatch)
      .emits({ type: 'OrderOffered', expiresAt: '2020-04-20T17:00:00.000Z', policyVersion: 'TEST-2' })
    morning.when(listing).emits({ type: 'ClaimOpened', lapsesAt: '2020-04-20T18:00:00.000Z', policyVersion: 'TEST-2' })
  })
  it('G5: a policy that changes while the 48 h run does not move their end', () => {
    const hurried = given(placed)
      .knowing(changePolicy('2020-04-21', { orders: { escalation: { hours: 1 } } }))
      .by(timer)
    hurried.when(overdue).isRefused({ type: 'NotYetDue', dueAt: due })
    hurried
      .at(due)
      .when(overdue)
      .emits({ type: 'OrderEscalated', escalatesAt: '2020-04-22T03:20:00.000Z', policyVersion: 'TEST-2' })
  })
  it('G5, O16: the hours of a higher level run by the policy of that day; a return, a transfer and the queue keep them', () => {
    const hurried = changePolicy('2020-04-21', { orders: { escalation: { hours: 1 } } })
    const clock = { escalatesAt: '2020-04-21T02:00:00.000Z', policyVersion: 'TEST-2' }
    given(placed)
      .knowing(hurried)
      .by(clerkV1)
      .when(escalate)
      .emits({ type: 'OrderEscalated', ...clock })
    given(placed, escalated)
      .knowing(hurried)
      .when(giveBack)
      .emits({ type: 'OrderReturned', escalatesAt: escalated.escalatesAt, policyVersion: 'TEST-1' })
    given(placed)
      .knowing(hurried)
      .by(dispatcherC)
      .when(transfer)
      .emits({ type: 'OrderTransferred', escalatesAt: placed.escalatesAt, policyVersion: 'TEST-1' })
    given(...orderPasts.Accepted)
      .knowing(hurried)
      .when({ type: 'HandBackOrder', ...round, ...why })
      .emits({ type: 'OrderHandedBack', escalatesAt: placed.escalatesAt })
  })
})
