import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { needPasts, reason, makeEvent, withdrawn, submitted } from '../need/need.fixture.ts'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import { handedBack, needKnown, offered, orderPasts, placed } from './order.fixture.ts'

const given = stage(order, { ...world, ...needKnown }, { ...scene, now: '2020-04-21T01:00:00.000Z', actor: people.r1 })
const { a, b, f1, h1, r1, clerkV1, clerkV2, dispatcherT1 } = people
const { Open, Offered, Accepted, Scheduled } = orderPasts
const cancel = { type: 'CancelOrder', orderId: 'O1', reason: reason('no-longer-needed') } as const

describe('cancelling', () => {
  it.each([
    ['requester', r1],
    ['contact', f1],
    ['office-proxy', h1],
    ['handler', clerkV1],
    ['handler', dispatcherT1],
  ] as const)('N10: by the %s, who is labelled', (by, actor) => {
    given(...Open)
      .by(actor)
      .when(cancel)
      .emits({ type: 'OrderCancelled', by, teamId: null, beforeAcceptance: by === 'requester' || by === 'contact' })
  })
  it('N15: a family member who submitted is the requester’s side, a grid worker the office', () => {
    const byFamily = [
      { ...submitted, proxy: { person: 'h1', kind: 'family' } },
      ...(needKnown['need-N1'] ?? []).slice(1),
    ]
    given(...Open)
      .knowing({ 'need-N1': byFamily })
      .by({ ...h1, role: 'resident' })
      .when(cancel)
      .emits({ type: 'OrderCancelled', by: 'proxy', beforeAcceptance: true })
  })
  it('G4: is refused to others', () => {
    for (const by of [a, b])
      given(...Accepted)
        .by(by)
        .when(cancel)
        .isRefused({ type: 'NotAuthorised' })
    given(...Open)
      .by(clerkV2)
      .when(cancel)
      .isRefused({ type: 'OutsideJurisdiction' })
  })
  it('also takes an order from the open list, where no team is bound', () => {
    given(...orderPasts.Claimable)
      .when(cancel)
      .emits({ type: 'ClaimRecalled' }, { type: 'OrderCancelled', teamId: null, beforeAcceptance: true })
  })
  it('A11: after an acceptance, the team and its volunteers are named', () => {
    given(...Offered)
      .when(cancel)
      .emits(
        { type: 'OfferRecalled', teamId: 'B1' },
        { type: 'OrderCancelled', teamId: 'B1', beforeAcceptance: true, seated: [] },
      )
    for (const past of [Accepted, Scheduled])
      given(...past)
        .when(cancel)
        .emits({ type: 'OrderCancelled', teamId: 'B1', beforeAcceptance: false, seated: ['a'] })
  })
  it('S6: an order that any team had accepted stays in the figures, though it was handed back', () => {
    given(...Accepted, handedBack)
      .when(cancel)
      .emits({ type: 'OrderCancelled', beforeAcceptance: false })
    given(...Accepted, handedBack, makeEvent({ ...offered, offerId: 'o2' }))
      .when(cancel)
      .emits({ type: 'OfferRecalled' }, { type: 'OrderCancelled', beforeAcceptance: false })
  })
  it('S6: a need that its requester withdrew takes its orders out of the figures; one that the office withdrew does not (N15)', () => {
    const gone = (by: string, side = 'requester') => ({
      'need-N1': [...needPasts.Approved, makeEvent({ ...withdrawn, by, side, orders: ['O1'] })],
    })
    for (const by of ['requester', 'contact', 'family'])
      given(...Open)
        .knowing(gone(by))
        .by(timer)
        .when(cancel)
        .emits({ type: 'OrderCancelled', by: 'need-withdrawn', beforeAcceptance: true })
    for (const by of ['clerk', 'grid-worker', 'volunteer-visitor'])
      given(...Open)
        .knowing(gone(by, 'office'))
        .by(timer)
        .when(cancel)
        .emits({ type: 'OrderCancelled', by: 'need-withdrawn', beforeAcceptance: false })
    given(...Accepted)
      .knowing(gone('requester'))
      .by(timer)
      .when(cancel)
      .emits({ type: 'OrderCancelled', beforeAcceptance: false })
  })
  it('S6: what the requester gave up herself leaves the figures, no matter who withdrew the need', () => {
    given(...Open)
      .knowing({
        'need-N1': [...needPasts.Approved, makeEvent({ ...withdrawn, by: 'clerk', side: 'office', orders: ['O1'] })],
      })
      .when(cancel)
      .emits({ type: 'OrderCancelled', by: 'requester', beforeAcceptance: true })
  })
  it('S6: an order too many for its need was given up by no requester, and stays in the figures', () => {
    given(...Open)
      .by(timer)
      .when(cancel)
      .emits({ type: 'OrderCancelled', by: 'need-full', beforeAcceptance: false })
  })
  it('is refused to a person once service has begun, and a no-op for a process', () => {
    for (const state of ['InProgress', 'AwaitingReview', 'Closed', 'Aborted', 'Unmet'] as const) {
      given(...orderPasts[state])
        .when(cancel)
        .isRefused({ type: 'CommandNotAllowed', state, command: 'CancelOrder' })
      given(...orderPasts[state])
        .by(timer)
        .when(cancel)
        .isSilent()
    }
  })
  it('is final: nothing is offered, accepted or reopened any more', () => {
    const ended = given(...orderPasts.Cancelled)
    ended.when(cancel).isSilent()
    ended.by(b).when({ type: 'AcceptOffer', orderId: 'O1', offerId: 'o1', planned: null, risksSeen: true }).isRefused({
      type: 'CommandNotAllowed',
      state: 'Cancelled',
    })
    given(placed, offered, makeEvent({ ...orderPasts.Cancelled[1], type: 'OrderCancelled' }))
      .by(timer)
      .at(offered.expiresAt)
      .when({ type: 'ExpireOffer', orderId: 'O1', offerId: 'o1' })
      .isSilent()
  })
})
