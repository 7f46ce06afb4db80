/** Words of lists that exist, misspelt in a command, by the national defaults. The village and its people are those of the orders. */
import { describe, expect, it } from 'vitest'
import { actor, C, takePost, V1 } from './county.fixture.ts'
import { begin, morning, openCounty } from './orders.fixture.ts'

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
