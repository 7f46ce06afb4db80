import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { noRisk, reason, makeEvent } from '../need/need.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import {
  accepted,
  expired,
  needKnown,
  offered,
  orderPasts,
  placed,
  planned,
  reopened,
  serviceDueAt,
} from './order.fixture.ts'

const given = stage(order, { ...world, ...needKnown }, { ...scene, now: '2020-04-20T04:00:00.000Z', actor: people.b })
const { a, b, c, dispatcherT1 } = people
const { Offered, Claimable } = orderPasts
const accept = { type: 'AcceptOffer', orderId: 'O1', offerId: 'o1', planned: null, risksSeen: true } as const
const decline = { type: 'DeclineOffer', orderId: 'O1', offerId: 'o1', reason: reason('busy') } as const
const expire = { type: 'ExpireOffer', orderId: 'O1', offerId: 'o1' } as const
const claim = { ...accept, type: 'ClaimOrder', teamId: 'B1' } as const

describe('answering an offer', () => {
  it('A1: row 7: the dispatcher does not accept for a team', () => {
    given(...Offered)
      .by(dispatcherT1)
      .when(accept)
      .isRefused({ type: 'NotTheOfferee', teamId: 'B1' })
    for (const by of [a, c, timer])
      given(...Offered)
        .by(by)
        .when(accept)
        .isRefused({ type: 'NotTheOfferee' })
  })
  it('N3: keeps whether the leader had seen the risks, also where none is known', () => {
    const harmless = makeEvent({ ...placed, risks: { known: false, description: null } })
    for (const risksSeen of [true, false])
      given(harmless, offered)
        .when({ ...accept, risksSeen })
        .emits({ type: 'OrderAccepted', risksSeen })
  })
  it('A1, A10, C21: row 10: its leader does (接单); no volunteer is bound by it', () => {
    given(...Offered)
      .when(accept)
      .emits({
        type: 'OrderAccepted',
        teamId: 'B1',
        bodyId: units.V1,
        claimed: false,
        planned: null,
        timeStated: false,
      })
    given(...Offered)
      .when({ ...accept, planned })
      .emits({ type: 'OrderAccepted', planned, timeStated: true })
    given(...Offered, accepted)
      .by(timer)
      .when({ type: 'ClearSeat', orderId: 'O1', round: 1, volunteer: 'b' })
      .isSilent()
  })
  it('A1: a leader who has handed over accepts no more', () => {
    const led = [
      ...(world['team-B1'] ?? []),
      makeEvent({
        type: 'LeaderChanged',
        teamId: 'B1',
        unitId: units.V1,
        leader: 'a',
        changedAt: '2020-04-19T01:00:00.000Z',
      }),
    ]
    given(...Offered)
      .knowing({ 'team-B1': led })
      .when(accept)
      .isRefused({ type: 'NotTheOfferee' })
    given(...Offered)
      .knowing({ 'team-B1': led })
      .by(a)
      .when(accept)
      .emits({ type: 'OrderAccepted' })
  })
  it('A2: row 8: an offer expires at its end, without penalty, and the order is open again', () => {
    given(...Offered)
      .by(timer)
      .at('2020-04-20T06:39:59.999Z')
      .when(expire)
      .isRefused({ type: 'NotYetDue', dueAt: offered.expiresAt })
    given(...Offered)
      .by(timer)
      .at(offered.expiresAt)
      .when(expire)
      .emits({ type: 'OfferExpired', teamId: 'B1', escalatesAt: placed.escalatesAt })
  })
  it('A2: at its end it is too late to answer, even if the timer has not fired yet', () => {
    given(...Offered)
      .at('2020-04-20T06:39:59.999Z')
      .when(accept)
      .emits({ type: 'OrderAccepted' })
    for (const answer of [accept, decline])
      given(...Offered)
        .at(offered.expiresAt)
        .when(answer)
        .isRefused({ type: 'OfferNoLongerOpen', offerId: 'o1' })
  })
  it('A2: a refusal carries a reason and no penalty; no message follows it', () => {
    const declined = makeEvent({ ...expired, type: 'OfferDeclined', reason: reason('busy') })
    given(...Offered)
      .when(decline)
      .emits({ type: 'OfferDeclined', teamId: 'B1', reason: { code: 'busy', text: null } })
    given(...Offered, declined)
      .when(decline)
      .isSilent()
    given(...Offered, declined)
      .by(timer)
      .at(offered.expiresAt)
      .when(expire)
      .isSilent()
  })
  it('O6: a second answer to an offer is refused, or a no-op if it is the same', () => {
    given(...Offered, expired)
      .when(accept)
      .isRefused({ type: 'CommandNotAllowed', state: 'Open' })
    given(...Offered, expired, makeEvent({ ...offered, offerId: 'o2' }))
      .when(accept)
      .isRefused({ type: 'OfferNoLongerOpen', offerId: 'o1' })
    given(...Offered, accepted)
      .when(accept)
      .isSilent()
    given(...Offered, accepted)
      .when(decline)
      .isRefused({ type: 'CommandNotAllowed', state: 'Accepted' })
  })
  it('N3: known risks are seen before an acceptance', () => {
    for (const [past, command] of [
      [Offered, accept],
      [Claimable, claim],
    ] as const) {
      given(...past)
        .when({ ...command, risksSeen: false })
        .isRefused({ type: 'RisksNotSeen' })
      given(makeEvent({ ...placed, risks: noRisk }), ...past.slice(1))
        .when({ ...command, risksSeen: false })
        .emits({ type: 'OrderAccepted' })
    }
  })
  it('O16: when the 48 h have ended, the offer is closed, even if the timer has not fired yet', () => {
    const late = makeEvent({ ...offered, expiresAt: '2020-04-22T04:00:00.000Z' })
    const listed = makeEvent({ ...orderPasts.Claimable[1], type: 'ClaimOpened', lapsesAt: '2020-04-22T04:00:00.000Z' })
    given(placed, late).at('2020-04-22T02:19:59.999Z').when(accept).emits({ type: 'OrderAccepted' })
    for (const answer of [accept, decline])
      given(placed, late).at('2020-04-22T02:20:00.000Z').when(answer).isRefused({ type: 'OfferNoLongerOpen' })
    given(placed, listed).at('2020-04-22T02:20:00.000Z').when(claim).isRefused({ type: 'OfferNoLongerOpen' })
  })
})

