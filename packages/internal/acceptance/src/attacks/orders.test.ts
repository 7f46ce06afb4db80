/** Ways in which orders were bent or fell out of the world, by the national defaults, and what the ledger answers now. */
import { describe, expect, it } from 'vitest'
import {
  begin,
  foundTeam,
  interval,
  morning,
  present,
  review,
  round,
  seat,
  serve,
  T1,
  V1,
  V1b,
  why,
  type Who,
} from './orders.fixture.ts'

const june = interval('06-01 01:00', '06-01 02:00')
const followUp = { type: 'FollowUpOrder', ...round, verdict: 'solved', comment: null }

describe('the second story: the loop', () => {
  it('O7, O24: 1: the owner’s own clerk does not check it, and the elder’s review makes the outcome', async () => {
    const county = await begin(morning)
    await county.accept()
    await serve(county)
    expect(await county.ask('k1', followUp)).toEqual({ refused: 'HadAHand' })
    expect(await county.ask('p1', followUp)).toEqual({ refused: 'HadAHand' })
    expect(await county.ask('m', followUp)).toEqual(['OrderFollowedUp', 'OrderClosed'])
    expect(await county.listEvents('OrderClosed')).toMatchObject([{ outcome: 'unreviewed' }])
    expect(await county.ask('r1', review('not-solved', 1))).toEqual(['OrderReviewed', 'OutcomeRevised'])
    expect(await county.listEvents('OutcomeRevised')).toMatchObject([{ outcome: 'not-solved' }])
  })
  it('O7: 1: after a review the independent check still comes', async () => {
    const county = await begin(morning)
    await county.accept()
    await serve(county)
    expect(await county.ask('r1', review('solved', 5))).toEqual(['OrderReviewed', 'OrderClosed'])
    await county.at('05-09 03:00')
    expect(await county.ask('m', { ...followUp, verdict: 'not-solved' })).toEqual(['OrderFollowedUp'])
  })
  it('O16: 11: transfers between two villages do not restart the 48 h, nor come back', async () => {
    const county = await begin()
    const transfer = (from: string, to: string) => ({ type: 'TransferOrder', ...round, from, to, ...why('x') })
    await county.at('05-07 12:00')
    expect(await county.ask('p1', transfer(V1, V1b))).toEqual(['OrderTransferred'])
    expect(await county.ask('p1', transfer(V1b, V1))).toEqual({ refused: 'HandledBefore' })
    await county.at('05-08 00:00')
    expect(await county.listEvents('OrderEscalated')).toMatchObject([{ from: V1b, to: T1, automatic: true }])
  })
  it('O16: 督办: unserved for 7 working days, it stands above all who handled it', async () => {
    const county = await begin()
    for (const time of ['05-08 00:00', '05-10 00:00', '05-14 16:00']) await county.at(time)
    expect(await county.listEvents('SupervisionBegan')).toMatchObject([{ byAssessor: true }])
    expect(await county.listWaiting('131081')).toContain('supervision supervision')
    await county.send('pc', { type: 'EndUnmet', orderId: 'O1', ...why('none') })
    expect(await county.listWaiting('131081')).not.toContain('supervision supervision')
  })
  it('O22, A1: 12: an order accepted without a time gets one, and only then has seats', async () => {
    const county = await begin()
    await county.accept()
    expect(await county.ask('a', seat)).toEqual({ refused: 'TimeNotSet' })
    expect(await county.listWaiting(V1)).toEqual(['order schedule'])
    expect(await county.ask('b', { type: 'SetServiceTime', ...round, planned: morning })).toEqual(['ServiceTimeSet'])
    expect(await county.ask('r1', { type: 'AgreeToTime', ...round, planned: morning })).toEqual(['ServiceTimeAgreed'])
    await serve(county)
    expect(await county.listEvents('ServiceReported')).toHaveLength(1)
  })
  it('O22: 13: a day that the resident asked for is due, and nothing is overdue or taken away before', async () => {
    const county = await begin(june, { placedBy: 'r1' })
    await county.accept()
    await county.at('05-31 00:00')
    for (const type of ['ServiceOverdue', 'OrderHandedBack', 'SupervisionBegan'] as const)
      expect(await county.listEvents(type)).toEqual([])
    await county.at('06-01 16:00')
    expect(await county.listEvents('ServiceOverdue')).toMatchObject([{ dueAt: '2020-06-01T16:00:00.000Z' }])
    expect(await county.listEvents('OrderPlaced')).toMatchObject([{ day: { by: 'requester' } }])
  })
  it('S6: 15: an order that is cancelled ends its offer too', async () => {
    const county = await begin()
    await county.send('p1', { type: 'DispatchOrder', orderId: 'O1', offerId: 'F1', teamId: 'TA', override: null })
    await county.at('05-06 03:59')
    expect(await county.ask('k1', { type: 'CancelOrder', orderId: 'O1', ...why('x') })).toEqual([
      'OfferRecalled',
      'OrderCancelled',
    ])
    expect(await county.listEvents('OrderCancelled')).toMatchObject([{ by: 'handler', beforeAcceptance: false }])
  })
  it('N15: 32: a proxy of the office who cancels counts as the office', async () => {
    const county = await begin(null, { by: 'h', proxy: { person: 'h', kind: 'grid-worker' } })
    await county.send('h', { type: 'CancelOrder', orderId: 'O1', ...why('x') })
    expect(await county.listEvents('OrderCancelled')).toMatchObject([{ by: 'office-proxy', beforeAcceptance: false }])
  })
})

