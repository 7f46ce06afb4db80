import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { approved, reason, submitted, textRef, makeEvent } from '../need/need.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { order } from './index.ts'
import {
  accepted,
  closed,
  escalated,
  needKnown,
  offered,
  orderPasts,
  placed,
  reopened,
  reported,
  scheduled,
  seatCleared,
  seatTaken,
  started,
  orderKeys,
} from './order.fixture.ts'

const given = stage(order, { ...world, ...needKnown }, { ...scene, now: '2020-04-22T10:00:00.000Z', actor: people.f1 })
const { a, c, f1, h1, r1, r2, clerkV1, clerkV2, assessor, dispatcherT1 } = people
const waiting = given(...orderPasts.AwaitingReview)
const round = { orderId: 'O1', round: 1 }
const review = { type: 'ReviewOrder', ...round, rating: 2, verdict: 'not-solved', comment: null } as const
const followUp = { type: 'FollowUpOrder', ...round, verdict: 'partly', comment: null } as const
const lapse = { type: 'LapseReview', ...round } as const
const reopen = { type: 'ReopenOrder', ...round, reason: reason('not-solved') } as const
/** The requester is r1; here x has a seat, under any registration. */
const giveServed = (volunteer: string, requester = 'r1') =>
  given(
    makeEvent({ ...placed, requester }),
    offered,
    accepted,
    seatTaken(volunteer),
    seatCleared(volunteer),
    scheduled,
    started,
    makeEvent({ ...reported, seated: [volunteer] }),
  )

const asFamily = { 'need-N1': [makeEvent({ ...submitted, proxy: { person: 'h1', kind: 'family' } }), approved] }

/** The team of the order belongs to another unit than its owner. */
const servedByNeighbours = waiting.knowing({
  'team-B1': (world['team-B1'] ?? []).map((event) =>
    event.type === 'TeamFounded' ? makeEvent({ ...event, type: 'TeamFounded', unitId: units.V2 }) : event,
  ),
})

describe('reviewing', () => {
  it('O9: row 17: a performer does not review', () => {
    waiting.by(a).when(review).isRefused({ type: 'ReviewerIsPerformer', person: 'a' })
    giveServed('a', 'a').by(a).when(review).isRefused({ type: 'ReviewerIsPerformer', person: 'a' })
  })
  it('N10, O7, O9: row 18: the named contact may, and is labelled; closed is not solved', () => {
    waiting.when({ ...review, comment: textRef('c001') }).emits(
      {
        type: 'OrderReviewed',
        reviewer: 'f1',
        as: 'contact',
        rating: 2,
        comment: textRef('c001'),
        seated: ['a', 'b'],
      },
      { type: 'OrderClosed', outcome: 'not-solved', reopenableUntil: '2020-05-07T10:00:00.000Z' },
    )
  })
  it.each([
    ['requester', r1],
    ['contact', f1],
    ['proxy', { ...h1, role: 'resident' }],
  ] as const)('O9: the review of a %s says so', (as, by) => {
    waiting.knowing(asFamily).by(by).when(review).emits({ type: 'OrderReviewed', as }, { type: 'OrderClosed' })
  })
  it('O9: no one else reviews', () => {
    for (const by of [r2, c, clerkV1])
      waiting.by(by).when(review).isRefused({ type: 'NotAReviewer', person: by.person })
    waiting.by(timer).when(review).isRefused({ type: 'NotAuthorised' })
  })
  it.each(['solved', 'partly', 'not-solved'] as const)('O7: row 26: the verdict %s is the outcome', (verdict) => {
    waiting
      .when({ ...review, verdict })
      .emits({ type: 'OrderReviewed', verdict }, { type: 'OrderClosed', outcome: verdict })
  })
  it('O9, G2: a performer under another registration is the same person, no matter which one was merged into the other', () => {
    giveServed('a')
      .knowing(merged(['r1', 'a']))
      .by(r1)
      .when(review)
      .isRefused({ type: 'ReviewerIsPerformer', person: 'r1' })
    giveServed('a')
      .knowing(merged(['a', 'r1']))
      .by(r1)
      .when(review)
      .isRefused({ type: 'ReviewerIsPerformer', person: 'r1' })
    giveServed('a')
      .knowing(merged(['a', 'b'], ['r1', 'b']))
      .by(r1)
      .when(review)
      .isRefused({ type: 'ReviewerIsPerformer' })
    giveServed('a')
      .knowing(merged(['a', 'b'], ['r1', 'c']))
      .by(r1)
      .when(review)
      .emits({ type: 'OrderReviewed' }, { type: 'OrderClosed' })
  })
  it('O9, G2: nor under a registration that was merged into theirs through a third one', () => {
    giveServed('a')
      .knowing(merged(['a', 'b'], ['b', 'r1']))
      .by(r1)
      .when(review)
      .isRefused({ type: 'ReviewerIsPerformer', person: 'r1' })
  })
  it('O9: a person who served in an earlier round does not review a later one', () => {
    const round2 = <E extends Parameters<typeof makeEvent>[0]>(event: E) => makeEvent({ ...event, round: 2 })
    const again = giveServed('a', 'a').and(
      makeEvent({ ...closed, outcome: 'unreviewed', seated: ['a'] }),
      makeEvent(reopened),
      ...[offered, accepted, seatTaken('b'), seatCleared('b'), scheduled, started].map(round2),
      round2({ ...reported, seated: ['b'] }),
    )
    again
      .by(a)
      .when({ ...review, round: 2 })
      .isRefused({ type: 'ReviewerIsPerformer', person: 'a' })
    again
      .by(f1)
      .when({ ...review, round: 2 })
      .emits({ type: 'OrderReviewed', round: 2, seated: ['b'] }, { type: 'OrderClosed' })
  })
  it('O9: a volunteer may have any id', () => {
    for (const person of ['policies', 'tree', '__proto__']) {
      const own = { ...r1, person }
      giveServed(person, person).by(own).when(review).isRefused({ type: 'ReviewerIsPerformer', person })
      giveServed(person).by(r1).when(review).emits({ type: 'OrderReviewed' }, { type: 'OrderClosed' })
      giveServed(person).by(dispatcherT1).when(followUp).emits({ type: 'OrderFollowedUp' }, { type: 'OrderClosed' })
    }
  })
  it('O7: a repeated review is a no-op, also after a later round began', () => {
    given(...orderPasts.Closed)
      .when(review)
      .isSilent()
    given(...orderPasts.Closed, reopened)
      .when(review)
      .isSilent()
  })
})

