/** Ways in which people decided about themselves, by the national defaults, and what the ledger answers now. */
import { describe, expect, it } from 'vitest'
import { approve, openNeeds, place, withdraw, type Asking, type Folk, type NeedCounty } from './needs.fixture.ts'
import { C, T1, V1b, V1, foundTeam, interval, openCounty, why, type County } from './orders.fixture.ts'

const order = { orderId: 'O1' }
const round = { ...order, round: 1 }
const own = { refused: 'InOwnFavour' }
const dispatch = { type: 'DispatchOrder', ...order, offerId: 'F1', teamId: 'TA', override: null }
const answer = { type: 'AnswerExtension', ...round, grant: true }
const ask = { type: 'AskExtension', ...round, day: '2020-05-29', ...why('team-away') }

const begin = async (requester: 'p1' | 'r1'): Promise<County> => {
  const county = await openCounty()
  await county.at('05-06 00:00')
  await county.order(null, { by: requester, requester })
  return county
}

describe('a dispatcher with a need of the own household', () => {
  it('G7: asks as everyone does, and another dispatcher decides', async () => {
    const county = await begin('p1')
    expect(await county.ask('p1', dispatch)).toEqual(own)
    expect(await county.ask('p1', { type: 'RuleMisrouted', needId: 'N1', to: V1b, ...why('nearer') })).toEqual(own)
    expect(await county.ask('p1', ask)).toEqual(own)
    expect(await county.ask('pc', dispatch)).toEqual(['OrderOffered'])
  })
  it('G7: cancels it as the requester, so that it is not told as the office’s act', async () => {
    const county = await begin('p1')
    expect(await county.ask('p1', { type: 'CancelOrder', ...order, ...why('solved') })).toEqual(['OrderCancelled'])
    expect(await county.listEvents('OrderCancelled')).toMatchObject([{ by: 'requester' }])
  })
  it('G7: does not abort it in office once it is under way; the one above does', async () => {
    const county = await begin('p1')
    await county.send('pc', dispatch)
    const planned = interval('05-07 01:00', '05-07 02:00')
    await county.send('b', { type: 'AcceptOffer', ...order, offerId: 'F1', planned, risksSeen: true })
    await county.send('a', { type: 'TakeSeat', ...round, risksSeen: true })
    await county.at('05-07 01:00')
    await county.send('a', { type: 'CheckIn', occasion: { type: 'order', ...round }, volunteer: 'a' })
    const abort = { type: 'AbortOrder', ...round, ...why('needless') }
    expect(await county.ask('p1', abort)).toEqual(own)
    expect(await county.ask('pc', abort)).toEqual(['OrderAborted'])
  })
})

describe('a later due date', () => {
  it('G7, O27: is not granted by who asked for it; another officer or the requester grants it', async () => {
    const county = await begin('r1')
    expect(await county.ask('p1', ask)).toEqual(['ExtensionAsked'])
    expect(await county.ask('p1', answer)).toEqual({ refused: 'AskedForIt' })
    expect(await county.ask('kt', answer)).toEqual(['ExtensionGranted'])
    const another = await begin('r1')
    await another.send('p1', ask)
    expect(await another.ask('r1', answer)).toEqual(['ExtensionGranted'])
  })
})

