/** Ways in which needs were hidden, stranded or given away, by the national defaults, and what the ledger answers now. */
import { describe, expect, it } from 'vitest'
import { interval, round, why } from './orders.fixture.ts'
import {
  approve,
  C,
  merge,
  openNeeds,
  place,
  reject,
  rule,
  T1,
  V1,
  V1b,
  V2,
  withdraw,
  type NeedCounty,
} from './needs.fixture.ts'

const morning = interval('05-07 01:00', '05-07 02:00')
const gridWorker = { by: 'h', proxy: { person: 'h', kind: 'grid-worker' }, channel: 'grid-worker' } as const

const askBack = async ({ ledger, ask }: NeedCounty, words: string) => {
  const [question] = await ledger.keep([words])
  return ask('k1', { type: 'RequestInformation', needId: 'N1', question })
}
const supply = async ({ ledger, ask }: NeedCounty, words: string) => {
  const [answer] = await ledger.keep([words])
  return ask('r1', { type: 'SupplyInformation', needId: 'N1', answer })
}

describe('the second story: needs in no list', () => {
  it('N2: 2: information supplied and never decided: the clock runs anew, twice at most', async () => {
    const county = await openNeeds()
    await county.submit('N1')
    expect(await askBack(county, 'where?')).toEqual(['InformationRequested'])
    await county.at('05-06 01:00')
    await supply(county, 'here')
    await county.at('05-07 01:01')
    expect(await county.listEvents('AnswerOverdue')).toMatchObject([{ dueAt: '2020-05-07T01:00:00.000Z' }])
    expect(await county.listWaiting(V1)).toEqual(['need answer'])
    await askBack(county, 'when?')
    await supply(county, 'now')
    expect(await askBack(county, 'why?')).toEqual({ refused: 'AskedEnough' })
    expect(await county.ask('k1', approve('N1'))).toEqual(['NeedApproved'])
  })
  it('N7: a need by telephone does not lapse; a written one does, and the requester is told', async () => {
    const county = await openNeeds()
    await county.submit('N1', { channel: 'telephone' })
    await askBack(county, 'where?')
    await county.at('05-13 00:00')
    expect(await county.listEvents('InformationLapsed')).toEqual([])
    expect(await county.listWaiting(V1)).toEqual(['need answer'])
    const written = await openNeeds()
    await written.submit('N1')
    await askBack(written, 'where?')
    await written.at('05-13 00:00')
    expect(await written.listEvents('InformationLapsed')).toMatchObject([{ requester: 'r1' }])
  })
  it('N12: 3: approved and never an order: after 3 working days it stands at the unit above too', async () => {
    const county = await openNeeds()
    await county.submit('N1')
    await county.ask('k1', approve('N1'))
    // 05-06 is a Wednesday, 05-09 a Saturday that is worked.
    await county.at('05-09 15:59')
    expect(await county.listEvents('OrderOverdue')).toEqual([])
    await county.at('05-09 16:00')
    expect(await county.listEvents('OrderOverdue')).toMatchObject([{ listedAt: T1 }])
    expect(await county.listWaiting(T1)).toEqual(['need order', 'unserved-need late-order'])
    await county.ask('k1', place('O1', 'N1'))
    expect(await county.listWaiting(T1)).toEqual(['order dispatch'])
  })
  it('N12: 3b: after its only order was cancelled it waits for an order again', async () => {
    const county = await openNeeds()
    await county.submit('N1')
    await county.ask('k1', approve('N1'))
    await county.ask('k1', place('O1', 'N1'))
    await county.ask('k1', { type: 'CancelOrder', orderId: 'O1', ...why('x') })
    expect(await county.listWaiting(V1)).toEqual(['need order'])
    expect(await county.listEvents('OrderAwaited')).toMatchObject([{ orderDueAt: '2020-05-09T16:00:00.000Z' }])
    const refer = { type: 'ReferNeed', needId: 'N1', receiver: '12345', ...why('municipal') }
    expect(await county.ask('k1', refer)).toEqual(['NeedReferred'])
  })
  it('N5: 4: is not merged into a need of another township, nor into one that has ended', async () => {
    const county = await openNeeds()
    await county.submit('N1', { by: 'r2', requester: 'r2', unitId: V2, kind: 'health' })
    await county.submit('N2')
    await county.submit('N3', { kind: 'health' })
    expect(await county.ask('k1', merge('N2', 'N1'))).toEqual({ refused: 'OutsideJurisdiction' })
    await county.ask('k1', merge('N3', 'N2'))
    expect(await county.listEvents('NeedMerged')).toMatchObject([{ proposed: false }])
    await county.ask('k1', reject('N2'))
    expect(await county.listEvents('MergedNeedReturned')).toMatchObject([{ needId: 'N3', survivor: 'N2' }])
    expect(await county.ask('k1', merge('N3', 'N2'))).toEqual({ refused: 'MergeTargetUnfit' })
    expect(await county.listWaiting(V1)).toEqual(['need answer'])
  })
  it('N5, N14: 4: an honest twin is proposed, merged as such, and its requester rates the own part', async () => {
    const county = await openNeeds()
    await county.submit('N1', { contact: 'f1' })
    await county.submit('N2', { by: 'r2', requester: 'r2', contact: 'f1' })
    expect(await county.listEvents('TwinsProposed')).toMatchObject([{ needId: 'N2', twins: ['N1'] }])
    expect(await county.ask('k1', merge('N2', 'N1'))).toEqual(['NeedMerged'])
    expect(await county.listEvents('NeedMerged')).toMatchObject([{ proposed: true }])
    expect(await county.ask('k1', { type: 'UnmergeNeed', needId: 'N2', ...why('not-the-same') })).toEqual([
      'NeedUnmerged',
    ])
  })
  it('N15: 5: what the grid worker withdraws is the office’s, with a reason', async () => {
    const county = await openNeeds()
    await county.submit('N1', gridWorker)
    await county.submit('N2', { contact: 'f1' })
    await county.ask('h', withdraw('N1'))
    await county.ask('f1', withdraw('N2'))
    expect(await county.listEvents('NeedWithdrawn')).toMatchObject([
      { by: 'grid-worker', side: 'office', unanswered: true, reason: 'not-needed' },
      { by: 'contact', side: 'requester', unanswered: true },
    ])
  })
  it('N2: 19: voiced a week before it was recorded: the lag is shown', async () => {
    const county = await openNeeds()
    await county.submit('N1', { voicedAt: '2020-04-29T00:00:00.000Z' })
    expect((await county.ledger.timeline({ needId: 'N1' }))?.lagMinutes).toBe(7 * 24 * 60)
  })
})

