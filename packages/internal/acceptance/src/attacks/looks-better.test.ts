/** Ways in which an office looked better than it had served, by the national defaults, and what the ledger answers now. */
import { describe, expect, it } from 'vitest'
import { approve, openNeeds, place, T1, V1, V1b, V2, type Folk, type NeedCounty } from './needs.fixture.ts'
import { interval, morning, review, round, why } from './orders.fixture.ts'

const present = { occasion: { type: 'order', ...round }, volunteer: 'a' }
const transfer = (from: string, to: string) => ({ type: 'TransferOrder', ...round, from, to, ...why('x') })
const escalate = (from: string) => ({ type: 'EscalateOrder', ...round, from, ...why('x') })
const cancel = (orderId: string) => ({ type: 'CancelOrder', orderId, ...why('x') })
const text = async ({ ledger }: NeedCounty, words: string) => (await ledger.keep([words]))[0]

type Asking = Parameters<NeedCounty['submit']>[1]
/** N1 of r1, approved, with O1 placed by the clerk. */
const begin = async (planned: object | null = null, asking: Asking = {}): Promise<NeedCounty> => {
  const county = await openNeeds()
  await county.submit('N1', asking)
  await county.ask('k1', approve('N1'))
  await county.ask('k1', place('O1', 'N1', planned))
  return county
}
const accept = async (county: NeedCounty, planned: object | null = null) => {
  await county.ask('p1', { type: 'DispatchOrder', orderId: 'O1', offerId: 'F1', teamId: 'TA', override: null })
  return county.ask('b', { type: 'AcceptOffer', orderId: 'O1', offerId: 'F1', planned, risksSeen: true })
}
const serve = async (county: NeedCounty) => {
  await accept(county)
  await county.ask('a', { type: 'TakeSeat', ...round, risksSeen: true })
  await county.at('05-07 01:00')
  await county.ask('a', { type: 'CheckIn', ...present })
  await county.at('05-07 02:00')
  await county.ask('a', { type: 'CheckOut', ...present })
  await county.ask('b', { type: 'ReportService', ...round })
}

describe('who says that it is solved', () => {
  it('O7, N15: the grid worker who typed the need does not; the caller does', async () => {
    const county = await begin(morning, { by: 'h', proxy: { person: 'h', kind: 'grid-worker' }, channel: 'telephone' })
    await serve(county)
    expect(await county.ask('h', review('solved', 5))).toEqual({ refused: 'NotAReviewer' })
    expect(await county.ask('r1', review('not-solved', 1))).toEqual(['OrderReviewed', 'OrderClosed'])
  })
  it('O7: a clerk who reopens and cancels does not shut the review of what was served', async () => {
    const county = await begin(morning)
    await serve(county)
    await county.ask('m', { type: 'FollowUpOrder', ...round, verdict: 'solved', comment: null })
    expect(await county.ask('k1', { type: 'ReopenOrder', ...round, ...why('x') })).toEqual(['OrderReopened'])
    expect(await county.ask('k1', cancel('O1'))).toEqual(['OrderCancelled'])
    expect(await county.ask('r1', review('not-solved', 1))).toEqual(['OrderReviewed', 'OutcomeRevised'])
    expect(await county.listEvents('ReviewNoted')).toMatchObject([{ volunteer: 'a', rating: 1 }])
    await county.at('05-22 02:00')
    expect(await county.ask('r1', review('solved', 5))).toEqual({ refused: 'ReviewLapsedAlready' })
  })
  it('O9, W11: the rating that a member of the team replaces by the own one leaves the score', async () => {
    const county = await begin(morning, { by: 'f' as Folk, requester: 'f', contact: 'r2' })
    await serve(county)
    await county.ask('r2', review('not-solved', 1))
    expect(await county.ask('f', review('solved', 5))).toEqual(['OrderReviewed', 'OutcomeRevised'])
    expect(await county.listEvents('ReviewNoted')).toMatchObject([{ rating: 1 }, { rating: null }])
  })
})

describe('a time in the past', () => {
  it('O22, H2a: is set by no one; one that is ahead is', async () => {
    const county = await begin()
    await county.at('05-06 12:00')
    const backwards = interval('05-05 12:00', '05-06 12:10')
    expect(await accept(county, backwards)).toEqual({ refused: 'TimeNotAhead' })
    expect(await accept(county)).toEqual(['OrderAccepted'])
    const set = (planned: object) => county.ask('b', { type: 'SetServiceTime', ...round, planned })
    expect(await set(backwards)).toEqual({ refused: 'TimeNotAhead' })
    expect(await set(morning)).toEqual(['ServiceTimeSet'])
  })
})