describe('following up (回访)', () => {
  it('O7, O24, C25: closes the order as unreviewed; where the owner’s own team served, from above', () => {
    for (const by of [assessor, dispatcherT1])
      waiting
        .by(by)
        .when(followUp)
        .emits(
          { type: 'OrderFollowedUp', by: by.person, verdict: 'partly' },
          { type: 'OrderClosed', outcome: 'unreviewed' },
        )
    waiting.by(clerkV1).when(followUp).isRefused({ type: 'NotTheUnitAbove', person: 'k1', ruler: units.T1 })
    servedByNeighbours.by(clerkV1).when(followUp).emits({ type: 'OrderFollowedUp' }, { type: 'OrderClosed' })
    waiting.by(clerkV2).when(followUp).isRefused({ type: 'OutsideJurisdiction', unit: units.V1 })
    waiting.by(r1).when(followUp).isRefused({ type: 'NotAuthorised' })
    waiting.by(timer).when(followUp).isRefused({ type: 'NotAuthorised' })
  })
  it('O9: is never done by a person who served, under any registration', () => {
    giveServed('k1').by(clerkV1).when(followUp).isRefused({ type: 'ReviewerIsPerformer', person: 'k1' })
    giveServed('a')
      .knowing(merged(['a', 'k1']))
      .by(clerkV1)
      .when(followUp)
      .isRefused({ type: 'ReviewerIsPerformer', person: 'k1' })
  })
  it('O7: a repeat is a no-op', () => {
    const followedUp = makeEvent({ ...orderKeys, type: 'OrderFollowedUp', by: 'k1', verdict: 'partly', comment: null })
    const after = given(...orderPasts.AwaitingReview, followedUp, makeEvent({ ...closed, outcome: 'partly' })).by(
      clerkV1,
    )
    after.when(followUp).isSilent()
    after.when({ ...followUp, verdict: 'solved' }).isRefused({ type: 'CommandNotAllowed', state: 'Closed' })
    const colleague = after.by({ ...clerkV1, person: 'k9' })
    colleague.when(followUp).isRefused({ type: 'CommandNotAllowed', state: 'Closed' })
  })
})