describe('the time of an accepted order', () => {
  const timed = [makeEvent({ ...placed, planned }), offered]
  it('O22: the time asked for holds; another one would need the consent of all sides', () => {
    const other = { ...planned, end: '2020-04-22T04:00:00.000Z' }
    given(...timed)
      .when(accept)
      .emits({ type: 'OrderAccepted', planned })
    given(...timed)
      .when({ ...accept, planned })
      .emits({ type: 'OrderAccepted', planned })
    given(...timed)
      .when({ ...accept, planned: other })
      .isRefused({ type: 'TimeAlreadySet' })
  })
  it('O22, H2a: it lies ahead from its start on; a time that was asked for binds while it lasts', () => {
    for (const past of [
      { start: '2020-04-20T03:00:00.000Z', end: '2020-04-20T04:00:00.000Z' },
      { start: '2020-04-19T12:00:00.000Z', end: planned.end },
      { start: planned.end, end: planned.start },
    ]) {
      given(...Offered)
        .when({ ...accept, planned: past })
        .isRefused({ type: 'TimeNotAhead' })
      given(...Claimable)
        .when({ ...claim, planned: past })
        .isRefused({ type: 'TimeNotAhead' })
    }
    const begun = { start: '2020-04-20T02:30:00.000Z', end: planned.end }
    given(makeEvent({ ...placed, planned: begun }), offered)
      .when(accept)
      .emits({ type: 'OrderAccepted', planned: begun })
  })
  it('H6, A9: a time set by the team is no longer than the policy allows; the one asked for stands', () => {
    const long = { start: planned.start, end: '2020-04-23T01:00:00.001Z' }
    for (const [past, command] of [
      [Offered, accept],
      [Claimable, claim],
    ] as const)
      given(...past)
        .when({ ...command, planned: long })
        .isRefused({ type: 'PlannedTooLong', most: 1440 })
    given(makeEvent({ ...placed, planned: long }), offered)
      .when(accept)
      .emits({ type: 'OrderAccepted', planned: long })
  })
  it('O22: a time that passed unserved does not bind: the order can still be accepted', () => {
    const later = { start: '2020-04-23T01:00:00.000Z', end: '2020-04-23T03:00:00.000Z' }
    const open = makeEvent({ ...offered, expiresAt: '2020-04-22T06:00:00.000Z' })
    const unhurried = makeEvent({ ...placed, planned, escalatesAt: null })
    given(unhurried, open)
      .at(planned.end)
      .when({ ...accept, planned: later })
      .emits({ type: 'OrderAccepted', planned: later })
    given(unhurried, open).at(planned.end).when(accept).emits({ type: 'OrderAccepted', planned: null })
  })
  it('O22: once the due date has passed, an order is accepted only with a time', () => {
    const open = [
      makeEvent({ ...placed, escalatesAt: null }),
      makeEvent({ ...offered, expiresAt: '2020-04-29T00:00:00.000Z' }),
    ]
    given(...open)
      .at('2020-04-28T15:59:59.999Z')
      .when(accept)
      .emits({ type: 'OrderAccepted', planned: null })
    given(...open)
      .at(serviceDueAt)
      .when(accept)
      .isRefused({ type: 'TimeNeeded' })
  })
  it('O22: row 22: the next round has no time until its team sets one', () => {
    const round2 = [
      ...orderPasts.Closed,
      reopened,
      makeEvent({ ...offered, round: 2, offerId: 'o3', expiresAt: '2020-04-24T05:10:00.000Z' }),
    ]
    const time = { start: '2020-04-26T01:00:00.000Z', end: '2020-04-26T02:00:00.000Z' }
    given(...round2)
      .at('2020-04-24T01:10:00.000Z')
      .when({ ...accept, offerId: 'o3', planned: time })
      .emits({ type: 'OrderAccepted', round: 2, planned: time })
  })
})

