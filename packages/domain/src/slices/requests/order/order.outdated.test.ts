import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { reason, makeEvent } from '../need/need.fixture.ts'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import {
  accepted,
  candidate,
  claimOpened,
  expired,
  needKnown,
  nobodyFits,
  offered,
  orderPasts,
  placed,
  planned,
  ranking,
} from './order.fixture.ts'

const given = stage(order, { ...world, ...needKnown }, { ...scene, now: '2020-04-20T04:00:00.000Z', actor: people.b })
const { b, dispatcherT1 } = people
const o1 = { orderId: 'O1', offerId: 'o1' } as const
const accept = { type: 'AcceptOffer', ...o1, planned: null, risksSeen: true } as const
const claim = { ...accept, type: 'ClaimOrder', teamId: 'B1' } as const
const decline = { type: 'DeclineOffer', ...o1, reason: reason('busy') } as const
const secondExpires = '2020-04-20T11:00:00.000Z'
const second = makeEvent({ ...offered, offerId: 'o2', expiresAt: secondExpires })
const { teamId: _offeredTo, ...ended } = expired
const lapsed = makeEvent({ ...ended, type: 'ClaimLapsed' })

describe('commands about an offer that is no longer open', () => {
  it('O6: leave the offer that is open now as it is', () => {
    const now = given(placed, offered, expired, second)
    now.when(decline).isRefused({ type: 'OfferNoLongerOpen', offerId: 'o1' })
    now
      .by(timer)
      .at(secondExpires)
      .when({ type: 'ExpireOffer', ...o1 })
      .isSilent()
    given(placed, claimOpened, lapsed, makeEvent({ ...claimOpened, offerId: 'c2' }))
      .when(claim)
      .isRefused({ type: 'OfferNoLongerOpen', offerId: 'o1' })
  })
  it('O6: an acceptance and a claim are not each other’s repeat', () => {
    given(placed, claimOpened, makeEvent({ ...accepted, claimed: true }))
      .when(accept)
      .isRefused({ type: 'CommandNotAllowed', state: 'Accepted', command: 'AcceptOffer' })
    given(placed, offered, accepted)
      .when(claim)
      .isRefused({ type: 'CommandNotAllowed', state: 'Accepted', command: 'ClaimOrder' })
  })
  it('O22: an acceptance with another time is not a repeat', () => {
    const other = { ...planned, end: '2020-04-22T04:00:00.000Z' }
    given(...orderPasts.Accepted)
      .when({ ...accept, planned })
      .isSilent()
    given(...orderPasts.Accepted)
      .when({ ...accept, planned: other })
      .isRefused({ type: 'CommandNotAllowed', state: 'Accepted' })
  })
  it('A2: a disbanded team’s leader answers no more, nor hands back', () => {
    const gone = [...(world['team-B1'] ?? []), makeEvent({ type: 'TeamDisbanded', teamId: 'B1' })]
    given(...orderPasts.Offered)
      .knowing({ 'team-B1': gone })
      .by(b)
      .when(decline)
      .isRefused({ type: 'NotTheOfferee', teamId: 'B1' })
    given(...orderPasts.Accepted)
      .knowing({ 'team-B1': gone })
      .by(b)
      .when({ type: 'HandBackOrder', orderId: 'O1', round: 1, reason: reason('busy') })
      .isRefused({ type: 'NotAuthorised' })
  })
})

describe('the ranking of a dispatcher', () => {
  const byDispatcher = given(placed).by(dispatcherT1)
  const dispatch = { type: 'DispatchOrder', ...o1, teamId: 'B1', ranking, override: null } as const

  it('O10: a team that is not among the ranked gets no offer, with any reason', () => {
    byDispatcher
      .when({ ...dispatch, ranking: { ...ranking, candidates: [candidate('B9')] }, override: reason('knows-her') })
      .isRefused({ type: 'TeamNotRanked', teamId: 'B1' })
  })
  it('O6: an offer to another team under the same id is other content', () => {
    given(placed, offered, expired)
      .by(dispatcherT1)
      .when({ ...dispatch, teamId: 'B2' })
      .isRefused({ type: 'SameIdOtherContent', id: 'o1' })
  })
  it('O23: a search ends without a team only if both list and count are empty', () => {
    const conclude = { type: 'ConcludeNoTeam', orderId: 'O1', searchId: 's1' } as const
    for (const found of [
      { ...nobodyFits, candidateCount: 1 },
      { ...nobodyFits, candidates: [candidate('B1')] },
    ])
      byDispatcher.when({ ...conclude, ranking: found }).isRefused({ type: 'CandidatesFound', count: 1 })
  })
})
