import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { reason, makeEvent } from '../need/need.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import {
  candidate,
  claimOpened,
  escalated,
  escalatedToCity,
  expired,
  needKnown,
  nobodyFits,
  offered,
  orderPasts,
  placed,
  planned,
  ranking,
  orderKeys,
} from './order.fixture.ts'

const given = stage(
  order,
  { ...world, ...needKnown },
  { ...scene, now: '2020-04-20T02:40:00.000Z', actor: people.dispatcherT1 },
)
const { dispatcherT1, dispatcherT2, dispatcherC, clerkV1, b } = people
const dispatch = {
  type: 'DispatchOrder',
  orderId: 'O1',
  offerId: 'o1',
  teamId: 'B1',
  ranking,
  override: null,
} as const
const conclude = { type: 'ConcludeNoTeam', orderId: 'O1', searchId: 's1', ranking: nobodyFits } as const
const listing = { type: 'OpenClaim', orderId: 'O1', offerId: 'o1' } as const

describe('dispatching', () => {
  it('G4: row 5: a dispatcher acts for its own unit and those below', () => {
    given(placed).by(dispatcherT2).when(dispatch).isRefused({
      type: 'OutsideJurisdiction',
      person: 'p2',
      actsAt: units.T2,
      unit: units.V1,
    })
    given(placed).by(dispatcherC).when(dispatch).emits({ type: 'OrderOffered' })
    given(placed).by(clerkV1).when(dispatch).isRefused({ type: 'NotAuthorised' })
    given(placed).by(b).when(dispatch).isRefused({ type: 'NotAuthorised' })
  })
  it('O10, C21: row 6: the offer keeps the ranked teams with their features, and those left out with the reason (派单)', () => {
    given(placed)
      .when(dispatch)
      .emits({ type: 'OrderOffered', teamId: 'B1', ranking, expiresAt: '2020-04-20T06:40:00.000Z', handler: units.V1 })
  })
  it('O6: row 9: an earlier offer and its answer are kept beside the next', () => {
    const again = { ...dispatch, offerId: 'o2' }
    given(placed, offered, expired)
      .at('2020-04-20T07:00:00.000Z')
      .when(again)
      .emits({ type: 'OrderOffered', offerId: 'o2', expiresAt: '2020-04-20T11:00:00.000Z' })
    given(placed, offered, expired).when(dispatch).isSilent()
  })
  it('O10: the offered team is checked by its own stream, even against the ranking', () => {
    const to = (teamId: string) => ({ ...dispatch, teamId, ranking: { ...ranking, candidates: [candidate(teamId)] } })
    given(placed).when(to('B2')).isRefused({ type: 'TeamNotCandidate', teamId: 'B2', reason: 'specialty' })
    given(placed).when(to('K')).isRefused({ type: 'TeamNotCandidate', teamId: 'K', reason: 'level' })
    given(placed).when(to('unknown')).isRefused({ type: 'NotThere', id: 'unknown' })
    const gone = [...(world['team-B1'] ?? []), makeEvent({ type: 'TeamDisbanded', teamId: 'B1' })]
    given(placed).knowing({ 'team-B1': gone }).when(dispatch).isRefused({ type: 'TeamNotCandidate', reason: 'area' })
  })
  it('O10: a team opens itself to the city level and serves what reaches the city', () => {
    const medical = { ...placed, specialty: 'medical-fitness' }
    const toK = { ...dispatch, teamId: 'K', ranking: { ...ranking, candidates: [candidate('K')] } }
    given(medical).when(toK).isRefused({ type: 'TeamNotCandidate', reason: 'level' })
    given(medical, escalated, escalatedToCity)
      .by(dispatcherC)
      .when(toK)
      .emits({ type: 'OrderOffered', teamId: 'K', handler: units.C })
  })
  it('O10: a team that was not ranked is not offered to', () => {
    given(placed)
      .when({ ...dispatch, ranking: nobodyFits })
      .isRefused({ type: 'TeamNotRanked', teamId: 'B1' })
  })
  it('O23: another team than the best needs a reason, and the ranking is kept', () => {
    const second = { ...ranking, candidates: [candidate('B9'), candidate('B1')], candidateCount: 2 }
    given(placed)
      .when({ ...dispatch, ranking: second })
      .isRefused({ type: 'OverrideNeedsReason', best: 'B9' })
    given(placed)
      .when({ ...dispatch, ranking: second, override: reason('knows-her') })
      .emits({ type: 'OrderOffered', ranking: second, override: { code: 'knows-her', text: null } })
  })
  it('O23: row 25: a search without a candidate is an event, and the order stays open', () => {
    given(placed).when(conclude).emits({ type: 'NoTeamFound', ranking: nobodyFits, handler: units.V1 })
    given(placed)
      .when({ ...conclude, ranking })
      .isRefused({ type: 'CandidatesFound', count: 1 })
    given(placed, makeEvent({ ...orderKeys, type: 'NoTeamFound', searchId: 's1', ranking: nobodyFits }))
      .when(dispatch)
      .emits({ type: 'OrderOffered' })
  })
  it('O10: a repeat is the same decision, though the ledger would rank otherwise by now', () => {
    const later = { ...ranking, candidates: [candidate('B9'), candidate('B1')], candidateCount: 2, lastEvent: 'e-9' }
    given(placed, offered)
      .when({ ...dispatch, ranking: later })
      .isSilent()
    given(placed, makeEvent({ ...orderKeys, type: 'NoTeamFound', searchId: 's1', ranking: nobodyFits }))
      .when({ ...conclude, ranking: { ...nobodyFits, lastEvent: 'e-9' } })
      .isSilent()
  })
  it('O10: the event keeps ten candidates, and one that it only counts may be chosen with a reason', () => {
    const ten = Array.from({ length: 10 }, (_, index) => candidate(`A${index}`))
    const many = { ...dispatch, ranking: { ...ranking, candidates: ten, candidateCount: 11 } }
    given(placed).when(many).isRefused({ type: 'OverrideNeedsReason', best: 'A0' })
    given(placed)
      .when({ ...many, override: reason('knows-her') })
      .emits({ type: 'OrderOffered', teamId: 'B1' })
  })
  it('O6: of two dispatchers at once, one wins; the other is told the state', () => {
    given(placed, offered)
      .by(dispatcherC)
      .when({ ...dispatch, offerId: 'o2' })
      .isRefused({ type: 'CommandNotAllowed', state: 'Offered', command: 'DispatchOrder' })
  })
  it('O6: an id names one offer, one opening of the list or one search', () => {
    const searched = makeEvent({ ...orderKeys, type: 'NoTeamFound', searchId: 's1', ranking: nobodyFits })
    given(placed, searched).when(conclude).isSilent()
    for (const command of [
      { ...dispatch, offerId: 's1' },
      { ...listing, offerId: 's1' },
    ] as const)
      given(placed, searched).when(command).isRefused({ type: 'SameIdOtherContent', id: 's1' })
    for (const command of [
      { ...dispatch, override: reason('other') },
      listing,
      { ...conclude, searchId: 'o1' },
    ] as const)
      given(placed, offered, expired).when(command).isRefused({ type: 'SameIdOtherContent', id: 'o1' })
    given(placed, claimOpened).when(dispatch).isRefused({ type: 'SameIdOtherContent', id: 'o1' })
    given(placed, claimOpened).when(listing).isSilent()
  })
  it('C21: an order may be put on the open list for teams to claim (认领)', () => {
    given(placed).when(listing).emits({ type: 'ClaimOpened', lapsesAt: '2020-04-21T02:40:00.000Z' })
    given(placed).by(clerkV1).when(listing).isRefused({ type: 'NotAuthorised' })
  })
  it('O6: what is offered is taken back with a reason', () => {
    const recall = { type: 'RecallOffer', orderId: 'O1', offerId: 'o1', reason: reason('wrong-team') } as const
    given(...orderPasts.Offered)
      .when(recall)
      .emits({ type: 'OfferRecalled', teamId: 'B1', reason: { code: 'wrong-team', text: null } })
    given(...orderPasts.Claimable)
      .when(recall)
      .emits({ type: 'ClaimRecalled' })
    given(...orderPasts.Offered)
      .by(dispatcherT2)
      .when(recall)
      .isRefused({ type: 'OutsideJurisdiction' })
    given(...orderPasts.Offered)
      .when({ ...recall, offerId: 'o9' })
      .isRefused({ type: 'OfferNoLongerOpen', offerId: 'o9' })
    given(placed, offered, makeEvent({ ...expired, type: 'OfferRecalled', reason: reason('wrong-team') }))
      .when(recall)
      .isSilent()
  })
  it('G4: a unit that moved under an open order is handled by those who are above it now', () => {
    const moved = [
      ...(world['units-131081'] ?? []),
      makeEvent({ type: 'UnitMoved', unitId: units.V1, parent: units.T2 }),
    ]
    given(placed).knowing({ 'units-131081': moved }).when(dispatch).isRefused({ type: 'OutsideJurisdiction' })
    given(placed).knowing({ 'units-131081': moved }).by(dispatcherT2).when(dispatch).emits({ type: 'OrderOffered' })
  })
  it('G5: an offer needs a policy, and keeps its end once made', () => {
    given(placed).knowing({ 'policy-131081': [] }).when(dispatch).isRefused({ type: 'PolicyMissing' })
    given(placed).knowing({ 'policy-131081': [] }).when(listing).isRefused({ type: 'PolicyMissing' })
    given(makeEvent({ ...placed, planned }))
      .when(dispatch)
      .emits({ type: 'OrderOffered', planned })
    given(placed, offered)
      .knowing({ 'policy-131081': [] })
      .by(timer)
      .at(offered.expiresAt)
      .when({ type: 'ExpireOffer', orderId: 'O1', offerId: 'o1' })
      .emits({ type: 'OfferExpired' })
  })
  it('O23: only the dispatcher of the handler concludes', () => {
    given(placed).by(dispatcherT2).when(conclude).isRefused({ type: 'OutsideJurisdiction' })
    given(placed).by(dispatcherT1).when(conclude).emits({ type: 'NoTeamFound' })
  })
})