describe('claiming from the open list', () => {
  it('A1, A10, C21: a fitting team takes it by its leader', () => {
    given(...Claimable)
      .when(claim)
      .emits({ type: 'OrderAccepted', teamId: 'B1', claimed: true })
    given(...Claimable)
      .by(a)
      .when(claim)
      .isRefused({ type: 'NotTheOfferee', teamId: 'B1' })
    given(...Claimable)
      .by(c)
      .when({ ...claim, teamId: 'B2' })
      .isRefused({ type: 'TeamNotCandidate', reason: 'specialty' })
    given(...Claimable)
      .when({ ...claim, teamId: 'unknown' })
      .isRefused({ type: 'NotThere', id: 'unknown' })
  })
  it('O6: of two teams that claim at once, one wins', () => {
    const won = makeEvent({ ...accepted, claimed: true })
    given(...Claimable, won)
      .when(claim)
      .isSilent()
    given(...Claimable, won)
      .when({ ...claim, teamId: 'B2' })
      .isRefused({ type: 'CommandNotAllowed', state: 'Accepted', command: 'ClaimOrder' })
  })
  it('O16: the window is half-open, and its lapse leaves the 48 h running', () => {
    const lapse = { type: 'LapseClaim', orderId: 'O1', offerId: 'o1' } as const
    const end = '2020-04-21T02:40:00.000Z'
    given(...Claimable)
      .at('2020-04-21T02:39:59.999Z')
      .when(claim)
      .emits({ type: 'OrderAccepted' })
    given(...Claimable)
      .at(end)
      .when(claim)
      .isRefused({ type: 'OfferNoLongerOpen' })
    given(...Claimable)
      .by(timer)
      .at('2020-04-21T02:39:59.999Z')
      .when(lapse)
      .isRefused({ type: 'NotYetDue', dueAt: end })
    given(...Claimable)
      .by(timer)
      .at(end)
      .when(lapse)
      .emits({ type: 'ClaimLapsed', escalatesAt: placed.escalatesAt })
    given(...Claimable)
      .by(b)
      .at(end)
      .when(lapse)
      .isRefused({ type: 'OnlyAProcess' })
  })
})