describe('orders that go round', () => {
  it('O16: down and up again is past the unit that had it, and from the top only once', async () => {
    const county = await begin()
    expect(await county.ask('p1', escalate(V1))).toEqual(['OrderEscalated'])
    expect(await county.ask('p1', transfer(T1, V1b))).toEqual(['OrderTransferred'])
    expect(await county.ask('p1', escalate(V1b))).toEqual(['OrderEscalated'])
    expect(await county.listEvents('OrderEscalated')).toMatchObject([{ to: T1 }, { to: '131081', escalatesAt: null }])
    await county.at('05-07 00:00')
    expect(await county.ask('pc', transfer('131081', V2))).toEqual(['OrderTransferred'])
    // The 48 h of the city run on below it, and end a day later.
    await county.at('05-08 00:00')
    expect(await county.listEvents('OrderEscalated')).toMatchObject([{}, {}, { from: V2, automatic: true }])
    expect(await county.ask('pc', escalate('131081105'))).toEqual({ refused: 'HandledBefore' })
    await county.at('05-14 16:00')
    expect(await county.listEvents('SupervisionBegan')).toMatchObject([{ byAssessor: true }])
  })
  it('O16, O27: a date of 2099 that the township grants itself moves no supervision', async () => {
    const county = await begin()
    await county.ask('k1', { type: 'AskExtension', ...round, day: '2099-12-31', ...why('x') })
    expect(await county.ask('kt', { type: 'AnswerExtension', ...round, grant: true })).toEqual(['ExtensionGranted'])
    for (const time of ['05-08 00:00', '05-10 00:00', '05-14 16:00']) await county.at(time)
    expect(await county.listEvents('SupervisionBegan')).toHaveLength(1)
  })
  it('O19: after a hand-back the new owner of a ruling acts', async () => {
    const county = await begin(morning)
    await accept(county)
    await county.ask('p1', { type: 'RuleMisrouted', needId: 'N1', to: V1b, ...why('misrouted') })
    expect(await county.ask('b', { type: 'HandBackOrder', ...round, ...why('x') })).toEqual([
      'OrderHandedBack',
      'OrderTransferred',
    ])
    expect(await county.ask('k1b', { type: 'ChangeSeats', orderId: 'O1', seats: 3 })).toEqual(['SeatsChanged'])
    expect(await county.ask('k1', { type: 'ChangeSeats', orderId: 'O1', seats: 4 })).toEqual({
      refused: 'OutsideJurisdiction',
    })
  })
})

describe('needs that are kept off the lists', () => {
  it('N12, O16: an order placed and cancelled every day does not keep it off those above', async () => {
    const county = await begin()
    for (let turn = 1; turn <= 10; turn++) {
      await county.at(`05-${String(6 + turn).padStart(2, '0')} 00:00`)
      expect(await county.ask('k1', cancel(`O${turn}`))).toContain('OrderCancelled')
      await county.ask('k1', place(`O${turn + 1}`, 'N1'))
    }
    expect((await county.listEvents('OrderOverdue')).length).toBeGreaterThan(0)
    expect((await county.listEvents('SupervisionBegan')).length).toBeGreaterThan(0)
  })
  it('N2: the clerk who asked and answers himself has what was left of his 24 h; the requester starts them anew', async () => {
    const county = await openNeeds()
    await county.submit('N1')
    const ask = async (words: string) =>
      county.ask('k1', { type: 'RequestInformation', needId: 'N1', question: await text(county, words) })
    const supply = async (by: Folk, words: string) =>
      county.ask(by, { type: 'SupplyInformation', needId: 'N1', answer: await text(county, words) })
    await county.at('05-06 23:00')
    await ask('one?')
    await county.at('05-10 00:00')
    await supply('k1', 'one')
    expect(await county.listEvents('InformationSupplied')).toMatchObject([{ answerDueAt: '2020-05-10T01:00:00.000Z' }])
    await county.at('05-10 00:30')
    await ask('two?')
    await supply('r1', 'two')
    expect(await county.listEvents('InformationSupplied')).toMatchObject([
      {},
      { answerDueAt: '2020-05-11T00:30:00.000Z' },
    ])
  })
  it('N2, N5: merging and undoing renews no clock', async () => {
    const county = await openNeeds()
    await county.submit('N0')
    await county.ask('k1', approve('N0'))
    await county.submit('N1', { kind: 'health' })
    for (const time of ['05-06 12:00', '05-08 00:00', '05-10 00:00']) {
      await county.ask('k1', { type: 'MergeNeed', needId: 'N1', into: 'N0' })
      await county.at(time)
      await county.ask('k1', { type: 'UnmergeNeed', needId: 'N1', ...why('x') })
    }
    await county.at('05-11 00:01')
    expect(await county.listEvents('AnswerOverdue')).toHaveLength(1)
  })
  it('N15: a grid worker is no family in the own village; a daughter is', async () => {
    const county = await openNeeds()
    const asFamily = (person: Folk) => county.submit(`N-${person}`, { by: person, proxy: { person, kind: 'family' } })
    expect(await asFamily('h')).toEqual({ refused: 'HoldsOfficeThere' })
    expect(await asFamily('f1')).toEqual(['NeedSubmitted'])
  })
  it('N16: a visitor without office submits five a day as anyone', async () => {
    const county = await openNeeds()
    for (let turn = 0; turn < 7; turn++)
      await county.submit(`N${turn}`, {
        by: 'a',
        requester: `x${turn}`,
        proxy: { person: 'a', kind: 'volunteer-visitor' },
      })
    expect(await county.listEvents('NeedHeld')).toHaveLength(2)
  })
})