describe('rankings that a dispatcher hands in', () => {
  const forged = {
    candidates: [],
    candidateCount: 0,
    leftOut: [{ reason: 'specialty', teams: ['TA', 'TB'], count: 2 }],
  }

  it('O10, O23: trust 30, F6 c: no finding of no team is taken from a sender, and none is made while one fits', async () => {
    const county = await begin()
    const search = { type: 'ConcludeNoTeam', orderId: 'O1', searchId: 'S1' }
    expect(await county.ask('p1', { ...search, ranking: forged })).toEqual({ refused: 'DecodeRefused' })
    expect(await county.ask('p1', search)).toEqual({ refused: 'CandidatesFound' })
  })
  it('O10, O23: trust 31, public report 26: no ranking of one evades the reason', async () => {
    const county = await begin()
    await county.send('admin', foundTeam('A0', V1, 'f'))
    const choice = { type: 'DispatchOrder', orderId: 'O1', offerId: 'F1', teamId: 'TB', override: null }
    const mine = { candidates: [{ teamId: 'TB' }], candidateCount: 1, leftOut: [] }
    expect(await county.ask('p1', { ...choice, ranking: mine })).toEqual({ refused: 'DecodeRefused' })
    expect(await county.ask('p1', choice)).toEqual({ refused: 'OverrideNeedsReason' })
    expect(await county.ask('p1', { ...choice, override: why('asked-for').reason })).toEqual(['OrderOffered'])
    const [offered] = await county.listEvents('OrderOffered')
    expect(offered?.ranking.candidates.map(({ teamId }) => teamId)).toEqual(['A0', 'TA', 'TB'])
  })
})

describe('reviews by the serving team’s own', () => {
  const play = async (requester: string, reviewer: Who, proxy: object | null = null) => {
    const county = await begin(morning, { by: proxy === null ? reviewer : 'b', requester, proxy })
    await county.accept()
    await serve(county)
    return county.ask(reviewer, review('solved', 5))
  }
  it('O9: fraud d, F6 d: not by the leader, as proxy or as requester', async () => {
    expect(await play('r1', 'b', { person: 'b', kind: 'family' })).toEqual({ refused: 'ReviewerInTeam' })
    expect(await play('b', 'b')).toEqual({ refused: 'ReviewerInTeam' })
  })
  it('O9: fraud d: a member whose own need it is may, labelled and out of the score', async () => {
    expect(await play('f', 'f')).toEqual(['OrderReviewed', 'OrderClosed'])
    const county = await begin(morning, { by: 'f', requester: 'f' })
    await county.accept()
    await serve(county)
    await county.send('f', review('solved', 5))
    expect(await county.listEvents('OrderReviewed')).toMatchObject([{ ownTeam: true }])
    expect(await county.listEvents('ReviewNoted')).toEqual([])
  })
  it('O9, G2, W11: fraud d: by the own second registration: out of the score once both are known to be one human', async () => {
    const county = await begin(morning, { by: 'c', requester: 'c' })
    await county.send('admin', { type: 'TakePost', unitId: V1, post: 'approver', person: 'q1', office: null })
    await county.accept()
    await serve(county)
    const verify = { type: 'VerifyRecord', volunteer: 'a', recordId: 'o.O1.1' }
    const q1 = { actor: { type: 'person', person: 'q1', role: 'approver', unit: V1 } } as const
    expect(await county.ledger.sendUnknown(verify, q1)).toMatchObject({ ok: true })
    expect(await county.ask('c', review('solved', 5))).toEqual(['OrderReviewed', 'OrderClosed'])
    const readScore = async () => (await county.ledger.star('a', { knownAt: '2020-05-07T02:00:00.000Z' }))?.score
    expect(await readScore()).toEqual({ sum: 5, count: 1 })
    await county.send('k1', { type: 'ProposeMerge', person: 'c', survivor: 'a' })
    await county.send('admin', { type: 'MergeRegistrations', person: 'c', survivor: 'a' })
    expect(await readScore()).toEqual({ sum: 0, count: 0 })
    await county.send('k1', { type: 'ProposeSplit', person: 'c', others: [] })
    await county.send('admin', { type: 'SplitRegistrations', person: 'c', others: [], ...why('two-people') })
    expect(await readScore()).toEqual({ sum: 5, count: 1 })
  })
  it('O9: nor by a contact who left the team after it had served; the requester beside it does', async () => {
    const county = await begin(morning, { contact: 'f' })
    await county.accept()
    await serve(county)
    await county.send('f', { type: 'LeaveTeam', teamId: 'TA', person: 'f' })
    expect(await county.ask('f', review('solved', 5))).toEqual({ refused: 'ReviewerInTeam' })
    expect(await county.ask('r1', review('solved', 5))).toEqual(['OrderReviewed', 'OrderClosed'])
    expect(await county.listEvents('ReviewNoted')).toHaveLength(1)
  })
})

