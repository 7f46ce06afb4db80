/** A round that two teams served: members and leaders of both review alike, and either may be the owner's own (O9, O24, A15). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { approved, makeEvent, reason, submitted } from '../need/need.fixture.ts'
import { order } from './index.ts'
import {
  accepted,
  closed,
  missed,
  needKnown,
  offered,
  orderKeys,
  orderPasts,
  planned,
  reopened,
  reported,
  scheduled,
  seatCleared,
  seatTaken,
  started,
} from './order.fixture.ts'

const given = stage(order, { ...world, ...needKnown }, { ...scene, now: '2020-04-22T10:00:00.000Z', actor: people.r1 })
const { b, c, d, e, f1, r1, clerkV1, dispatcherT1 } = people
const review = { type: 'ReviewOrder', orderId: 'O1', round: 1, rating: 5, verdict: 'solved', comment: null } as const
const followUp = { type: 'FollowUpOrder', orderId: 'O1', round: 1, verdict: 'solved', comment: null } as const

/** B1 of V1 was missed, and B2 of V2 accepted. */
const ofB2 = { offerId: 'o2', teamId: 'B2', bodyId: units.V2 }
const second = [makeEvent({ ...offered, offerId: 'o2', teamId: 'B2' }), makeEvent({ ...accepted, ...ofB2 })]
const doubled = { ...orderKeys, type: 'ServiceDoubled', volunteer: 'a', at: planned.start, teamId: 'B1', late: false }
const firstCancelled = { ...orderKeys, type: 'FirstServiceCancelled', teamId: 'B1', reason: reason('one-is-enough') }
const bySecond = [
  seatTaken('d'),
  seatCleared('d'),
  scheduled,
  makeEvent({ ...started, volunteer: 'd' }),
  makeEvent({ ...reported, teamId: 'B2', seated: ['d'] }),
]
const past = [...orderPasts.Scheduled, missed, ...second]
const both = [...past, makeEvent(doubled), ...bySecond]
const takenOn = {
  ...{ ...orderKeys, type: 'RoundTakenOn', volunteer: 'a', at: planned.start, planned, seated: ['a'], late: false },
  ...{ teamId: 'B1', bodyId: units.V1 },
}
const askedFor = (contact: string, requester = 'r1') => ({
  'need-N1': [makeEvent({ ...submitted, contact, requester }), approved],
})
const isInTeam = (person: string, teamId: string) => ({ type: 'ReviewerInTeam', person, teamId }) as const

describe('a round that two teams served', () => {
  const served = given(...both)

  it('O9, A15: neither the leader nor a member of either team reviews as the contact', () => {
    for (const [by, teamId] of [
      [b, 'B1'],
      [e, 'B1'],
      [c, 'B2'],
    ] as const)
      served.knowing(askedFor(by.person)).by(by).when(review).isRefused(isInTeam(by.person, teamId))
  })
  it('O9, A15: nor as the requester the leader; a member does, labelled', () => {
    served.knowing(askedFor('f1', 'b')).by(b).when(review).isRefused(isInTeam('b', 'B1'))
    served
      .knowing(askedFor('f1', 'e'))
      .by(e)
      .when(review)
      .emits({ type: 'OrderReviewed', as: 'requester', ownTeam: true }, { type: 'OrderClosed' })
  })
  it('O9: who is in neither reviews, and who served for either does not', () => {
    for (const by of [r1, f1])
      served.by(by).when(review).emits({ type: 'OrderReviewed', ownTeam: false }, { type: 'OrderClosed' })
    for (const by of [people.a, d])
      served.knowing(askedFor(by.person)).by(by).when(review).isRefused({ type: 'ReviewerIsPerformer' })
  })
  it('O9, A15: also where the first service was cancelled, whose minutes stay valid, and once a further round began', () => {
    const cancelled = [...past, makeEvent(doubled), makeEvent(firstCancelled), ...bySecond]
    const ended = makeEvent({ ...closed, outcome: 'unreviewed' })
    for (const events of [cancelled, [...both, ended], [...both, ended, makeEvent(reopened)]])
      given(...events)
        .knowing(askedFor('b'))
        .by(b)
        .when(review)
        .isRefused(isInTeam('b', 'B1'))
  })
  it('O9: a team that was missed and did not serve is none of them', () => {
    const alone = given(...past, ...bySecond)
    alone
      .knowing(askedFor('b'))
      .by(b)
      .when(review)
      .emits({ type: 'OrderReviewed', as: 'contact' }, { type: 'OrderClosed' })
  })
  it('O24, G8: where either is the owner’s own, the unit above follows up', () => {
    served.by(clerkV1).when(followUp).isRefused({ type: 'NotTheUnitAbove', person: 'k1', ruler: units.T1 })
    served.by(dispatcherT1).when(followUp).emits({ type: 'OrderFollowedUp' }, { type: 'OrderClosed' })
    given(...past, ...bySecond)
      .by(clerkV1)
      .when(followUp)
      .emits({ type: 'OrderFollowedUp' }, { type: 'OrderClosed' })
  })
})

describe('a round that was missed and taken on', () => {
  it('O9, A15: the leader of the team that served it does not review it, and the requester does', () => {
    const again = given(...orderPasts.Scheduled, missed, makeEvent(takenOn), makeEvent(reported))
    again.knowing(askedFor('b')).by(b).when(review).isRefused(isInTeam('b', 'B1'))
    again.by(r1).when(review).emits({ type: 'OrderReviewed', ownTeam: false }, { type: 'OrderClosed' })
  })
})
