/** Words of lists that exist, misspelt in a command, by the national defaults. The village and its people are those of the orders. */
import { describe, expect, it } from 'vitest'
import { actor, C, interval, T1, takePost, V1, why, type Words } from './county.fixture.ts'
import { begin, morning, openCounty, round, seat, who, type Who } from './orders.fixture.ts'

const admin = { actor: actor('admin', 'administrator', C) }

describe('a misspelt post', () => {
  it('G4: is refused with its path, and the county is not left without an approver', async () => {
    const { ledger } = await begin(morning)
    expect(await ledger.sendUnknown(takePost(V1, 'aprover', 'q7'), admin)).toMatchObject({
      ok: false,
      rejection: { type: 'DecodeRefused', issues: [{ path: '$.post', expected: 'RoleName' }] },
    })
    expect(await ledger.sendUnknown(takePost(V1, 'approver', 'q7'), admin)).toMatchObject({ ok: true })
  })
})

describe('a misspelt specialty', () => {
  const place = { orderId: 'O2', needId: 'N1', seats: 1, planned: null }
  const ask = (specialty: string) => ({ type: 'PlaceOrder', ...place, specialty })

  it('C05, O26: is refused, so that the twin is found; another specialty that exists passes', async () => {
    const county = await begin(morning)
    expect(await county.ask('k1', ask('hardship-releif'))).toEqual({ refused: 'UnknownSpecialty' })
    expect(await county.ask('k1', ask('hardship-relief'))).toEqual({ refused: 'TwinOrder' })
    expect(await county.ask('k1', ask('legal'))).toEqual(['OrderPlaced'])
  })
  it('C05, O12: is no content of a session either', async () => {
    const county = await openCounty()
    const session = {
      sessionId: 'S1',
      host: V1,
      planned: morning,
      seats: null,
      risks: { known: false, description: null },
    }
    const publish = (content: string) => ({ type: 'PublishSession', ...session, content, responsible: 'b' })
    expect(await county.ask('k1', publish('culture-art'))).toEqual({ refused: 'UnknownSpecialty' })
    expect(await county.ask('k1', publish('culture-arts'))).toEqual(['SessionPublished'])
  })
})

describe('a command about what is otherwise by now', () => {
  it('O8, O19, O22: is told whether round, time or place is not so; as it is now it passes', async () => {
    const county = await begin(null)
    const asks = (by: Who, command: Words) => county.ledger.sendUnknown(command, { actor: who[by] })
    const otherwise = (field: string) => ({ ok: false, rejection: { type: 'CommandNotAllowed', field } })
    const escalate = { type: 'EscalateOrder', ...round, ...why('busy') }
    expect(await asks('k1', { ...escalate, from: T1 })).toMatchObject(otherwise('from'))
    await county.accept(morning)
    expect(await asks('a', { ...seat, round: 2 })).toMatchObject(otherwise('round'))
    const agree = { type: 'AgreeToTime', ...round, planned: interval('05-08 01:00', '05-08 02:00') }
    expect(await asks('r1', agree)).toMatchObject(otherwise('planned'))
    expect(await county.ask('r1', { ...agree, planned: morning })).toEqual(['ServiceTimeAgreed'])
    expect(await county.ask('a', seat)).toEqual(['SeatTaken'])
  })
})

describe('a person who asks to join a team that is not open', () => {
  it('G9: is entered by the leader alone, as the item says; an office may only refuse', async () => {
    const county = await openCounty()
    await county.send('b', { type: 'ChangeJoining', teamId: 'TA', joining: 'by-leader' })
    await county.send('c', { type: 'AskToJoin', teamId: 'TA', person: 'c' })
    const join = { type: 'JoinTeam', teamId: 'TA', person: 'c' }
    for (const by of ['k1', 'admin', 'c'] as const)
      expect(await county.ask(by, join)).toEqual({ refused: 'NeedsLeader' })
    expect(await county.listWaiting(V1)).toContain('joining joining')
    expect(await county.ask('b', join)).toEqual(['MemberJoined'])
  })
})
