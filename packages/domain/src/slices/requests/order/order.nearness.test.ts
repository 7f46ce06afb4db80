import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { merged } from '../../people/humans/humans.fixture.ts'
import { approved, makeEvent, submitted } from '../need/need.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import {
  accepted,
  closed,
  needKnown,
  offered,
  orderKeys,
  orderPasts,
  placed,
  reported,
  reviewed,
  scheduled,
  seatCleared,
  seatTaken,
  started,
} from './order.fixture.ts'

const given = stage(order, { ...world, ...needKnown }, { ...scene, now: '2020-04-22T10:00:00.000Z', actor: people.r1 })
const { a, b, e, f1, h1, r1, dispatcherT1 } = people
const round = { orderId: 'O1', round: 1 }
const review = { type: 'ReviewOrder', ...round, rating: 5, verdict: 'solved', comment: null } as const
const followUp = { type: 'FollowUpOrder', ...round, verdict: 'partly', comment: null } as const
const followedUp = makeEvent({ type: 'OrderFollowedUp', ...orderKeys, by: 'p1', verdict: 'partly', comment: null })
const unreviewed = makeEvent({ ...closed, outcome: 'unreviewed' })
const closing = { type: 'OrderClosed' } as const
const checked = given(...orderPasts.AwaitingReview, followedUp, unreviewed)
/** a serves for B1, whose leader is b and whose members are a, b and e. */
const servedFor = (
  who: { readonly [K in 'requester' | 'contact' | 'proxy']?: string },
  ...more: ReadonlyArray<object>
) => {
  const proxy = who.proxy === undefined ? submitted.proxy : { person: who.proxy, kind: 'family' }
  return given(
    makeEvent({ ...placed, ...who }),
    offered,
    accepted,
    seatTaken('a'),
    seatCleared('a'),
    scheduled,
    started,
    ...(more as ReadonlyArray<typeof started>),
    makeEvent({ ...reported, seated: ['a'] }),
  ).knowing({ 'need-N1': [makeEvent({ ...submitted, ...who, proxy }), approved] })
}

describe('review and follow-up of one round', () => {
  it('O7, O24: a review comes after a follow-up, until the window of the first closing ends, and makes the outcome', () => {
    checked.when(review).emits({ type: 'OrderReviewed', replaces: null }, { type: 'OutcomeRevised', outcome: 'solved' })
    checked.at('2020-05-07T09:59:59.999Z').when(review).emits({ type: 'OrderReviewed' }, { type: 'OutcomeRevised' })
    checked
      .at(closed.reopenableUntil)
      .when(review)
      .isRefused({ type: 'ReviewLapsedAlready', lapsedAt: closed.reopenableUntil })
  })
  it('O7: a follow-up comes after a review, once, and changes no outcome', () => {
    const after = given(...orderPasts.Closed).by(dispatcherT1)
    after.when(followUp).emits({ type: 'OrderFollowedUp', verdict: 'partly' })
    after.at(closed.reopenableUntil).when(followUp).isRefused({ type: 'ReviewLapsedAlready' })
    after
      .and(followedUp)
      .when({ ...followUp, verdict: 'solved' })
      .isRefused({ type: 'CommandNotAllowed' })
  })
  it('O24: a review in the window replaces `unreviewed` after the 7 days too', () => {
    const lapsed = makeEvent({ type: 'ReviewLapsed', ...orderKeys })
    given(...orderPasts.AwaitingReview, lapsed, unreviewed)
      .at('2020-04-30T00:00:00.000Z')
      .when(review)
      .emits({ type: 'OrderReviewed' }, { type: 'OutcomeRevised', outcome: 'solved' })
  })
})