describe('the word of the requester’s side for a time', () => {
  const planned = interval('05-12 01:00', '05-12 02:00')
  const agree = { type: 'AgreeToTime', ...round, planned }
  const accept = async (contact: Folk, asking: Asking = {}): Promise<NeedCounty> => {
    const county = await openNeeds()
    await county.submit('N1', { contact, ...asking })
    await county.ask('k1', approve('N1'))
    await county.ask('k1', place('O1', 'N1'))
    await county.ask('pc', dispatch)
    await county.ask('b', { type: 'AcceptOffer', ...order, offerId: 'F1', planned: null, risksSeen: true })
    return county
  }
  const set = { type: 'SetServiceTime', ...round, planned }
  const setTime = async (contact: Folk, asking: Asking = {}): Promise<NeedCounty> => {
    const county = await accept(contact, asking)
    expect(await county.ask('p1', set)).toEqual(['ServiceTimeSet'])
    return county
  }
  it('O22, G7: a contact sets no time in office; the requester, or a contact in no office, agrees to it', async () => {
    expect(await (await accept('p1')).ask('p1', set)).toEqual(own)
    const county = await setTime('f1')
    expect(await county.ask('r1', agree)).toEqual(['ServiceTimeAgreed'])
    expect(await (await setTime('f1')).ask('f1', agree)).toEqual(['ServiceTimeAgreed'])
  })
  it('O22, G7: nor that of a contact who accepted for the team', async () => {
    expect(await (await setTime('b')).ask('b', agree)).toEqual({ refused: 'AskedForIt' })
  })
  it('O22, N15: nor that of an office’s proxy who named itself as the contact', async () => {
    const county = await setTime('h', { by: 'h', proxy: { person: 'h', kind: 'grid-worker' } })
    expect(await county.ask('h', agree)).toEqual({ refused: 'NotAuthorised' })
    expect(await county.ask('h', withdraw('N1'))).toContain('NeedWithdrawn')
    expect(await county.listEvents('NeedWithdrawn')).toMatchObject([{ by: 'grid-worker', side: 'office' }])
  })
})

describe('a ruling about the top itself', () => {
  it('G8: is proposed by one and decided by an assessor, waits for all to see, and is an event', async () => {
    const county = await begin('r1')
    for (const [person, post] of [
      ['m', 'assessor'],
      ['s', 'star-authority'],
    ])
      await county.send('admin', { type: 'TakePost', unitId: C, post, person, office: null })
    const up = (from: string) => ({ type: 'EscalateOrder', ...round, from, ...why('none-here') })
    await county.send('k1', up(V1))
    await county.send('p1', up(T1))
    await county.send('pc', ask)
    expect(await county.ask('m', answer)).toEqual({ refused: 'NotTheUnitAbove' })
    const rulingId = 'AnswerExtension.O1.1.grant'
    const propose = { type: 'ProposeRuling', rulingId, ...why('team-away') }
    expect(await county.ask('pc', propose)).toEqual({ refused: 'PostNotHeld' })
    expect(await county.ask('s', propose)).toEqual(['RulingProposed'])
    const listed = async () => (await county.listWaiting(C)).filter((one) => one.startsWith('ruling'))
    expect(await listed()).toEqual(['ruling second-person'])
    const [item] = (await county.ledger.toDo(C)).filter(({ subject }) => subject.type === 'ruling')
    expect(item?.details).toMatchObject({ command: answer, proposals: [{ by: 's', ...why('team-away') }] })
    expect(await county.ask('m', item?.details.command ?? ask)).toEqual(['ExtensionGranted'])
    expect(await county.listEvents('RulingMade')).toMatchObject([{ rulingId, proposedBy: 's', decidedBy: 'm' }])
    expect(await listed()).toEqual([])
  })
})

describe('an appointment', () => {
  it('G7: to lead a team or to hold a post is another person’s to give', async () => {
    const county = await openCounty()
    expect(await county.ask('k1', foundTeam('TC', V1, 'k1'))).toEqual(own)
    expect(await county.ask('kt', foundTeam('TC', V1, 'k1'))).toEqual(['TeamFounded'])
    const post = { type: 'TakePost', unitId: V1, post: 'approver', office: null }
    expect(await county.ask('admin', { ...post, person: 'admin' })).toEqual(own)
    expect(await county.ask('admin', { ...post, person: 'k1' })).toEqual(['PostTaken'])
  })
  it('G7, G2: also under another registration', async () => {
    const county = await openCounty()
    const pair = { person: 'a', survivor: 'f' }
    await county.send('kt', { type: 'ProposeMerge', ...pair })
    await county.send('admin', { type: 'MergeRegistrations', ...pair })
    const lead = { type: 'ChangeLeader', teamId: 'TA', leader: 'b' }
    await county.send('b', { ...lead, leader: 'a' })
    await county.send('a', { type: 'AcceptLead', teamId: 'TA' })
    expect(await county.ask('a', { ...lead, leader: 'f' })).toEqual(own)
    expect(await county.ask('a', lead)).toEqual(['LeaderProposed'])
  })
})
