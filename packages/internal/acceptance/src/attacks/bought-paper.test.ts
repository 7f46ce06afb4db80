/** Public report 10, the paper side: hours are sold by sheets of people who were never there. */
import { describe, expect, it } from 'vitest'
import { actor, claim, register, takePost } from './county.fixture.ts'
import { approve, enter, listNames, openCounty, publish, tell, V1, type County } from './paper.fixture.ts'

const buyers = listNames(25)
const listLacks = async (county: County) =>
  (await county.listEvents()).flatMap((event) => (event.type === 'SheetApproved' ? [event.lacks] : []))

describe('report 10: bought hours on paper', () => {
  it('H14: a sheet of a session that no one announced stays manual, also by the unit above', async () => {
    const county = await openCounty(25)
    await county.at('04-25 01:00')
    await county.send('k1', enter('L1', 'warm-sunset', buyers))
    await county.at('04-29 01:00')
    await county.send('qt', approve('L1'))
    expect(await listLacks(county)).toEqual([['known-before', 'head-count']])
    expect((await county.countGrades()).attested).toBe(0)
  })

  it('O12: the session is not announced afterwards, nor its head count told', async () => {
    const county = await openCounty(25)
    await county.at('04-25 01:00')
    expect(await county.refuse('k1', publish('warm-sunset'))).toBe('SessionNotAhead')
    expect(await county.refuse('k1', tell('warm-sunset', 25))).toBe('NotThere')
  })

  it('H12: a head count of the day before or after, by the seller, or a lower one, proves nothing', async () => {
    const county = await openCounty(25)
    await county.at('04-20 01:00')
    await county.send('k1', publish('warm-sunset'))
    expect(await county.refuse('kt', tell('warm-sunset', 25))).toBe('NotTheDay')
    await county.at('04-24 03:00')
    await county.send('k1', tell('warm-sunset', 25))
    await county.send('kt', tell('warm-sunset', 8))
    await county.at('04-25 01:00')
    expect(await county.refuse('kt', tell('warm-sunset', 25))).toBe('NotTheDay')
    await county.send('k1', enter('L1', 'warm-sunset', buyers))
    await county.at('04-29 01:00')
    await county.send('qt', approve('L1'))
    expect(await listLacks(county)).toEqual([['head-count']])
  })

  it('H7, H14: who served and tells the heads counts the others; the own line stays manual, unless another one counts', async () => {
    for (const second of [false, true]) {
      const county = await openCounty(25)
      await county.send('admin', claim('l'))
      await county.send('admin', register('l'))
      await county.at('04-20 01:00')
      await county.send('k1', publish('warm-sunset'))
      await county.at('04-24 03:00')
      await county.send('l', tell('warm-sunset', 25))
      if (second) await county.send('kt', tell('warm-sunset', 25))
      await county.at('04-25 01:00')
      await county.send('k1', enter('L1', 'warm-sunset', ['l', ...listNames(24)], { responsible: 'x' }))
      await county.at('04-29 01:00')
      await county.send('qt', approve('L1'))
      expect(await county.countEvents('RecordHeld')).toBe(0)
      expect(await county.countGrades()).toEqual({ system: 0, attested: second ? 25 : 24, manual: second ? 0 : 1 })
    }
  })

  it('H14: many short sheets share the heads of their session', async () => {
    const county = await openCounty(25)
    await county.at('04-20 01:00')
    await county.send('k1', publish('warm-sunset'))
    await county.at('04-24 03:00')
    await county.send('kt', tell('warm-sunset', 8))
    await county.at('04-25 01:00')
    for (const n of [0, 1, 2]) await county.send('k1', enter(`L${n}`, 'warm-sunset', buyers.slice(8 * n, 8 * n + 8)))
    await county.at('04-29 01:00')
    for (const n of [0, 1, 2]) await county.send('qt', approve(`L${n}`))
    expect(await county.countGrades()).toEqual({ system: 0, attested: 8, manual: 16 })
  })

  it('H7: nor by who entered an edition that was returned, also for a held line; another one approves', async () => {
    const county = await openCounty(2)
    await county.send('admin', takePost(V1, 'approver', 'k1'))
    await county.at('04-25 01:00')
    await county.send('k1', enter('L1', 'warm-sunset', ['v0', 'v1']))
    await county.send('q1', { type: 'ReturnSheet', sheetId: 'L1', reason: { code: 'unclear', text: null } })
    await county.send('k3', enter('L1', 'warm-sunset', ['v0', 'v1'], { imageHash: 'ab'.repeat(32) }))
    await county.at('04-29 01:00')
    const byK1 = { actor: actor('k1', 'approver', V1) }
    const reason = { code: 'seen', text: null }
    const ruled = async (command: object) => county.ledger.sendUnknown(command, byK1)
    expect(await ruled(approve('L1'))).toMatchObject({ ok: false, rejection: { type: 'RulesOwnSheet' } })
    const clear = { type: 'ClearHold', volunteer: 'v0', recordId: 'p.L1.2.1', holdId: 'log:0', reason }
    expect(await ruled(clear)).toMatchObject({ ok: false, rejection: { type: 'ApproverIsRecorder' } })
    await county.send('qt', approve('L1'))
  })

  it('H7, H20: two seconds after the entry, or by its own hand or name, it is not approved', async () => {
    const county = await openCounty(25)
    await county.at('04-25 01:00')
    expect(await county.refuse('k1', enter('L1', 'warm-sunset', buyers, { responsible: 'v0' }))).toBe('OnTheOwnSheet')
    await county.send('k1', enter('L1', 'warm-sunset', buyers))
    expect(await county.refuse('q1', approve('L1'))).toBe('SecondLookRuns')
    expect(await county.refuse('k1', approve('L1'))).toBe('NotAuthorised')
  })
})