describe('7 days without either', () => {
  it('O7: row 34: closes the order as unreviewed, which is not solved', () => {
    const late = waiting.by(timer)
    late.at('2020-04-29T06:09:59.999Z').when(lapse).isRefused({ type: 'NotYetDue', dueAt: reported.lapsesAt })
    late
      .at(reported.lapsesAt)
      .when(lapse)
      .emits(
        { type: 'ReviewLapsed' },
        { type: 'OrderClosed', outcome: 'unreviewed', reopenableUntil: '2020-05-14T06:10:00.000Z' },
      )
    waiting.at(reported.lapsesAt).when(lapse).isRefused({ type: 'OnlyAProcess' })
    for (const past of [orderPasts.Closed, orderPasts.InProgress, orderPasts.Cancelled])
      given(...past)
        .by(timer)
        .at(reported.lapsesAt)
        .when(lapse)
        .isSilent()
  })
  it('O7: at their end a review and a follow-up come too late, even if the timer has not fired yet', () => {
    const refusal = { type: 'ReviewLapsedAlready', lapsedAt: reported.lapsesAt } as const
    waiting.at('2020-04-29T06:09:59.999Z').when(review).emits({ type: 'OrderReviewed' }, { type: 'OrderClosed' })
    waiting.at(reported.lapsesAt).when(review).isRefused(refusal)
    waiting.at(reported.lapsesAt).by(dispatcherT1).when(followUp).isRefused(refusal)
  })
  it('G5: the days to reopen run by the policy of the closing', () => {
    const changed = waiting.knowing(
      changePolicy('2020-04-22', { orders: { reopen: { days: 1 }, reviewLapse: { days: 1 } } }),
    )
    changed
      .by(timer)
      .at('2020-04-23T10:00:00.000Z')
      .when(lapse)
      .isRefused({ type: 'NotYetDue', dueAt: reported.lapsesAt })
    changed
      .when(review)
      .emits(
        { type: 'OrderReviewed' },
        { type: 'OrderClosed', reopenableUntil: '2020-04-23T10:00:00.000Z', policyVersion: 'TEST-2' },
      )
    waiting.knowing({ 'policy-131081': [] }).when(review).isRefused({ type: 'PolicyMissing' })
  })
})

describe('reopening', () => {
  const ended = given(...orderPasts.Closed)
  it('O8, O16: row 20: the next round, in the queue of its handler, with its own clocks', () => {
    ended
      .by(r1)
      .at('2020-04-24T00:30:00.000Z')
      .when(reopen)
      .emits({ ...reopened, type: 'OrderReopened', handler: units.V1 })
  })
  it('O8: row 35: half-open: at the end of the 15 days it is closed for good', () => {
    ended.by(r1).at('2020-05-07T09:59:59.999Z').when(reopen).emits({ type: 'OrderReopened', round: 2 })
    ended
      .by(r1)
      .at('2020-05-07T10:00:00.000Z')
      .when(reopen)
      .isRefused({ type: 'ReopenWindowClosed', until: '2020-05-07T10:00:00.000Z' })
  })
  it('G5: an order closed under one policy may be reopened until its own end under the next, whose terms the new round has', () => {
    const orders = { reopen: { days: 1 }, serviceDue: { workingDays: 1 }, escalation: { hours: 1 } }
    const changed = ended.knowing(changePolicy('2020-04-23', { orders })).by(r1)
    changed.at('2020-05-07T09:59:59.999Z').when(reopen).emits({
      type: 'OrderReopened',
      serviceDueAt: '2020-05-08T16:00:00.000Z',
      serviceDuePolicy: 'TEST-2',
      escalatesAt: '2020-05-07T10:59:59.999Z',
      policyVersion: 'TEST-2',
    })
    changed.at(closed.reopenableUntil).when(reopen).isRefused({ type: 'ReopenWindowClosed' })
  })
  it('O8: the handler that served it keeps it, even above its owner', () => {
    const atT1 = orderPasts.Closed.map((event) => ('handler' in event ? { ...event, handler: units.T1 } : event))
    given(placed, escalated, ...atT1.slice(1))
      .by(r1)
      .at('2020-04-24T00:30:00.000Z')
      .when(reopen)
      .emits({ type: 'OrderReopened', handler: units.T1, escalatesAt: '2020-04-26T00:30:00.000Z' })
  })
  it('N10, O8: is done by the requester’s side, or a clerk of its owner', () => {
    for (const by of [r1, f1, h1, clerkV1]) ended.by(by).when(reopen).emits({ type: 'OrderReopened' })
    ended.by(clerkV2).when(reopen).isRefused({ type: 'OutsideJurisdiction' })
    ended.by(a).when(reopen).isRefused({ type: 'NotAuthorised' })
  })
  it('O8: a repeat is a no-op in any state of the next round', () => {
    const again = given(...orderPasts.Closed, reopened).by(r1)
    again.when(reopen).isSilent()
    again
      .and(makeEvent({ ...offered, round: 2, offerId: 'o2' }))
      .when(reopen)
      .isSilent()
    again.when({ ...reopen, reason: reason('other') }).isRefused({ type: 'CommandNotAllowed', state: 'Open' })
  })
  it('O8: the hundredth round is the last', () => {
    given(makeEvent({ ...placed }), makeEvent({ ...reopened, round: 100 }), makeEvent({ ...closed, round: 100 }))
      .by(r1)
      .when({ ...reopen, round: 100 })
      .isRefused({ type: 'CommandNotAllowed', state: 'Closed', command: 'ReopenOrder' })
  })
  it('O22: without a policy there is no due date', () => {
    ended.by(r1).knowing({ 'policy-131081': [] }).when(reopen).isRefused({ type: 'PolicyMissing' })
  })
})