describe('whose review stands', () => {
  const asFamily = { 'need-N1': [makeEvent({ ...submitted, proxy: { person: 'h1', kind: 'family' } }), approved] }
  const reviewedBy = (reviewer: string, as: string) =>
    given(...orderPasts.AwaitingReview, makeEvent({ ...reviewed, reviewer, as }), makeEvent(closed))

  it('O9: the one of a nearer person: requester, contact, proxy', () => {
    reviewedBy('f1', 'contact')
      .by(r1)
      .when(review)
      .emits({ type: 'OrderReviewed', as: 'requester', replaces: 'contact' }, { type: 'OutcomeRevised' })
    reviewedBy('h1', 'proxy')
      .by(f1)
      .when(review)
      .emits({ type: 'OrderReviewed', replaces: 'proxy' }, { type: 'OutcomeRevised' })
    reviewedBy('r1', 'requester').by(f1).when(review).isRefused({ type: 'ReviewedAlready', as: 'requester' })
    reviewedBy('f1', 'contact')
      .knowing(asFamily)
      .by({ ...h1, role: 'resident' })
      .when(review)
      .isRefused({ type: 'ReviewedAlready', as: 'contact' })
  })
  it('O9: the reviewer may replace the own one for 24 h, as an event', () => {
    const own = reviewedBy('f1', 'contact').by(f1)
    own
      .at('2020-04-23T09:59:59.999Z')
      .when(review)
      .emits({ type: 'OrderReviewed', replaces: 'contact', rating: 5 }, { type: 'OutcomeRevised' })
    own.at(reviewed.replaceableUntil).when(review).isRefused({ type: 'ReviewedAlready', as: 'contact' })
    own.when({ ...review, verdict: 'not-solved' }).emits({ type: 'OrderReviewed' })
  })
})

describe('a reviewer with more than one try, or number', () => {
  it('O9: a replacement does not begin the 24 h again: the own first review of the round counts', () => {
    const again = given(
      ...orderPasts.AwaitingReview,
      makeEvent(reviewed),
      makeEvent(closed),
      makeEvent({ ...reviewed, rating: 3, reviewedAt: '2020-04-23T09:00:00.000Z', replaces: reviewed.as }),
    ).by({ ...r1, person: reviewed.reviewer })
    again
      .at('2020-04-23T09:59:59.999Z')
      .when(review)
      .emits({ type: 'OrderReviewed', replaceableUntil: reviewed.replaceableUntil }, { type: 'OutcomeRevised' })
    again.at(reviewed.replaceableUntil).when(review).isRefused({ type: 'ReviewedAlready' })
  })
  it('O9, G2: speaks for what another registration of the same human asked for, as the nearest of them', () => {
    const byF1 = given(...orderPasts.AwaitingReview).by(f1)
    byF1
      .knowing(merged(['r1', 'f1']))
      .when(review)
      .emits({ type: 'OrderReviewed', as: 'requester' }, closing)
    byF1
      .knowing(merged(['f1', 'r1']))
      .when(review)
      .emits({ type: 'OrderReviewed', as: 'requester' }, closing)
    byF1.by(e).when(review).isRefused({ type: 'NotAReviewer', person: 'e' })
  })
  it('O8, G2: and reopens for it', () => {
    const reopen = { type: 'ReopenOrder', ...round, reason: { code: 'again', text: null } } as const
    const ended = given(...orderPasts.Closed).by(e)
    ended
      .knowing(merged(['r1', 'e']))
      .when(reopen)
      .emits({ type: 'OrderReopened' })
    ended.when(reopen).isRefused({ type: 'NotAuthorised' })
  })
})