describe('the second story: needs given away', () => {
  const begin = async () => {
    const county = await openNeeds()
    await county.submit('N1')
    await county.ask('k1', approve('N1'))
    await county.ask('k1', place('O1', 'N1'))
    return county
  }
  it('O19: 6: T1 does not give its need to a village of T2; the city rules, and all orders go along', async () => {
    const county = await begin()
    await county.ask('k1', { ...place('O2', 'N1'), specialty: 'legal' })
    expect(await county.ask('p1', rule('N1', V2))).toEqual({ refused: 'OutsideJurisdiction' })
    expect(await county.ask('p1', { ...rule('N1', V2), type: 'RuleMisrouted', orderId: 'O1' })).toEqual({
      refused: 'DecodeRefused',
    })
    expect(await county.ask('pc', rule('N1', V2))).toEqual(['NeedMisrouted'])
    expect(await county.listEvents('OrderMisrouted')).toMatchObject([
      { orderId: 'O1', to: V2 },
      { orderId: 'O2', to: V2 },
    ])
    expect(await county.ask('k2', { ...place('O3', 'N1'), specialty: 'science' })).toEqual(['OrderPlaced'])
    expect(await county.ask('k1', { ...place('O4', 'N1'), specialty: 'schooling' })).toEqual({
      refused: 'OutsideJurisdiction',
    })
  })
  it('O19: 6: within one township the township rules', async () => {
    const county = await begin()
    expect(await county.ask('p1', rule('N1', V1b))).toEqual(['NeedMisrouted'])
    expect(await county.listWaiting(V1b)).toEqual(['order dispatch'])
  })
  it('O19: more 27: the new owner’s township works on the order at once', async () => {
    const county = await begin()
    await county.ask('pc', rule('N1', V2))
    expect(await county.listEvents('OrderTransferred')).toMatchObject([{ from: V1, to: V2 }])
    const dispatch = { type: 'DispatchOrder', orderId: 'O1', offerId: 'F1', teamId: 'TA', override: null }
    expect(await county.ask('p2', dispatch)).not.toEqual({ refused: 'OutsideJurisdiction' })
    expect(await county.ask('p1', { ...dispatch, offerId: 'F2' })).toEqual({ refused: 'OutsideJurisdiction' })
  })
  it('O19, H17: served: ruled between two check-outs: another owner at once, the handler serves on, and both records name the order', async () => {
    const county = await openNeeds()
    await county.submit('N1')
    await county.ask('k1', approve('N1'))
    await county.ask('k1', place('O1', 'N1', morning))
    await county.ask('p1', { type: 'DispatchOrder', orderId: 'O1', offerId: 'F1', teamId: 'TA', override: null })
    await county.ask('b', { type: 'AcceptOffer', orderId: 'O1', offerId: 'F1', planned: null, risksSeen: true })
    const tell = (type: string, volunteer: 'a' | 'f') =>
      county.ask(volunteer, { type, occasion: { type: 'order', ...round }, volunteer })
    for (const one of ['a', 'f'] as const) await county.ask(one, { type: 'TakeSeat', ...round, risksSeen: true })
    await county.at('05-07 01:00')
    for (const one of ['a', 'f'] as const) await tell('CheckIn', one)
    await county.at('05-07 01:30')
    await tell('CheckOut', 'a')
    expect(await county.ask('pc', rule('N1', V2))).toEqual(['NeedMisrouted'])
    await county.at('05-07 02:00')
    await tell('CheckOut', 'f')
    expect(await county.listEvents('OrderMisrouted')).toMatchObject([{ orderId: 'O1', from: V1, to: V2 }])
    expect(await county.listEvents('OrderTransferred')).toEqual([])
    expect(await county.listEvents('RecordSubmitted')).toMatchObject([
      { volunteer: 'a', minutes: 30, source: { type: 'order', ...round } },
      { volunteer: 'f', minutes: 60, source: { type: 'order', ...round } },
    ])
  })
  it('O19: what the city gives away is accepted there within 2 working days, or stays', async () => {
    const county = await openNeeds()
    await county.submit('N1', { unitId: C })
    await county.submit('N2', { unitId: C, kind: 'health' })
    for (const needId of ['N1', 'N2']) expect(await county.ask('kc', rule(needId, V2))).toEqual(['OwnershipOffered'])
    const accept = { type: 'AnswerOwnership', needId: 'N1', to: V2, accept: true, ...why('ours') }
    expect(await county.ask('kc', accept)).toEqual({ refused: 'OutsideJurisdiction' })
    expect(await county.ask('k2', accept)).toEqual(['OwnershipAccepted', 'NeedMisrouted'])
    await county.at('05-08 16:00')
    expect(await county.listEvents('OwnershipRefused')).toMatchObject([{ needId: 'N2', to: V2, reason: null }])
  })
})