describe('public reports', () => {
  const withdraw = { type: 'WithdrawAssignment', ...present('a'), ...why('ill') }

  it('O25: 15: when the last volunteer is gone, the order waits visibly at once, and is open a day before its start', async () => {
    const county = await begin(interval('05-12 01:00', '05-12 02:00'))
    await county.accept()
    await county.send('a', seat)
    await county.send('a', withdraw)
    expect(await county.listEvents('LastSeatLost')).toMatchObject([{ refillAt: '2020-05-11T01:00:00.000Z' }])
    expect(await county.listWaiting(T1)).toEqual(['order seats'])
    await county.at('05-11 01:00')
    expect(await county.listWaiting(T1)).toEqual(['order dispatch'])
  })
  it('O25: 15: another member may take the seat meanwhile, and the service takes place', async () => {
    const county = await begin(morning)
    await county.accept()
    await county.send('a', seat)
    await county.send('a', withdraw)
    await serve(county, ['f'])
    expect(await county.listEvents('ServiceReported')).toMatchObject([{ seated: ['f'] }])
  })
  it('O26: 25: the same wish is not ordered twice, unless it is meant', async () => {
    const county = await begin(morning)
    const again = { orderId: 'O2', needId: 'N1', specialty: 'hardship-relief', seats: 1, planned: morning }
    for (const by of ['k1', 'kt', 'r1'] as const)
      expect(await county.ask(by, { type: 'PlaceOrder', ...again })).toEqual({ refused: 'TwinOrder' })
    expect(await county.ask('k1', { type: 'PlaceIntendedOrder', ...again, intended: why('two-rooms').reason })).toEqual(
      ['OrderPlaced'],
    )
    expect(await county.listEvents('TwinsNoted')).toEqual([])
  })
  it('O26: 25: two at once are marked on both, and the owner has the to-do', async () => {
    const county = await begin(june, { placedBy: 'k1' })
    const again = { needId: 'N1', specialty: 'medical-fitness', seats: 1, planned: morning }
    await county.ledger.sendAllUnknown(
      ['O2', 'O3'].map((orderId) => ({
        command: { type: 'PlaceOrder', orderId, ...again },
        by: { actor: { person: 'k1', role: 'clerk', unit: V1 } },
      })),
    )
    await county.ledger.settle()
    expect(await county.listEvents('TwinsNoted')).toMatchObject([{ twins: ['O3'] }, { twins: ['O2'] }])
    expect((await county.listWaiting(V1)).filter((one) => one === 'twins twins')).toHaveLength(2)
    await county.send('k1', { type: 'CancelOrder', orderId: 'O3', ...why('twice') })
    expect((await county.listWaiting(V1)).filter((one) => one === 'twins twins')).toEqual([])
  })
  it('O27: a later due date is asked for once, and granted by those who wait', async () => {
    const county = await begin()
    const ask = { type: 'AskExtension', ...round, day: '2020-05-20', ...why('team-away') }
    expect(await county.ask('k1', ask)).toEqual(['ExtensionAsked'])
    expect(await county.listWaiting(T1)).toContain('extension extension')
    expect(await county.ask('k1', { ...ask, day: '2020-05-29' })).toEqual({ refused: 'ExtensionAskedBefore' })
    expect(await county.ask('r1', { type: 'AnswerExtension', ...round, grant: true })).toEqual(['ExtensionGranted'])
    const services = (await county.ledger.deadlines(V1)).filter(({ clock }) => clock === 'service')
    expect(services).toMatchObject([{ at: '2020-05-20T16:00:00.000Z' }])
    await county.at('05-20 15:00')
    expect(await county.listEvents('ServiceOverdue')).toEqual([])
    await county.at('05-20 16:00')
    expect(await county.listEvents('ServiceOverdue')).toHaveLength(1)
  })
})