describe('the serving team', () => {
  it('O9: a leader who handed the lead over since the acceptance does not review the own need; one who did before may', () => {
    const handedOver = (changedAt: string) => ({
      'team-B1': [
        ...(world['team-B1'] ?? []),
        makeEvent({ type: 'LeaderChanged', teamId: 'B1', unitId: units.V1, leader: 'e', changedAt }),
      ],
    })
    const own = servedFor({ requester: 'b' }).by(b)
    own.knowing(handedOver('2020-04-22T09:00:00.000Z')).when(review).isRefused({ type: 'ReviewerInTeam', person: 'b' })
    own
      .knowing(handedOver('2020-04-19T09:00:00.000Z'))
      .when(review)
      .emits({ type: 'OrderReviewed', ownTeam: true }, closing)
  })
  it('O9: its leader and its members do not review it', () => {
    servedFor({ requester: 'b' }).by(b).when(review).isRefused({ type: 'ReviewerInTeam', person: 'b', teamId: 'B1' })
    servedFor({ proxy: 'b' }).by(b).when(review).isRefused({ type: 'ReviewerInTeam' })
    servedFor({ contact: 'e' }).by(e).when(review).isRefused({ type: 'ReviewerInTeam' })
    servedFor({}).by(r1).when(review).emits({ type: 'OrderReviewed', ownTeam: false }, { type: 'OrderClosed' })
  })
  it('O9: a member whose own need it is may, labelled', () => {
    servedFor({ requester: 'e' })
      .by(e)
      .when(review)
      .emits({ type: 'OrderReviewed', ownTeam: true }, { type: 'OrderClosed' })
  })
  it('O9: nor who left it since it accepted; who had left before may', () => {
    const left = (leftAt: string) => ({
      'team-B1': [...(world['team-B1'] ?? []), makeEvent({ type: 'MemberLeft', teamId: 'B1', person: 'e', leftAt })],
    })
    const asContact = servedFor({ contact: 'e' }).by(e)
    asContact.knowing(left('2020-04-22T09:00:00.000Z')).when(review).isRefused({ type: 'ReviewerInTeam', person: 'e' })
    asContact
      .knowing(left('2020-04-19T09:00:00.000Z'))
      .when(review)
      .emits({ type: 'OrderReviewed', ownTeam: false }, { type: 'OrderClosed' })
  })
  it('O9: who gave up a seat, or has minutes without one, is a performer', () => {
    const freed = makeEvent({ type: 'SeatFreed', ...orderKeys, volunteer: 'r1', reason: 'withdrawn' })
    servedFor({}, seatTaken('r1'), freed).by(r1).when(review).isRefused({ type: 'ReviewerIsPerformer' })
    const minutes = makeEvent({
      type: 'PerformerNoted',
      orderId: 'O1',
      opened: placed.recordedAt,
      round: 1,
      volunteer: 'r1',
      recordId: 'R1',
    })
    servedFor({}, minutes).by(r1).when(review).isRefused({ type: 'ReviewerIsPerformer', person: 'r1' })
  })
  it('O9: whose record was held or rejected is none, and reviews', () => {
    const ofR1 = { orderId: 'O1', opened: placed.recordedAt, round: 1, volunteer: 'r1', recordId: 'R1' }
    const noted = makeEvent({ type: 'PerformerNoted', ...ofR1 })
    const dropped = makeEvent({ type: 'PerformerDropped', ...ofR1 })
    servedFor({}, noted, dropped).by(r1).when(review).emits({ type: 'OrderReviewed' }, { type: 'OrderClosed' })
    const another = makeEvent({ type: 'PerformerNoted', ...ofR1, recordId: 'R2' })
    servedFor({}, noted, another, dropped).by(r1).when(review).isRefused({ type: 'ReviewerIsPerformer' })
    const drop = { type: 'NotePerformer', ...round, volunteer: 'r1', recordId: 'R1', hasMinutes: false } as const
    servedFor({}, noted).by(timer).when(drop).emits({ type: 'PerformerDropped', volunteer: 'r1', recordId: 'R1' })
    servedFor({}).by(timer).when(drop).isSilent()
  })
  it('O9: a process tells of minutes without a seat', () => {
    const note = (volunteer: string) =>
      ({ type: 'NotePerformer', ...round, volunteer, recordId: 'R1', hasMinutes: true }) as const
    servedFor({}).by(timer).when(note('c')).emits({ type: 'PerformerNoted', volunteer: 'c', round: 1 })
    servedFor({}).by(timer).when(note('a')).isSilent()
    servedFor({}).by(a).when(note('a')).isRefused({ type: 'OnlyAProcess' })
  })
  it('O9, G2: under any registration', () => {
    servedFor({ contact: 'f1' })
      .knowing(merged(['f1', 'e']))
      .by(f1)
      .when(review)
      .isRefused({ type: 'ReviewerInTeam', person: 'f1' })
  })
})