describe('the second story: more, trust and fraud', () => {
  it('O28: more 24: withdrawn while its order is under way: the handler has the to-do to abort it', async () => {
    const county = await openNeeds()
    await county.submit('N1')
    await county.ask('k1', approve('N1'))
    await county.ask('k1', place('O1', 'N1', morning))
    await county.ask('p1', { type: 'DispatchOrder', orderId: 'O1', offerId: 'F1', teamId: 'TA', override: null })
    await county.ask('b', { type: 'AcceptOffer', orderId: 'O1', offerId: 'F1', planned: null, risksSeen: true })
    await county.ask('a', { type: 'TakeSeat', ...round, risksSeen: true })
    await county.at('05-07 01:00')
    await county.ask('a', { type: 'CheckIn', occasion: { type: 'order', ...round }, volunteer: 'a' })
    expect(await county.ask('r1', withdraw('N1'))).toEqual(['NeedWithdrawn'])
    expect(await county.listWaiting(V1)).toContain('order abort')
    expect(await county.ask('k1', { type: 'AbortOrder', ...round, ...why('need-withdrawn') })).toEqual(['OrderAborted'])
  })
  it('G1, N12: more 25: a village that closes hands its waiting needs to the township, which serves them', async () => {
    const county = await openNeeds()
    await county.submit('N1', { unitId: V1b })
    await county.submit('N2', { unitId: V1b, kind: 'health' })
    await county.ask('k1b', approve('N2'))
    await county.ask('admin', { type: 'BeginClosingUnit', unitId: V1b })
    expect(await county.listEvents('UnitClosed')).toHaveLength(1)
    expect(await county.listEvents('NeedPassedOn')).toMatchObject([
      { needId: 'N1', to: T1 },
      { needId: 'N2', to: T1 },
    ])
    expect(await county.ask('kt', approve('N1'))).toEqual(['NeedApproved'])
    for (const needId of ['N1', 'N2'])
      expect(await county.ask('kt', place(`O${needId}`, needId))).toEqual(['OrderPlaced'])
  })
  it('N16: fraud e: of 200 needs in a day 195 are held; abuse is a class of its own', async () => {
    const county = await openNeeds()
    for (let index = 0; index < 200; index++) await county.submit(`F${index}`)
    expect(await county.listEvents('NeedHeld')).toHaveLength(195)
    expect(await county.ask('k1', approve('F4'))).toEqual(['NeedApproved'])
    expect(await county.ask('k1', approve('F5'))).toEqual({ refused: 'NeedIsHeld' })
    await county.ask('k1', reject('F5', 'abuse'))
    expect(await county.listEvents('NeedRejected')).toMatchObject([{ reason: { code: 'abuse' } }])
    await county.at('05-06 16:00')
    await county.submit('G0')
    expect(await county.listEvents('NeedHeld')).toHaveLength(195)
  }, 60_000)
  it('N13: the requester urges once a day, and nobody is punished', async () => {
    const county = await openNeeds()
    await county.submit('N1')
    const urge = { type: 'UrgeNeed', needId: 'N1' }
    expect(await county.ask('r1', urge)).toEqual(['NeedUrged'])
    expect(await county.ask('k1', urge)).toEqual({ refused: 'NotAuthorised' })
    await county.at('05-06 15:00')
    expect(await county.ask('r1', urge)).toEqual({ refused: 'UrgedToday' })
    await county.at('05-06 16:00')
    expect(await county.ask('r1', urge)).toEqual(['NeedUrged'])
  })
})

