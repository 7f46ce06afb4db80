/** Teams whose leaders, dispatchers or clerks try to be judged by no one, by the national defaults. */
import { describe, expect, it } from 'vitest'
import { begin, foundTeam, morning, review, round, seat, serve, V1, why } from './orders.fixture.ts'

describe('a leader who would rather not be judged', () => {
  const enter = (person: string) => ({ type: 'JoinTeam', teamId: 'TA', person })
  const served = async () => {
    const county = await begin(morning, { contact: 'c' })
    await county.accept()
    await serve(county)
    return county
  }

  it('O9, G9: enters the contact and the requester as members: their reviews count all the same', async () => {
    const county = await served()
    await county.send('b', enter('c'), enter('r1'))
    expect(await county.ask('c', review('not-solved', 1))).toEqual(['OrderReviewed', 'OrderClosed'])
    expect(await county.ask('r1', review('not-solved', 1))).toEqual(['OrderReviewed'])
    expect(await county.listEvents('OrderReviewed')).toMatchObject([
      { as: 'contact', ownTeam: false },
      { as: 'requester', ownTeam: false },
    ])
    expect(await county.listEvents('ReviewNoted')).toMatchObject([
      { volunteer: 'a', rating: 1 },
      { volunteer: 'a', rating: 1 },
    ])
  })
  it('O9: a contact who joins by the own word is a member from then on', async () => {
    const county = await served()
    await county.send('c', enter('c'))
    expect(await county.ask('c', review('solved', 5))).toEqual({ refused: 'ReviewerInTeam' })
  })
  it('G9: a clerk who names the requester as the leader of a team takes no review from her', async () => {
    const county = await begin(morning)
    await county.send('admin', foundTeam('TC', V1, 'r1'))
    await county.send('r1', { type: 'DeclineLead', teamId: 'TC' })
    expect(await county.ask('r1', { type: 'DisbandTeam', teamId: 'TC' })).toEqual({ refused: 'NotAuthorised' })
    await county.accept()
    await serve(county)
    expect(await county.ask('r1', review('solved', 5))).toEqual(['OrderReviewed', 'OrderClosed'])
  })
})

describe('a dispatcher with a friend among the teams', () => {
  const open = (...levels: ReadonlyArray<string>) => ({
    type: 'ChangeOpenness',
    teamId: 'TA',
    open: { levels, units: [] },
  })

  it('O10: no office closes the rival team before the ranking; its leader may, and the ranking says so', async () => {
    const county = await begin(morning)
    expect(await county.ask('k1', open('city'))).toEqual({ refused: 'NotAuthorised' })
    await county.send('b', open('city'))
    await county.send('p1', { type: 'DispatchOrder', orderId: 'O1', offerId: 'F1', teamId: 'TB', override: null })
    const [offered] = await county.listEvents('OrderOffered')
    expect(offered?.ranking.leftOut).toEqual([{ reason: 'level', teams: ['TA'], count: 1 }])
    expect(await county.ask('k1', open('city', 'township'))).toEqual(['OpennessChanged'])
  })
})

describe('a record by hand of an order', () => {
  it('H20: stands in the list of the team, of the requester, and of those with a seat', async () => {
    const county = await begin(morning)
    await county.accept()
    await county.send('f', seat)
    await serve(county)
    await county.send('k1', {
      type: 'Backfill',
      volunteer: 'f',
      recordId: 'R1',
      occasion: { type: 'order', ...round },
      segments: [morning],
      minutes: 60,
      content: 'hardship-relief',
      bodyId: V1,
      teamId: 'TA',
      responsible: 'b',
      reason: null,
    })
    const list = async (asked: { readonly person: string } | { readonly team: string }) =>
      (await county.ledger.secondLooks(asked)).map(({ volunteer }) => volunteer)
    for (const person of ['a', 'f', 'r1', 'k1']) expect(await list({ person })).toEqual(['f'])
    expect(await list({ team: 'TA' })).toEqual(['f'])
    expect([await list({ person: 'c' }), await list({ team: 'TB' })]).toEqual([[], []])
    expect(
      await county.ask('r1', { type: 'ObjectToRecord', volunteer: 'f', recordId: 'R1', ...why('was-not-here') }),
    ).toEqual(['RecordObjected', 'RecordHeld'])
  })
})