describe('public reports and attacks', () => {
  it('N15: report 24: the person has died: the withdrawal says so', async () => {
    const county = await openNeeds()
    await county.submit('N1')
    await county.ask('k1', approve('N1'))
    expect(await county.ask('k1', { type: 'WithdrawNeed', needId: 'N1' })).toEqual({ refused: 'DecodeRefused' })
    await county.ask('k1', { type: 'WithdrawNeed', needId: 'N1', reason: 'requester-died' })
    expect(await county.listEvents('NeedWithdrawn')).toMatchObject([
      { reason: 'requester-died', by: 'clerk', side: 'office' },
    ])
    expect(await county.ledger.deadlines(T1)).toEqual([])
  })
  it('N14: report 25: one wish submitted twice: the twin is proposed to the clerk, and never merged by itself', async () => {
    const county = await openNeeds()
    await county.submit('N1')
    await county.submit('N2', { voicedAt: '2020-05-05T22:00:00.000Z' })
    const [, second] = await county.ledger.toDo(V1)
    expect(second).toMatchObject({ subject: { needId: 'N2' }, waits: 'answer', marks: { twins: ['N1'] } })
    expect(await county.listEvents('NeedMerged')).toEqual([])
  })
  it('G7: F6 k: a clerk does not vet the own need, and vets one that was typed for a caller', async () => {
    const county = await openNeeds()
    await county.submit('N1', { by: 'k1', requester: 'k1' })
    await county.submit('N2', {
      by: 'k1',
      proxy: { person: 'k1', kind: 'station-clerk' },
      channel: 'telephone',
    })
    expect(await county.ask('k1', approve('N1'))).toEqual({ refused: 'InOwnFavour' })
    expect(await county.ask('kt', approve('N1'))).toEqual(['NeedApproved'])
    expect(await county.ask('k1', approve('N2'))).toEqual(['NeedApproved'])
  })
})
